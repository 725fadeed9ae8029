import { EventStoreDBClient } from '@eventstore/db-client';
import { describe, expect } from 'vitest';
import { all, event, events, listenTo, PATHS } from '../support/client.ts';
import { serverTest, withServer } from '../support/target.ts';
import { jsonRecord } from './log/log.ts';

describe('what a server notes of its calls', () => {
  serverTest('is what each was about, by which method it came, and when the client would have given up', () =>
    withServer(async ({ client, stream, server }) => {
      const from = Date.now();
      for (const { options } of PATHS) await client.appendToStream(stream(), event(), { ...options, deadline: 5_000 });
      await all(client.readStream(stream()));
      await client.deleteStream(stream());
      expect(server?.calls).toMatchObject([
        { kind: 'features', stream: null, deadline: Number.POSITIVE_INFINITY, state: 'answered' },
        {
          kind: 'append',
          method: '/event_store.client.streams.Streams/BatchAppend',
          deadline: Number.POSITIVE_INFINITY,
        },
        { kind: 'append', method: '/event_store.client.streams.Streams/Append', stream: stream(), state: 'answered' },
        { kind: 'read', stream: stream(), deadline: Number.POSITIVE_INFINITY, state: 'answered', sent: 2 },
        { kind: 'delete', stream: stream(), state: 'answered' },
      ]);
      expect(server?.calls[2]?.deadline).toBeGreaterThanOrEqual(from + 5_000);
      expect(server?.calls[2]?.metadata).toMatchObject({ 'connection-name': client.connectionName });
    }),
  );

  serverTest('is that a client that only left its loop has not ended its call', () =>
    withServer(async ({ client, stream, server }) => {
      await client.appendToStream(stream(), events(200));
      const reading = client.readStream(stream());
      for await (const _ of reading) break;
      expect(server?.open('read')).toBe(1);
      await reading.cancel();
      await server?.until(() => server.open('read') === 0);
      expect(server?.calls.at(-1)?.state).toBe('cancelled');
    }),
  );

  serverTest('is how little was sent to a reader that takes one event and waits', () =>
    withServer(async ({ client, stream, server }) => {
      const large = 'x'.repeat(1_000);
      for (let n = 0; n < 20; n++)
        await client.appendToStream(
          stream(),
          Array.from({ length: 100 }, () => event(undefined, large)),
        );
      const reading = client.readStream(stream());
      let sent = 0;
      for await (const _ of reading) {
        // Sent is what the client has room for; more comes only as it takes what it has.
        while (sent < (server?.calls.at(-1)?.sent ?? 0)) {
          sent = server?.calls.at(-1)?.sent ?? 0;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
        break;
      }
      expect(sent).toBeGreaterThan(0);
      expect(sent).toBeLessThan(500);
      await reading.cancel();
    }),
  );

  serverTest('is that two clients alike share a connection', () =>
    withServer(async ({ client, connectionString, server }) => {
      const other = EventStoreDBClient.connectionString(connectionString);
      const unlike = EventStoreDBClient.connectionString(`${connectionString}&keepAliveTimeout=20000`);
      for (const reader of [client, other, unlike]) await all(reader.readAll({ maxCount: 1 }));
      const [first, second, third] = server?.calls.map(({ peer }) => peer) ?? [];
      expect(second).toBe(first);
      expect(third).not.toBe(first);
      await other.dispose();
      await unlike.dispose();
    }),
  );

  serverTest('that more calls than a connection takes wait until one ends', () =>
    withServer(
      async ({ client, stream, server }) => {
        if (server === null) throw new Error('a real server cannot be told to end a call');
        server.faults = ({ kind, n }) => (kind === 'subscribe' && n === 1 ? { fault: 'end-after', events: 1 } : null);
        await client.appendToStream(stream(), event(), PATHS[1]?.options);
        const held = Array.from({ length: 5 }, () => listenTo(client.subscribeToStream(stream('held'))));
        for (const { until } of held) await until((told) => told.includes('caughtUp'));
        const waiting = all(client.readStream(stream()));
        await new Promise((resolve) => setTimeout(resolve, 50));
        expect(server.open('read')).toBe(0);
        server.log.store(stream('held'), 0, [jsonRecord('Noted', '{}')]);
        expect(await waiting).toHaveLength(1);
        for (const { end } of held) await end();
      },
      { callsPerConnection: 5 },
    ),
  );
});
