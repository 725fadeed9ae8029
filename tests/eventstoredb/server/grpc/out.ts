import { setTimeout as pause } from 'node:timers/promises';
import type { ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { ServerWritableStream } from '@grpc/grpc-js';
import type { LaterFault } from '../node/admit.ts';
import type { Entry } from '../node/journal.ts';
import type { Node } from '../node/node.ts';
import { failure } from './errors.ts';
import { send } from './send.ts';

/** Where the messages of a read or a subscription go. */
export interface Out {
  /** Sends a message as soon as the client takes it; `false` once nothing more is to be sent. */
  send(message: ReadResp): Promise<boolean>;
  end(): void;
  fail(error: Error): void;
}

type ReadCall = ServerWritableStream<unknown, ReadResp>;

/** What was sent last has a moment to arrive before its connection is reset; it may be lost nevertheless. */
const ON_THE_WAY = 10;

export function openOut(node: Node, call: ReadCall, entry: Entry, fault: LaterFault | null): Out {
  let events = 0;

  const end = () => {
    entry.answered();
    call.end();
  };
  const fail = (error: Error) => {
    entry.answered();
    call.emit('error', error);
  };

  /** Whether the fault came about. */
  const suffers = async (): Promise<boolean> => {
    if (fault === null || !('events' in fault) || events < fault.events) return false;
    if (fault.fault === 'reset-after') {
      await pause(ON_THE_WAY);
      node.gate.reset(call.getPeer());
    } else if (fault.fault === 'end-after') end();
    else if (fault.fault === 'status-after') fail(failure(fault.code, fault.details));
    return true;
  };

  return {
    end,
    fail,
    async send(message) {
      if (await suffers()) return false;
      if (fault?.fault === 'trickle') await pause(fault.ms);
      const times = fault?.fault === 'repeat' && (message.hasCaughtUp() || message.hasCheckpoint()) ? fault.times : 1;
      for (let time = 0; time < times && !call.cancelled; time++) {
        entry.sent();
        await send(call, message);
      }
      if (message.hasEvent()) events++;
      return !call.cancelled && !(message.hasEvent() && (await suffers()));
    },
  };
}
