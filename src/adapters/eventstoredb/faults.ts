import { isStoreError, StoreError, type StoreErrorCode } from '../../domain/store/errors.ts';
import type { Endpoint } from './place.ts';
import { isUntrusted, messageIn, type Thrown, thrownBy } from './thrown.ts';

/** What is to be made of something that a call threw. */
export type Fault =
  /** The stream is not where the writer believed it to be; its last revision as the server counts, if it has one. */
  | { readonly kind: 'conflict'; readonly actual: bigint | null }
  /** The stream does not exist. */
  | { readonly kind: 'missing' }
  /** The server does not take the question: a position that is none, for one. */
  | { readonly kind: 'refused' }
  /** To ask again would be in vain. */
  | { readonly kind: 'final'; readonly error: StoreError }
  | PassingFault;

/** To ask again may help. */
export interface PassingFault {
  readonly kind: 'passing';
  /** Whether the server may have done what it was asked for. */
  readonly mayBeDone: boolean;
  /** Whether it is better to ask through another connection. */
  readonly isOfConnection: boolean;
  /** Whether the server says no more than that something went wrong. */
  readonly isUnspecific: boolean;
  /** The node that leads, where the one that was asked says that it does not. */
  readonly leader?: Endpoint;
}

// gRPC status codes, https://grpc.io/docs/guides/status-codes/.
const UNKNOWN = 2;
const INVALID_ARGUMENT = 3;
const PERMISSION_DENIED = 7;
const ABORTED = 10;
const UNIMPLEMENTED = 12;
const UNAVAILABLE = 14;
const UNAUTHENTICATED = 16;

/** What says that the call never left, or that the server put it aside unread. */
const NOT_DONE = /No connection established|Name resolution|Failed to discover|Channel closed before|ECONNREFUSED/i;
const BUSY = /Server Is (Not Ready|Too Busy|Busy)/i;

/** What to make of what a call threw. What nobody knows may have been done, and is tried again. */
export function faultOf(thrown: unknown, server: string): Fault {
  if (isStoreError(thrown)) return { kind: 'final', error: thrown };
  const known = thrownBy(thrown);
  if (known.type === 'wrong-expected-version') return { kind: 'conflict', actual: known.actual };
  if (known.type === 'stream-not-found') return { kind: 'missing' };
  const [code, what] = finalOf(known, messageIn(thrown)) ?? [];
  if (code === undefined && known.code === INVALID_ARGUMENT) return { kind: 'refused' };
  if (code === undefined) return passingFault(known, messageIn(thrown));
  return { kind: 'final', error: new StoreError(code, `${server}: ${what}`, { cause: thrown }) };
}

function finalOf({ type, code, stream }: Thrown, message: string): readonly [StoreErrorCode, string] | undefined {
  if (type === 'stream-deleted') return ['store-damaged', `the stream ${stream ?? 'that is asked for'} was deleted`];
  if (type === 'maximum-append-size-exceeded') {
    return ['event-not-json', 'the events of this append are larger together than the server takes'];
  }
  if (type === 'access-denied' || code === UNAUTHENTICATED || code === PERMISSION_DENIED) {
    return ['store-denied', 'the server does not know these credentials, or does not let them do this'];
  }
  if (code === UNAVAILABLE && isUntrusted(message)) return ['store-untrusted', message];
  if (code === UNIMPLEMENTED) return ['store-not-ours', 'what answers there is no EventStoreDB'];
  return undefined;
}

function passingFault({ code, leader }: Thrown, message: string): PassingFault {
  const isUnspecific = code === UNKNOWN;
  if (leader !== null) return { kind: 'passing', mayBeDone: false, isOfConnection: true, isUnspecific, leader };
  const isBusy = BUSY.test(message);
  return {
    kind: 'passing',
    mayBeDone: !isBusy && !NOT_DONE.test(message),
    isOfConnection: !isBusy && code !== ABORTED,
    isUnspecific,
  };
}

/** Whether a fault may mean that a place of the log is none. Old servers say no more than that something is wrong. */
export const isNoPlace = (fault: Fault): boolean =>
  fault.kind === 'refused' || (fault.kind === 'passing' && fault.isUnspecific);
