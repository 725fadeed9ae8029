import { StoreError } from '../../domain/store/errors.ts';
import { backOff } from '../subscription/backOff.ts';
import type { Client } from './client.ts';
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
    try {
      const give = await slotOf(server, call, signals, end);
      return { value: await attempted(server, call, { signals, end, give }), mayBeDone };
    } catch (thrown) {
      throwIfAborted(signals);
      const fault = faultOf(thrown, server.name);
      if (fault.kind !== 'passing')
        throw mayBeDone && call.isWrite ? spent(server, call, mayBeDone, thrown) : lasting(fault, thrown, server);
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
  readonly give: () => void;
}

async function attempted<T>(server: Server, call: Call<T>, { signals, end, give }: Bounds): Promise<T> {
  const lease = await server.connection.lend();
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
  try {
    // A read that goes on bringing events watches its own time.
    return await within(work, { what: call.what, ms: call.isWrite === true ? ms : left, signals });
  } catch (thrown) {
    const fault = faultOf(thrown, server.name);
    throwIfAborted(signals);
    if (fault.kind === 'passing' && fault.isOfConnection) {
      server.connection.replace(lease, fault.leader);
    }
    throw thrown;
  }
}

/** A place in the line, unless the budget is spent before. */
async function slotOf<T>(
  server: Server,
  { slots, what }: Call<T>,
  signals: readonly AbortSignal[],
  end: number,
): Promise<() => void> {
  if (slots === null) return () => {};
  // So much of the budget is left for what is to be done then.
  const ms = Math.max(0, end - performance.now() - Math.min(server.budgets.attemptMs, server.budgets.totalMs / 2));
  const give = await slots.take(ms, signals);
  if (give === null) throw overloaded(server, what);
  return give;
}

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
