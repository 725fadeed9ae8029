import { Client } from './client.ts';
import { tell } from './diagnostics.ts';
import type { Endpoint } from './place.ts';
import { named, type Settings } from './settings.ts';

/** The client, lent for one call. */
export interface Lease {
  readonly client: Client;
  /** Given up where the client was replaced: whoever only reads or listens moves over to the other one. */
  readonly retired: AbortSignal;
  /** Gives the client back; twice is as once. */
  readonly give: () => void;
}

interface Held {
  readonly client: Client;
  readonly retirement: AbortController;
  readonly released: PromiseWithResolvers<void>;
  isReleasing: boolean;
  open: number;
}

/** The only place that makes clients and lets go of them. */
export class Connection {
  readonly #settings: Settings;
  /** Those that are not released yet. */
  readonly #held = new Set<Held>();
  #current: Held;
  /** Until when no other client may be lent; see {@link Connection.replace}. */
  #between: Promise<void> | null = null;

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#current = this.#make();
  }

  /** Lends the client: at once, unless another one is still on its way out. */
  lend(): Lease | Promise<Lease> {
    return this.#between === null ? this.#lent() : this.#between.then(() => this.#lent());
  }

  #lent(): Lease {
    const held = this.#current;
    held.open++;
    let isGiven = false;
    const give = () => {
      if (isGiven) return;
      isGiven = true;
      held.open--;
      if (held.retirement.signal.aborted && held.open === 0) this.#release(held);
    };
    return { client: held.client, retired: held.retirement.signal, give };
  }

  /**
   * Puts another client in the place of one that does not work any more. Appends that it still has go on to their end;
   * with batches it is ended at once, and nothing begins meanwhile: the clients of a process keep their unanswered
   * batches in one table, and an answer that comes when another client has cleared it would end the process.
   */
  replace({ client }: Lease, leader?: Endpoint): void {
    const held = this.#current;
    if (held.client !== client || held.retirement.signal.aborted) return;
    tell({ kind: 'reconnect', server: named(this.#settings.nodes) });
    this.#current = this.#make(leader);
    this.#retire(held);
    if (!this.#settings.batchAppend) return;
    this.#release(held);
    this.#between = held.released.promise;
  }

  /** Lets go of everything, once the calls that are still out have ended. */
  async close(): Promise<void> {
    this.#retire(this.#current);
    await Promise.all([...this.#held].map(({ released }) => released.promise));
  }

  #make(leader?: Endpoint): Held {
    const held: Held = {
      client: new Client(this.#settings, leader),
      retirement: new AbortController(),
      released: Promise.withResolvers(),
      isReleasing: false,
      open: 0,
    };
    this.#held.add(held);
    return held;
  }

  #retire(held: Held): void {
    held.retirement.abort(new Error('The connection was replaced'));
    if (held.open === 0) this.#release(held);
  }

  #release(held: Held): void {
    if (held.isReleasing) return;
    held.isReleasing = true;
    held.client.release().finally(() => {
      this.#held.delete(held);
      held.released.resolve();
    });
  }
}
