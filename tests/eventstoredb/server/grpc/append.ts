import { setImmediate as turn } from 'node:timers/promises';
import type { AppendReq, AppendResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { handleClientStreamingCall } from '@grpc/grpc-js';
import type { Expected } from '../log/decide.ts';
import { NONE, type Proposed } from '../log/record.ts';
import type { Node } from '../node/node.ts';
import { errorOf } from './errors.ts';
import { shared, streams } from './generated.ts';
import { expectedOf, nameOf, proposed } from './requests.ts';
import { carryOut } from './write.ts';

/** `Append`: the options first, then an event a message, and one answer. */
export const appendHandler =
  (node: Node): handleClientStreamingCall<AppendReq, AppendResp> =>
  (call, answer) => {
    const entry = node.journal.begin(call, 'append', null);
    const events: (Proposed | null)[] = [];
    let stream = '';
    let expected: Expected = 'any';

    call.on('data', (request: AppendReq) => {
      const options = request.getOptions();
      const message = request.getProposedMessage();
      if (message !== undefined) events.push(proposed(message));
      if (options === undefined) return;
      stream = nameOf(options.getStreamIdentifier());
      expected = expectedOf(options, options.getRevision());
      entry.about(stream);
    });
    call.on('end', async () => {
      // A call that is cancelled half-way ends too, and is known to be cancelled a moment later: nothing of it is stored.
      await turn();
      if (call.cancelled) return;
      const ending = await carryOut(node, call, { kind: 'append', stream, expected, events });
      if (ending === null) return;
      entry.answered();
      if (ending.kind === 'written') answer(null, success(ending.last, ending.position));
      else if (ending.kind === 'conflict') answer(null, conflict(expected, ending.current));
      else answer(errorOf(ending, stream, node.maxAppendSize));
    });
  };

function success(last: number, position: number | null): AppendResp {
  const written = new streams.AppendResp.Success();
  if (last === NONE) written.setNoStream(new shared.Empty());
  else written.setCurrentRevision(String(last));
  if (position === null) {
    written.setNoPosition(new shared.Empty());
  } else {
    const place = new streams.AppendResp.Position();
    place.setCommitPosition(String(position));
    place.setPreparePosition(String(position));
    written.setPosition(place);
  }
  const response = new streams.AppendResp();
  response.setSuccess(written);
  return response;
}

function conflict(expected: Expected, current: number): AppendResp {
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (current === NONE) wrong.setCurrentNoStream(new shared.Empty());
  else wrong.setCurrentRevision(String(current));
  if (expected === 'any') wrong.setExpectedAny(new shared.Empty());
  else if (expected === 'no_stream') wrong.setExpectedNoStream(new shared.Empty());
  else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new shared.Empty());
  else wrong.setExpectedRevision(String(expected));
  const response = new streams.AppendResp();
  response.setWrongExpectedVersion(wrong);
  return response;
}
