import type { ServerSurfaceCall } from '@grpc/grpc-js/build/src/server-call.js';
import type { ServedCall } from '../faults.ts';
import { once } from '../log/awake.ts';

/** A call as the server saw it. */
export interface Call {
  readonly kind: ServedCall['kind'];
  /** The path of the gRPC method. */
  readonly method: string;
  readonly stream: string | null;
  /** By which connection it came: the same for calls that share one. */
  readonly peer: string;
  /** When the client gives up by itself, in milliseconds since 1970; `Infinity`: never. */
  readonly deadline: number;
  /** What the client sent along, credentials among it. */
  readonly metadata: Readonly<Record<string, string>>;
  /** `cancelled`: by the client, or because its connection went. */
  readonly state: 'open' | 'answered' | 'cancelled';
  /** How many messages were sent. */
  readonly sent: number;
}

/** The entry of a call, by whoever serves it. */
export interface Entry {
  about(stream: string): void;
  sent(): void;
  answered(): void;
}

/** Every call, in the order in which they came. */
export interface Journal {
  readonly calls: readonly Call[];
  begin(call: ServerSurfaceCall, kind: Call['kind'], stream: string | null): Entry;
  /** Waits until something holds, asking whenever the journal changes. */
  until(holds: () => boolean): Promise<void>;
}

export function newJournal(): Journal {
  const calls: Call[] = [];
  const listeners = new Set<() => void>();
  const listen = (look: () => void) => {
    listeners.add(look);
    return () => {
      listeners.delete(look);
    };
  };

  return {
    calls,
    begin(call, kind, stream) {
      const at = calls.length;
      const change = (with_: (call: Call) => Partial<Call>) => {
        const former = calls[at];
        if (former !== undefined) calls[at] = { ...former, ...with_(former) };
        for (const look of listeners) look();
      };
      const close = (state: Call['state']) =>
        change((former) => ({ state: former.state === 'open' ? state : former.state }));
      calls.push({
        kind,
        method: call.getPath(),
        stream,
        peer: call.getPeer(),
        deadline: Number(call.getDeadline()),
        metadata: Object.fromEntries(
          Object.entries(call.metadata.getMap()).map(([key, value]) => [key, String(value)]),
        ),
        state: 'open',
        sent: 0,
      });
      call.on('cancelled', () => close('cancelled'));
      change(() => ({}));
      return {
        about: (name) => change(() => ({ stream: name })),
        sent: () => change(({ sent }) => ({ sent: sent + 1 })),
        answered: () => close('answered'),
      };
    },
    until: (holds) => once(listen, holds, new AbortController().signal),
  };
}
