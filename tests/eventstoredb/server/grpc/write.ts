import { randomUUID } from 'node:crypto';
import type { ServiceError } from '@grpc/grpc-js';
import type { ServerSurfaceCall } from '@grpc/grpc-js/build/src/server-call.js';
import type { Expected } from '../log/decide.ts';
import type { Proposed } from '../log/record.ts';
import { append, type Outcome, remove } from '../log/write.ts';
import { admit } from '../node/admit.ts';
import type { Node } from '../node/node.ts';
import { unavailable } from './errors.ts';
import { sizeOf } from './requests.ts';

/** A write, once its request is complete. */
export interface Write {
  readonly kind: 'append' | 'delete' | 'tombstone';
  readonly stream: string;
  readonly expected: Expected;
  /** The events to append; an id that is none makes a `null` of its event. */
  readonly events: readonly (Proposed | null)[];
}

/** How a write ends: what the log says, or that it did not come so far. */
export type Ending =
  | Outcome
  | { readonly kind: 'refused'; readonly error: ServiceError }
  | { readonly kind: 'too-large' }
  | { readonly kind: 'bad-request' }
  | { readonly kind: 'timeout' };

/**
 * Writes, unless something goes wrong; `null` where the writer is never told. A slow write takes place even where its
 * caller has given up by then, as it may on a server.
 */
export async function carryOut(node: Node, call: ServerSurfaceCall, write: Write): Promise<Ending | null> {
  const admission = await admit(node, call, write);
  if (admission.kind === 'forgotten' || node.isStopped) return null;
  if (admission.kind === 'refused') return admission;
  const { fault } = admission;
  switch (fault?.fault) {
    case 'timeout':
      if (fault.stored) commit(node, write);
      return { kind: 'timeout' };
    case 'swallow-after-commit':
      commit(node, write);
      return null;
    case 'reset-after-commit':
      commit(node, write);
      node.gate.reset(call.getPeer());
      return null;
    case 'forgetful':
      return commit(node, { ...write, events: write.events.map((event) => event && { ...event, id: randomUUID() }) });
    default:
      return commit(node, write);
  }
}

function commit(node: Node, { kind, stream, expected, events }: Write): Ending {
  const { leader } = node.cluster;
  if (leader === null) return { kind: 'refused', error: unavailable('Server Is Not Ready') };
  const writer = { log: node.log, recent: leader.recent, now: node.now };
  if (kind !== 'append') return remove(writer, stream, expected, kind === 'delete' ? 'soft' : 'tombstone');
  const proposed = events.filter((event) => event !== null);
  if (proposed.length < events.length) return { kind: 'bad-request' };
  return sizeOf(proposed) > node.maxAppendSize ? { kind: 'too-large' } : append(writer, stream, expected, proposed);
}
