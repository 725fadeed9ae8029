import type { Person } from '../privacy/person.ts';
import type { NewEvent, StoredEvent } from './envelope.ts';
import type { SubscriptionBatch, SubscriptionOptions } from './subscription.ts';

/**
 * The revision that the writer believes the stream to have.
 *
 * - `'any'`: the events follow whatever is there.
 * - `'none'`: the stream must not exist.
 * - a number from 0: the stream's last revision must be exactly this; 0 is the same as `'none'`.
 */
export type ExpectedRevision = 'any' | 'none' | number;

/** A place in the global order. Opaque: only the store that made it can read it. */
export type Position = string;

/** The events are stored, all of them. */
export interface Appended {
  readonly kind: 'appended';
  /** The events with their place in the record. */
  readonly events: readonly StoredEvent[];
  /** The stream's last revision; 0 where an empty append met a stream that does not exist. */
  readonly revision: number;
}

/** Nothing is stored: the stream is not where the writer believed it to be. */
export interface Conflict {
  readonly kind: 'conflict';
  readonly stream: string;
  readonly expected: ExpectedRevision;
  /** The stream's last revision; 0 where it does not exist. */
  readonly actual: number;
}

/** What an append answers. */
export type AppendResult = Appended | Conflict;

/** Which part of a stream to read; both ends are included. */
export interface StreamRange {
  /** First revision, from 1. Default 1. */
  readonly from?: number;
  /** Last revision. Default: the end. */
  readonly to?: number;
  /** Most events to return. Default: no limit. */
  readonly limit?: number;
}

/** Which part of the global order to read. */
export interface GlobalRange {
  /** Read what follows this position. Default: from the beginning. */
  readonly after?: Position;
  /** Most events to return. Default 1,000, at most 10,000. */
  readonly limit?: number;
}

/** An event with its place in the global order. */
export interface PositionedEvent {
  readonly position: Position;
  readonly event: StoredEvent;
}

/** The stored text of an event, unparsed, with its place in the global order. */
export interface PositionedText {
  readonly position: Position;
  readonly text: string;
}

/** How a call is to be carried out. */
export interface CallOptions {
  /**
   * Gives the call up. Whoever waits is thrown the signal's reason, never a part of an answer. An append that was given
   * up may have been stored.
   */
  readonly signal?: AbortSignal;
}

/**
 * An append-only log of streams.
 *
 * Guarantees: an append is all or nothing; revisions are contiguous from 1; what was acknowledged is read by every
 * later read; the events of one stream keep their order in the global order; a reader that goes on from the last
 * position it saw misses nothing; what is handed out or taken in is never shared with the store's own memory; data
 * is JSON and comes back equal.
 *
 * No guarantee: an append over several streams; that a position means anything to another store.
 *
 * Expected outcomes are values. A fault of the machine room is a `StoreError`.
 */
export interface EventStore {
  /** Appends events to one stream. An empty list stores nothing, and still answers a conflict. */
  append(
    stream: string,
    expected: ExpectedRevision,
    events: readonly NewEvent[],
    options?: CallOptions,
  ): Promise<AppendResult>;
  /** Reads one stream in order of revision; a stream that does not exist is empty. */
  readStream(stream: string, range?: StreamRange, options?: CallOptions): Promise<readonly StoredEvent[]>;
  /** Reads all streams in the global order. */
  readAll(range?: GlobalRange, options?: CallOptions): Promise<readonly PositionedEvent[]>;
  /**
   * Calls back after events became readable, this writer's or another's, until it is unsubscribed. A call says only
   * "look again": one call may stand for many appends. What `look` throws is an uncaught exception of the process,
   * never a fault of the append.
   *
   * @returns unsubscribes
   */
  onAppend(look: () => void): () => void;
  /**
   * Reads all streams in the global order as the texts that are stored, whatever became of them: this is what a seal is
   * verified against. A store without it is verified by the events that it reads.
   */
  readTexts?(range?: GlobalRange, options?: CallOptions): Promise<readonly PositionedText[]>;
  /**
   * Follows the global order from a position: first what is stored, then what comes. A store without it is followed by
   * `readAll` and `onAppend`.
   */
  subscribe?(options?: SubscriptionOptions): AsyncIterable<SubscriptionBatch>;
  /**
   * Makes what is personal of somebody in a stream unreadable for everybody and for good; everything else stays as it
   * is. Doing it again does nothing. A store without it cannot erase.
   */
  erase?(stream: string, person: Person): Promise<void>;
  /** Releases what the store holds. Later calls fail with `store-closed`. */
  close(): Promise<void>;
}
