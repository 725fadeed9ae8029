import type { ServerSurfaceCall } from '@grpc/grpc-js/build/src/server-call.js';

interface Outgoing<Message> extends ServerSurfaceCall {
  write(message: Message): boolean;
}

/** Sends a message, and waits until the client has room for the next, or is gone: so it is seen what a slow one costs. */
export async function send<Message>(call: Outgoing<Message>, message: Message): Promise<void> {
  if (call.cancelled || call.write(message)) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      call.off('drain', done);
      call.off('cancelled', done);
      resolve();
    };
    call.on('drain', done);
    call.on('cancelled', done);
  });
}
