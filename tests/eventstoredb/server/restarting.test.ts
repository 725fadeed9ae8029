import { EventStoreDBClient } from '@eventstore/db-client';
import { describe, expect } from 'vitest';
import { all, errorOf, event, events, idsOf, idsRead, listenTo, PATHS } from '../support/client.ts';
import { serverTest } from '../support/target.ts';
import { newLog } from './log/log.ts';
import { newCluster } from './node/cluster.ts';
import { startServer } from './server.ts';

describe('a server that is stopped and started again at its port', () => {
  serverTest('keeps what was written, and knows again what is written again at its place', async () => {
    const log = newLog();
    const [one, two] = [events(3), events(2)];
    let server = await startServer({ log });
    const { port } = server;
    const client = EventStoreDBClient.connectionString(server.connectionString);
    for (const abrupt of [true, false]) {
      await client.appendToStream('s', one, { expectedRevision: 'no_stream' });
      await client.appendToStream('s', two, { expectedRevision: 2n });
      await server.stop({ abrupt });
      expect(await errorOf(client.appendToStream('s', event()))).toMatchObject({ code: 14 });
      server = await startServer({ log, port });
      expect(await idsRead(client.readStream('s'))).toEqual(idsOf([...one, ...two]));
    }
    await client.dispose();
    await server.stop();
  });

  serverTest('has forgotten the ids by which it knew what is written again wherever it stands', async () => {
    const log = newLog();
    const written = events(2);
    const first = await startServer({ log });
    const client = EventStoreDBClient.connectionString(first.connectionString);
    await client.appendToStream('s', written);
    expect((await client.appendToStream('s', written)).nextExpectedRevision).toBe(1n);
    await first.stop();
    const second = await startServer({ log, port: first.port });
    // One call to find out that the connection is gone, where the client has not yet.
    await all(client.readStream('s')).catch(() => null);
    expect((await client.appendToStream('s', written)).nextExpectedRevision).toBe(3n);
    await client.dispose();
    await second.stop();
  });

  for (const { abrupt, how, type } of [
    { abrupt: true, how: 'killed', type: 'unavailable' },
    { abrupt: false, how: 'stopped', type: 'cancelled' },
  ])
    serverTest(`tells those who wait that it was ${how}`, async () => {
      const server = await startServer();
      const client = EventStoreDBClient.connectionString(server.connectionString);
      server.faults = ({ kind }) => (kind === 'append' ? { fault: 'swallow' } : null);
      const subscriber = listenTo(client.subscribeToAll());
      await subscriber.until((told) => told.includes('caughtUp'));
      const appending = PATHS.map(({ options }) => errorOf(client.appendToStream('s', event(), options)));
      await server.until(() => server.open('append') === 2);
      await server.stop({ abrupt });
      for (const failed of appending) expect(await failed).toMatchObject({ type });
      await subscriber.until((told) => told.includes('error'));
      expect(subscriber.error).toMatchObject({ type });
      expect(server.open()).toBe(0);
      await client.dispose();
    });

  serverTest('does not write afterwards what it was slow to write', async () => {
    const [log, cluster] = [newLog(), newCluster()];
    const server = await startServer({ log, cluster });
    const client = EventStoreDBClient.connectionString(server.connectionString);
    const { promise: reached, resolve } = Promise.withResolvers<void>();
    server.faults = ({ kind }) => {
      if (kind !== 'append') return null;
      resolve();
      return { fault: 'slow', ms: 200 };
    };
    const appending = errorOf(client.appendToStream('s', event()));
    await reached;
    await server.stop({ abrupt: true });
    const again = await startServer({ log, cluster, port: server.port });
    await appending;
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(log.of('s')).toEqual([]);
    await client.dispose();
    await again.stop();
  });

  serverTest('says nothing while it stands still, and everything once it moves again', async () => {
    const server = await startServer();
    const client = EventStoreDBClient.connectionString(server.connectionString);
    const written = event();
    await client.appendToStream('s', written);
    server.freeze();
    const options = { deadline: 200, credentials: { username: '', password: '' } };
    expect(await errorOf(client.appendToStream('s', event(), options))).toMatchObject({ type: 'deadline-exceeded' });
    // Clients of one process share a connection, unless they want it otherwise than the others.
    const newcomer = EventStoreDBClient.connectionString(`${server.connectionString}&keepAliveTimeout=20000`);
    const readings = [client, newcomer].map((reader) => all(reader.readStream('s', { maxCount: 1 })));
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(server.calls.filter(({ kind }) => kind === 'read')).toEqual([]);
    server.thaw();
    for (const reading of readings) expect((await reading)[0]?.event?.id).toBe(written.id);
    server.freeze();
    await server.stop();
    await client.dispose();
    await newcomer.dispose();
  });
});
