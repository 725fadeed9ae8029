import { StoreError } from '../../domain/store/errors.ts';
import { backOff } from '../subscription/backOff.ts';
import type { Client } from './client.ts';
import type { Lease } from './connection.ts';
import { tell } from './diagnostics.ts';
import { type Fault, faultOf, type PassingFault } from './faults.ts';
import type { Server } from './server.ts';
import type { Slots } from './slots.ts';
import { messageIn } from './thrown.ts';
import { pause, throwIfAborted, within } from './waiting.ts';

/** What one attempt works with. */
export interface Attempt {
  readonly client: Client;
  /** How long it may take; of a read, how long nothing may come. */
  readonly ms: number;
  /** The caller's, the closing of the store, and that the client was replaced. */
  readonly signals: readonly AbortSignal[];
}

/** A call of the server, which may be made several times. */
export interface Call<T> {
  readonly what: string;
  readonly signal: AbortSignal | undefined;
  /** Whether something is stored by it, so that what became of an attempt without an answer matters. */
  readonly isWrite?: boolean;
  /** In whose line it stands; `null` where it is part of something that has a slot already. */
  readonly slots: Slots | null;
  readonly attempt: (using: Attempt) => Promise<T>;
}

/** What a call brought, in the end. */
export interface Outcome<T> {
  readonly value: T;
  /** Whether an attempt before may have been carried out. */
  readonly mayBeDone: boolean;
}

/**
 * Makes a call until it is answered, with pauses, and through other connections where one does not work.
 *
 * @throws the signal's reason; StoreError `store-closed`, `store-denied`, `store-untrusted` at once;
 * `store-unreachable`, `store-overloaded`, and of a write that may have been carried out `outcome-unknown`, where the
 * budget is spent
 */
export async function persistently<T>(server: Server, call: Call<T>): Promise<Outcome<T>> {
  const signals = call.signal === undefined ? [server.closed] : [call.signal, server.closed];
  const end = performance.now() + server.budgets.totalMs;
  let mayBeDone = false;
  for (let failures = 1; ; failures++) {
    throwIfAborted(signals);
    let lease: Lease | null = null;
    try {
      const give = call.slots === null ? free : await call.slots.take(patience(server, end), signals);
      if (give === null) throw overloaded(server, call.what);
      lease = await server.connection.lend();
      return { value: await attempted(server, call, { signals, end, lease, give }), mayBeDone };
    } catch (thrown) {
      throwIfAborted(signals);
      const fault = faultOf(thrown, server.name);
      if (fault.kind !== 'passing')
        throw mayBeDone && call.isWrite ? spent(server, call, mayBeDone, thrown) : lasting(fault, thrown, server);
      if (lease !== null && fault.isOfConnection) server.connection.replace(lease, fault.leader);
      mayBeDone ||= fault.mayBeDone;
      const ms = backOff(failures, server.budgets);
      // An attempt that is cut short could be carried out all the same, and say nothing of it.
      if (performance.now() + ms + server.budgets.attemptMs > end) throw spent(server, call, mayBeDone, thrown);
      tell({ kind: 'retry', what: call.what, failures, error: thrown });
      await pause(ms, signals);
    }
  }
}

interface Bounds {
  readonly signals: readonly AbortSignal[];
  readonly end: number;
  readonly lease: Lease;
  readonly give: () => void;
}

/** Not an async function, which would be one promise more for each call. */
function attempted<T>(server: Server, call: Call<T>, { signals, end, lease, give }: Bounds): Promise<T> {
  const giveBack = () => {
    give();
    lease.give();
  };
  if (signals.some(({ aborted }) => aborted)) giveBack();
  throwIfAborted(signals);
  const left = Math.max(1, end - performance.now());
  const ms = Math.min(server.budgets.attemptMs, left);
  const work = call.attempt({ client: lease.client, ms, signals: [...signals, lease.retired] });
  // Not when nobody waits any more: the call is out until it has ended.
  work.then(giveBack, giveBack);
  // A read that goes on bringing events watches its own time.
  return within(work, { what: call.what, ms: call.isWrite === true ? ms : left, signals });
}

/** How long to stand in line: so much of the budget is left for what is to be done then. */
const patience = ({ budgets }: Server, end: number): number =>
  Math.max(0, end - performance.now() - Math.min(budgets.attemptMs, budgets.totalMs / 2));

/** Gives nothing back, where no slot was taken. */
const free = () => {};

/** The fault of a call for which there was no slot. */
export const overloaded = ({ name }: Server, what: string): StoreError =>
  new StoreError('store-overloaded', `${name}: ${what}: as many calls are out as this store makes at once`);

/** A fault that another attempt would meet again. */
function lasting(fault: Exclude<Fault, PassingFault>, cause: unknown, { name }: Server): StoreError {
  if (fault.kind === 'final') return fault.error;
  return new StoreError('store-unreachable', `${name} refuses the call: ${messageIn(cause)}`, { cause });
}

function spent<T>(server: Server, { what, isWrite = false }: Call<T>, mayBeDone: boolean, cause: unknown): StoreError {
  const why = `${server.name}: ${what}: ${messageIn(cause)}`;
  return isWrite && mayBeDone
    ? new StoreError('outcome-unknown', `${why}. The events may be stored: read, or append the same again`, { cause })
    : new StoreError('store-unreachable', why, { cause });
}
