import type { DeleteReq, DeleteResp, TombstoneReq, TombstoneResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { handleUnaryCall, ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import type { Node } from '../node/node.ts';
import { errorOf, wrongVersion } from './errors.ts';
import { streams } from './generated.ts';
import { expectedOf, nameOf } from './requests.ts';
import { carryOut } from './write.ts';

/** `Delete`: the stream is not found until it is written to again. */
export const deleteHandler =
  (node: Node): handleUnaryCall<DeleteReq, DeleteResp> =>
  (call, answer) =>
    remove(node, 'delete', call, answer, streams.DeleteResp);

/** `Tombstone`: the stream is gone for good. */
export const tombstoneHandler =
  (node: Node): handleUnaryCall<TombstoneReq, TombstoneResp> =>
  (call, answer) =>
    remove(node, 'tombstone', call, answer, streams.TombstoneResp);

interface Removed<Position> {
  setPosition(position: Position): unknown;
}

interface Place {
  setCommitPosition(position: string): unknown;
  setPreparePosition(position: string): unknown;
}

async function remove<Response extends Removed<Position>, Position extends Place>(
  node: Node,
  kind: 'delete' | 'tombstone',
  call: ServerUnaryCall<DeleteReq | TombstoneReq, Response>,
  answer: sendUnaryData<Response>,
  Response: { new (): Response; readonly Position: new () => Position },
): Promise<void> {
  const options = call.request.getOptions();
  if (options === undefined) return answer(new Error('A delete without options'));
  const stream = nameOf(options.getStreamIdentifier());
  const expected = expectedOf(options, options.getRevision());
  const entry = node.journal.begin(call, kind, stream);
  const ending = await carryOut(node, call, { kind, stream, expected, events: [] });
  if (ending === null) return;
  entry.answered();
  if (ending.kind === 'conflict') return answer(wrongVersion(stream, expected, ending.current));
  if (ending.kind !== 'written') return answer(errorOf(ending, stream, node.maxAppendSize));
  const response = new Response();
  const place = new Response.Position();
  place.setCommitPosition(String(ending.position));
  place.setPreparePosition(String(ending.position));
  response.setPosition(place);
  answer(null, response);
}
