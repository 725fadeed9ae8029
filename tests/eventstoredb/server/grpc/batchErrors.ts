import type { Status } from '@eventstore/db-client/generated/status_pb.js';
import { status as codes } from '@grpc/grpc-js';
import type { Message } from 'google-protobuf';
import type { Expected } from '../log/decide.ts';
import { NONE } from '../log/record.ts';
import type { Node } from '../node/node.ts';
import { any, empty, shared, status } from './generated.ts';
import { identifierOf } from './messages.ts';
import type { Ending } from './write.ts';

/** What an append of a batch is told that did not take place: a status with one detail, by whose type clients go. */
export function batchError(
  { maxAppendSize }: Node,
  stream: string,
  expected: Expected,
  ending: Exclude<Ending, { kind: 'written' }>,
): Status {
  switch (ending.kind) {
    case 'conflict':
      return failed(codes.FAILED_PRECONDITION, 'WrongExpectedVersion', wrongVersion(expected, ending.current));
    case 'deleted': {
      const deleted = new shared.StreamDeleted();
      deleted.setStreamIdentifier(identifierOf(stream));
      return failed(codes.FAILED_PRECONDITION, 'StreamDeleted', deleted);
    }
    case 'too-large': {
      const exceeded = new shared.MaximumAppendSizeExceeded();
      exceeded.setMaxappendsize(maxAppendSize);
      return failed(codes.INVALID_ARGUMENT, 'MaximumAppendSizeExceeded', exceeded);
    }
    case 'timeout':
      return failed(codes.ABORTED, 'Timeout', new shared.Timeout());
    case 'bad-request':
      return failed(codes.INVALID_ARGUMENT, 'BadRequest', new shared.BadRequest());
    case 'refused':
      if (ending.error.code === codes.PERMISSION_DENIED)
        return failed(codes.PERMISSION_DENIED, 'AccessDenied', new shared.AccessDenied());
      // A server that is not ready, or too busy, says so in words alone.
      return failed(ending.error.code, ending.error.details, new empty.Empty(), 'google.protobuf.Empty');
  }
}

function wrongVersion(expected: Expected, current: number): Message {
  const wrong = new shared.WrongExpectedVersion();
  if (current === NONE) wrong.setCurrentNoStream(new empty.Empty());
  else wrong.setCurrentStreamRevision(String(current));
  if (expected === 'any') wrong.setExpectedAny(new empty.Empty());
  else if (expected === 'no_stream') wrong.setExpectedNoStream(new empty.Empty());
  else if (expected === 'stream_exists') wrong.setExpectedStreamExists(new empty.Empty());
  else wrong.setExpectedStreamPosition(String(expected));
  return wrong;
}

function failed(code: number, message: string, detail: Message, type = `event_store.client.${message}`): Status {
  const details = new any.Any();
  details.pack(detail.serializeBinary(), type);
  const answer = new status.Status();
  answer.setCode(code);
  answer.setMessage(message);
  answer.setDetails(details);
  return answer;
}
