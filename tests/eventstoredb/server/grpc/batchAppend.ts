import type { BatchAppendReq, BatchAppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import { status as codes, type handleBidiStreamingCall, type ServiceError } from '@grpc/grpc-js';
import type { Expected } from '../log/decide.ts';
import { NONE, type Proposed } from '../log/record.ts';
import type { Node } from '../node/node.ts';
import { batchError } from './batchErrors.ts';
import { empty, shared, streams } from './generated.ts';
import { identifierOf, uuid } from './messages.ts';
import { expectedOf, nameOf, proposed } from './requests.ts';
import { send } from './send.ts';
import { carryOut, type Ending } from './write.ts';

interface Batch {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: (Proposed | null)[];
}

/** `BatchAppend`: many appends over one call, each in several parts and answered when it is done. */
export const batchAppendHandler =
  (node: Node): handleBidiStreamingCall<BatchAppendReq, BatchAppendResp> =>
  (call) => {
    const entry = node.journal.begin(call, 'append', null);
    const batches = new Map<string, Batch>();
    const fail = (error: ServiceError) => {
      entry.answered();
      call.emit('error', error);
    };

    call.on('data', async (request: BatchAppendReq) => {
      const correlation = request.getCorrelationId()?.getString() ?? '';
      const options = request.getOptions();
      const batch = batches.get(correlation) ?? {
        stream: nameOf(options?.getStreamIdentifier()),
        expected: options === undefined ? 'any' : expectedOf(options, options.getStreamPosition()),
        events: [],
      };
      batches.set(correlation, batch);
      batch.events.push(...request.getProposedMessagesList().map(proposed));
      if (!request.getIsFinal()) return;

      batches.delete(correlation);
      const ending = await carryOut(node, call, { kind: 'append', ...batch });
      if (ending === null || call.cancelled) return;
      // What concerns the connection rather than the append ends the call, and every append that is under way in it.
      if (ending.kind === 'refused' && !ANSWERED.has(ending.error.code)) return fail(ending.error);
      entry.sent();
      await send(call, responseTo(node, correlation, batch, ending));
    });
    call.on('end', () => {
      entry.answered();
      call.end();
    });
  };

const ANSWERED: ReadonlySet<number> = new Set([codes.UNAVAILABLE, codes.PERMISSION_DENIED]);

function responseTo(node: Node, correlation: string, { stream, expected }: Batch, ending: Ending): BatchAppendResp {
  const response = new streams.BatchAppendResp();
  response.setCorrelationId(uuid(correlation));
  response.setStreamIdentifier(identifierOf(stream));
  if (ending.kind === 'written') response.setSuccess(success(ending.last, ending.position));
  else response.setError(batchError(node, stream, expected, ending));
  return response;
}

function success(last: number, position: number | null): BatchAppendResp.Success {
  const written = new streams.BatchAppendResp.Success();
  if (last === NONE) written.setNoStream(new empty.Empty());
  else written.setCurrentRevision(String(last));
  if (position === null) {
    written.setNoPosition(new empty.Empty());
  } else {
    const place = new shared.AllStreamPosition();
    place.setCommitPosition(String(position));
    place.setPreparePosition(String(position));
    written.setPosition(place);
  }
  return written;
}
