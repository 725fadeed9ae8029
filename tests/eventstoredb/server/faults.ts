/** A call that a server is about to serve. */
export interface ServedCall {
  /** `append`: by either method. */
  readonly kind: 'append' | 'delete' | 'tombstone' | 'read' | 'subscribe' | 'features' | 'gossip';
  /** The stream it is about; `null` for everything, and for what is about no stream. */
  readonly stream: string | null;
  /** Which call of its kind it is, from 1. */
  readonly n: number;
}

/** What may happen to any call before anything is done. */
export type AnyFault =
  /** Served that much later. */
  | { readonly fault: 'slow'; readonly ms: number }
  /** The connection is reset, and nothing done. */
  | { readonly fault: 'reset' }
  /** Never answered, nothing done. */
  | { readonly fault: 'swallow' }
  | { readonly fault: 'not-ready' }
  | { readonly fault: 'busy' }
  | { readonly fault: 'denied' }
  /** This node does not lead; names itself as the leader unless another is given. */
  | { readonly fault: 'not-leader'; readonly leader?: { readonly address: string; readonly port: number } }
  /** Any gRPC status. */
  | { readonly fault: 'status'; readonly code: number; readonly details: string };

/** What may happen to a write. `stored` says whether it took place nevertheless. */
export type WriteFault =
  | { readonly fault: 'reset-after-commit' }
  | { readonly fault: 'swallow-after-commit' }
  /** Taken for a write that was never seen before, although it was: a conflict. */
  | { readonly fault: 'forgetful' }
  /** The server gave up waiting for its own commit. */
  | { readonly fault: 'timeout'; readonly stored: boolean };

/** What may happen to a read or a subscription once that many events were sent. */
export type StreamFault =
  /** The connection is reset, and some of what was sent may be lost with it. */
  | { readonly fault: 'reset-after'; readonly events: number }
  | { readonly fault: 'freeze-after'; readonly events: number }
  /** Ends as if all were said. */
  | { readonly fault: 'end-after'; readonly events: number }
  | { readonly fault: 'status-after'; readonly events: number; readonly code: number; readonly details: string }
  /** Every message that much later than the one before. */
  | { readonly fault: 'trickle'; readonly ms: number }
  /** Everything a subscriber is told of having caught up, or of how far the server is, it is told that many times. */
  | { readonly fault: 'repeat'; readonly times: number };

export type Fault = AnyFault | WriteFault | StreamFault;

/** What goes wrong with a call; `null`: nothing. */
export type Faults = (call: ServedCall) => Fault | null;

const WRITES: ReadonlySet<ServedCall['kind']> = new Set(['append', 'delete', 'tombstone']);
const STREAMS: ReadonlySet<ServedCall['kind']> = new Set(['read', 'subscribe']);

/** Whether a fault can happen to a call at all: to ask for another is a mistake of the test that does. */
export function canSuffer({ kind }: Pick<ServedCall, 'kind'>, { fault }: Fault): boolean {
  if (['reset-after-commit', 'swallow-after-commit', 'forgetful', 'timeout'].includes(fault)) return WRITES.has(kind);
  if (fault === 'trickle' || fault === 'repeat' || fault.endsWith('-after')) return STREAMS.has(kind);
  return true;
}
