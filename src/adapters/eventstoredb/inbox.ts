import type { AllStreamSubscription } from '@eventstore/db-client';
import { isAfter, type Place } from './positions.ts';
import type { LogRecord } from './record.ts';
import { onAbort, type Patience, throwIfAborted, within } from './waiting.ts';

/** What a subscription brought, in its order. */
export interface Gathered {
  readonly records: readonly LogRecord[];
  /** Up to where the server looked, where it said so after the last record. */
  readonly checkpoint: Place | null;
  /** Whether the server said that this was all there is; it may have brought more since. */
  readonly isLive: boolean;
}

/** How long more is waited for, once there is something; catching up, events come in swarms. */
const LULL_MS = 20;

/**
 * What a subscription of the client brings, until somebody takes it; only so much is taken in. The client tells of
 * checkpoints and of the end of what is stored by callbacks, which run ahead of the events before them: here all have
 * their place in one order.
 */
export class Inbox {
  readonly #stream: AllStreamSubscription;
  readonly #most: number;
  /** What comes after how many records, counted from the beginning. */
  readonly #marks: { readonly after: number; readonly checkpoint: Place | null }[] = [];
  readonly #records: LogRecord[] = [];
  #received = 0;
  #isClosed = false;
  #arrivals = 0;
  #failure: { readonly error: unknown } | null = null;
  #wake: () => void = () => {};

  /** @param checkpoints tells the stream's checkpoints to whom it is given */
  constructor(open: (checkpoint: (place: Place) => void) => AllStreamSubscription, most: number) {
    this.#most = most;
    this.#stream = open((checkpoint) => this.#mark(checkpoint));
    const fail = (error: unknown) => {
      this.#failure ??= { error };
      this.#arrived();
    };
    // Never removed: an error that nobody listens to ends the process.
    this.#stream.on('error', fail);
    this.#stream.on('end', () => fail(new Error('The server ended the subscription')));
    this.#stream.on('close', () => fail(new Error('The subscription was closed')));
    this.#stream.on('caughtUp', () => this.#mark(null));
    this.#stream.on('data', ({ event, link }) => {
      // Links are not followed. One in a stream of this record is nothing that this library wrote, and is told as such.
      const record = event ?? link;
      if (record === undefined || this.#isClosed) return;
      this.#received++;
      this.#records.push(record);
      if (this.#records.length >= this.#most) this.#stream.pause();
      this.#arrived();
    });
  }

  /** Whether everything that came was taken. */
  get isEmpty(): boolean {
    return this.#records.length === 0;
  }

  /** Waits until the server has taken the subscription. */
  async confirmed(patience: Patience): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.#stream.once('confirmation', resolve);
    this.#stream.once('error', reject);
    this.#stream.once('end', () => reject(new Error('The server ended the subscription')));
    await within(promise, patience);
  }

  /**
   * Takes what there is, and waits for it as long as nothing comes; `null` where nothing came.
   *
   * @throws what went wrong, once everything before it was taken; the reason of a signal
   */
  async gather(limit: number, isLive: boolean, ms: number, signals: readonly AbortSignal[]): Promise<Gathered | null> {
    if (!this.#isSomething()) await this.#until(() => this.#isSomething(), ms, signals);
    if (!this.#isSomething()) return null;
    await this.#until(() => this.#isEnough(limit), isLive ? 1 : LULL_MS, signals);
    throwIfAborted(signals);
    if (this.#failure !== null && this.#records.length === 0) throw this.#failure.error;
    return this.#take(limit);
  }

  /** Ends the subscription, for the server also. */
  close(): void {
    this.#isClosed = true;
    this.#stream.resume();
    this.#stream.unsubscribe().catch(() => {
      // It never began.
    });
  }

  #take(limit: number): Gathered {
    const records = this.#records.splice(0, limit);
    let checkpoint: Place | null = null;
    let isLive = false;
    const taken = this.#received - this.#records.length;
    while (this.#marks[0] !== undefined && this.#marks[0].after <= taken) {
      const mark = this.#marks.shift();
      if (mark?.checkpoint === null) isLive = true;
      else if (mark !== undefined && (checkpoint === null || isAfter(mark.checkpoint, checkpoint)))
        checkpoint = mark.checkpoint;
    }
    if (this.#records.length < this.#most && this.#stream.isPaused()) this.#stream.resume();
    return { records, checkpoint, isLive };
  }

  /** What the client has ready and not handed over yet comes before. */
  #mark(checkpoint: Place | null): void {
    this.#marks.push({ after: this.#received + this.#stream.readableLength, checkpoint });
    this.#arrived();
  }

  #isSomething(): boolean {
    return this.#records.length > 0 || this.#failure !== null || this.#isMarked();
  }

  #isMarked(): boolean {
    return this.#marks[0] !== undefined && this.#marks[0].after <= this.#received;
  }

  #isEnough(limit: number): boolean {
    return this.#failure !== null || this.#records.length >= Math.min(limit, this.#most);
  }

  #arrived(): void {
    this.#arrivals++;
    this.#wake();
  }

  /** Waits until there is enough, or nothing more has come for so long. Once for many arrivals: they come in thousands. */
  async #until(isEnough: () => boolean, ms: number, signals: readonly AbortSignal[]): Promise<void> {
    if (isEnough()) return;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    let before = this.#arrivals;
    const timer = setInterval(() => {
      if (this.#arrivals === before) resolve();
      before = this.#arrivals;
    }, ms);
    const stop = onAbort(signals, reject);
    this.#wake = () => {
      if (isEnough()) resolve();
    };
    try {
      await promise;
    } finally {
      clearInterval(timer);
      stop();
      this.#wake = () => {};
    }
  }
}
