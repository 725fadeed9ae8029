import type { ReadReq, ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { handleServerStreamingCall } from '@grpc/grpc-js';
import { resolve } from '../log/links.ts';
import { readAll, readStream } from '../log/read.ts';
import { type Message, subscribe } from '../log/subscribe.ts';
import { admit } from '../node/admit.ts';
import type { Node } from '../node/node.ts';
import { deleted, invalidPosition, tooSlow } from './errors.ts';
import { streams } from './generated.ts';
import { controlMessage, eventMessage, notFoundMessage } from './messages.ts';
import { openOut } from './out.ts';
import { filterOf, fromOf, nameOf } from './requests.ts';

/** `Read`: a page of a stream or of everything, or a subscription to it. */
export const readHandler =
  (node: Node): handleServerStreamingCall<ReadReq, ReadResp> =>
  async (call) => {
    const options = call.request.getOptions() ?? new streams.ReadReq.Options();
    const stream = options.hasStream() ? nameOf(options.getStream()?.getStreamIdentifier()) : null;
    const kind = options.hasSubscription() ? 'subscribe' : 'read';
    const entry = node.journal.begin(call, kind, stream);
    const gone = new AbortController();
    call.on('cancelled', () => gone.abort());

    const admission = await admit(node, call, { kind, stream });
    if (admission.kind === 'forgotten') return;
    const out = openOut(node, call, entry, admission.kind === 'served' ? admission.fault : null);
    if (admission.kind === 'refused') return out.fail(admission.error);

    for await (const message of messages(node, stream, options, gone.signal)) {
      if (message.kind === 'dropped') return out.fail(errorOf(message.why, stream));
      if (!(await out.send(toSend(node, stream, message, options)))) return;
    }
    out.end();
  };

type Sent = Message | { readonly kind: 'not-found' };

function messages(
  { log, now, generation }: Node,
  stream: string | null,
  options: ReadReq.Options,
  signal: AbortSignal,
): AsyncIterable<Sent> | Iterable<Sent> {
  const from = fromOf(options);
  if (options.hasSubscription())
    return subscribe(log, { stream, from, filter: filterOf(options) }, { generation, now, signal });
  const range = { from, backwards: options.getReadDirection() === 1, count: Number(options.getCount()) };
  const records = stream === null ? readAll(log, range) : readStream(log, stream, range, now());
  if (typeof records !== 'string') return records.map((record) => ({ kind: 'event', record }));
  return [records === 'not-found' ? { kind: 'not-found' } : { kind: 'dropped', why: records }];
}

function toSend(
  { log, now }: Node,
  stream: string | null,
  message: Exclude<Sent, { kind: 'dropped' }>,
  options: ReadReq.Options,
): ReadResp {
  if (message.kind === 'not-found') return notFoundMessage(stream ?? '');
  if (message.kind !== 'event') return controlMessage(message);
  return eventMessage(resolve(log, message.record, options.getResolveLinks(), now()));
}

function errorOf(why: Extract<Message, { kind: 'dropped' }>['why'], stream: string | null): Error {
  if (why === 'deleted') return deleted(stream ?? '');
  return why === 'too-slow' ? tooSlow() : invalidPosition();
}
