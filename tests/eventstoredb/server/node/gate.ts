import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/**
 * What clients connect to: passes bytes to and from the server behind it, and can do to a connection what a network
 * or a stopped machine does, which the server itself cannot.
 */
export interface Gate {
  readonly port: number;
  /** Resets the connection that the server knows by this address. */
  reset(peer: string): void;
  resetAll(): void;
  /** Nothing passes any more, in either direction; connections are taken, and nothing said on them. */
  freeze(): void;
  thaw(): void;
  /** No more connections; done once all that were there are gone. */
  close(): Promise<void>;
}

interface Pair {
  readonly outer: Socket;
  readonly inner: Socket;
}

/** Opens a gate at a port (0: any) to a server at another. */
export async function openGate(port: number, behind: number): Promise<Gate> {
  const pairs = new Set<Pair>();
  let isFrozen = false;

  const gate = createServer({ noDelay: true }, (outer) => {
    const inner = connect({ port: behind, host: '127.0.0.1', noDelay: true });
    const pair = { outer, inner };
    pairs.add(pair);
    for (const socket of [outer, inner]) {
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        pairs.delete(pair);
        outer.destroySoon();
        inner.destroySoon();
      });
    }
    if (!isFrozen) join(pair);
  });
  await new Promise<void>((resolve, reject) => {
    gate.once('error', reject);
    gate.listen(port, '127.0.0.1', resolve);
  });

  const resetAll = () => {
    for (const { outer } of pairs) outer.resetAndDestroy();
  };

  return {
    port: (gate.address() as AddressInfo).port,
    reset(peer) {
      for (const { outer, inner } of pairs) if (peer.endsWith(`:${inner.localPort}`)) outer.resetAndDestroy();
    },
    resetAll,
    freeze() {
      isFrozen = true;
      for (const { outer, inner } of pairs) {
        outer.unpipe(inner).pause();
        inner.unpipe(outer).pause();
      }
    },
    thaw() {
      isFrozen = false;
      for (const pair of pairs) join(pair);
    },
    close() {
      // What does not move cannot say goodbye.
      if (isFrozen) resetAll();
      return new Promise((resolve) => gate.close(() => resolve()));
    },
  };
}

function join({ outer, inner }: Pair): void {
  outer.pipe(inner);
  inner.pipe(outer);
}
