import { setTimeout as pause } from 'node:timers/promises';
import type { ServiceError } from '@grpc/grpc-js';
import type { ServerSurfaceCall } from '@grpc/grpc-js/build/src/server-call.js';
import type { AnyFault, Fault, ServedCall } from '../faults.ts';
import { denied, failure, notLeader, unavailable, unknownUser } from '../grpc/errors.ts';
import type { Node } from './node.ts';

/** Whether a call is served. */
export type Admission =
  /** It is, and this goes wrong with it. */
  | { readonly kind: 'served'; readonly fault: LaterFault | null }
  | { readonly kind: 'refused'; readonly error: ServiceError }
  /** It never hears anything. */
  | { readonly kind: 'forgotten' };

/** What goes wrong while a call is served. */
export type LaterFault = Exclude<Fault, AnyFault>;

const refused = (error: ServiceError): Admission => ({ kind: 'refused', error });

/** Lets a call in, unless something goes wrong before, or it has no business here. */
export async function admit(node: Node, call: ServerSurfaceCall, about: Omit<ServedCall, 'n'>): Promise<Admission> {
  const fault = node.faultOf(about);
  switch (fault?.fault) {
    case 'reset':
      node.gate.reset(call.getPeer());
      return { kind: 'forgotten' };
    case 'swallow':
      return { kind: 'forgotten' };
    case 'not-ready':
      return refused(unavailable('Server Is Not Ready'));
    case 'busy':
      return refused(unavailable('Server Is Busy'));
    case 'denied':
      return refused(denied());
    case 'not-leader':
      return refused(notLeader(fault.leader ?? { address: '127.0.0.1', port: node.gate.port }));
    case 'status':
      return refused(failure(fault.code, fault.details));
    case 'slow':
      await pause(fault.ms);
      break;
  }
  const refusal = refusalOf(node, call, about.kind);
  if (refusal !== null) return refused(refusal);
  return { kind: 'served', fault: fault === null || fault.fault === 'slow' ? null : fault };
}

/** What every server tells to anyone. */
const OPEN: ReadonlySet<ServedCall['kind']> = new Set(['features', 'gossip']);

function refusalOf(node: Node, { metadata }: ServerSurfaceCall, kind: ServedCall['kind']): ServiceError | null {
  if (node.user !== null && !OPEN.has(kind)) {
    const [authorization] = metadata.get('authorization');
    const { username, password } = node.user;
    if (authorization === undefined) return denied();
    if (authorization !== `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`) return unknownUser();
  }
  const { leader } = node.cluster;
  const wantsLeader = metadata.get('requires-leader').includes('true');
  return wantsLeader && leader !== null && leader.port !== node.gate.port ? notLeader(leader) : null;
}
