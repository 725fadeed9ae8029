import type { ClusterInfo } from '@eventstore/db-client/generated/gossip_pb.js';
import type { Empty } from '@eventstore/db-client/generated/shared_pb.js';
import type { handleUnaryCall } from '@grpc/grpc-js';
import { admit } from '../node/admit.ts';
import type { Member } from '../node/cluster.ts';
import type { Node } from '../node/node.ts';
import { gossip } from './generated.ts';
import { uuid } from './messages.ts';

/** `Gossip.Read`: who is in the cluster, who leads, and where each is reached. */
export const gossipHandler =
  (node: Node): handleUnaryCall<Empty, ClusterInfo> =>
  async (call, answer) => {
    const entry = node.journal.begin(call, 'gossip', null);
    const admission = await admit(node, call, { kind: 'gossip', stream: null });
    if (admission.kind === 'forgotten') return;
    entry.answered();
    if (admission.kind === 'refused') return answer(admission.error);
    const info = new gossip.ClusterInfo();
    for (const member of node.cluster.members) info.addMembers(memberInfo(node, member));
    answer(null, info);
  };

function memberInfo({ cluster, now }: Node, { id, address, port, isAlive }: Member) {
  const { LEADER, FOLLOWER } = gossip.MemberInfo.VNodeState;
  const endPoint = new gossip.EndPoint();
  endPoint.setAddress(address);
  endPoint.setPort(port);
  const info = new gossip.MemberInfo();
  info.setInstanceId(uuid(id));
  info.setTimeStamp(String(BigInt(now()) * 10_000n));
  info.setState(cluster.leader?.port === port ? LEADER : FOLLOWER);
  info.setIsAlive(isAlive);
  info.setHttpEndPoint(endPoint);
  return info;
}
