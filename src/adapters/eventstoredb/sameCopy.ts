// The code that the client generates from the protocol lives in one global object of the process: another copy of it
// overwrites the classes of this one, and calls then fail or hang in ways that name no cause.
import generated from '@eventstore/db-client/generated/streams_pb.js';

interface Generated {
  readonly event_store?: { readonly client?: { readonly streams?: { readonly AppendReq?: unknown } } };
}

/**
 * @throws Error where another copy of the client's generated code was loaded into this process after the one that is
 * used here
 */
export function assertOneCopy(): void {
  const { proto }: { readonly proto?: Generated } = globalThis as typeof globalThis & { readonly proto?: Generated };
  if (proto?.event_store?.client?.streams?.AppendReq === generated.AppendReq) return;
  throw new Error(
    'Two copies of the EventStoreDB client’s generated code are loaded in this process (@eventstore/db-client in two ' +
      'versions, or beside @kurrent/kurrentdb-client): each breaks the other. Load one of them, or one in a Worker.',
  );
}
