import { isStoreError, StoreError } from '../../domain/store/errors.ts';
import { drained } from './drained.ts';
import { faultOf } from './faults.ts';
import type { Server } from './server.ts';
import { messageIn } from './thrown.ts';

/** Whether a store can be used at this moment, and if not, why. */
export type Readiness = { readonly isReady: true } | { readonly isReady: false; readonly error: StoreError };

/** Looks at the last event of the log, once: that takes a server that answers and credentials that it knows. */
export async function readiness(server: Server): Promise<Readiness> {
  const { connection, budgets, closed } = server;
  const lease = await connection.lend();
  try {
    const asked = { direction: 'backwards', fromPosition: 'end', maxCount: 1, requiresLeader: true } as const;
    closed.throwIfAborted();
    await drained(lease.client.readAll(asked), { ms: budgets.attemptMs, signals: [closed] });
    return { isReady: true };
  } catch (thrown) {
    const fault = faultOf(thrown, server.name);
    if (fault.kind === 'passing' && fault.isOfConnection) connection.replace(lease, fault.leader);
    return { isReady: false, error: errorOf(fault.kind === 'final' ? fault.error : thrown, server) };
  } finally {
    lease.give();
  }
}

const errorOf = (thrown: unknown, { name }: Server): StoreError =>
  isStoreError(thrown)
    ? thrown
    : new StoreError('store-unreachable', `${name}: ${messageIn(thrown)}`, { cause: thrown });
