import type { SupportedMethods } from '@eventstore/db-client/generated/serverfeatures_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import type { handleUnaryCall } from '@grpc/grpc-js';
import { admit } from '../node/admit.ts';
import type { Node } from '../node/node.ts';
import { features } from './generated.ts';

const METHODS = ['read', 'append', 'delete', 'tombstone', 'batchappend'];
const VERSIONS = { '24': '24.6.0.0', '23.10': '23.10.1.0', '23.6': '23.6.0.0' } as const;

/** `GetSupportedMethods`: what a client asks before its first append. */
export const featuresHandler =
  (node: Node): handleUnaryCall<Empty, SupportedMethods> =>
  async (call, answer) => {
    const entry = node.journal.begin(call, 'features', null);
    const admission = await admit(node, call, { kind: 'features', stream: null });
    if (admission.kind === 'forgotten') return;
    entry.answered();
    if (admission.kind === 'refused') return answer(admission.error);
    const response = new features.SupportedMethods();
    response.setEventStoreServerVersion(VERSIONS[node.generation]);
    for (const name of METHODS) {
      if (name === 'batchappend' && !node.offersBatchAppend) continue;
      const method = new features.SupportedMethod();
      method.setServiceName('event_store.client.streams.streams');
      method.setMethodName(name);
      response.addMethods(method);
    }
    answer(null, response);
  };
