import { EventStoreDBClient } from '@eventstore/db-client';
import { describe, expect, onTestFinished } from 'vitest';
import { all, errorOf, event, events, idsOf, idsRead, PATHS } from '../support/client.ts';
import { serverTest } from '../support/target.ts';
import { newLog } from './log/log.ts';
import { newCluster } from './node/cluster.ts';
import { type Server, startServer } from './server.ts';

/** Three servers that share a log, and a client that finds them by gossip. */
async function three(options = '') {
  const [log, cluster] = [newLog(), newCluster()];
  const servers: Server[] = [];
  for (const _ of [1, 2, 3]) servers.push(await startServer({ log, cluster }));
  const seeds = servers.map(({ port }) => `127.0.0.1:${port}`).join(',');
  const client = EventStoreDBClient.connectionString(`esdb://${seeds}?tls=false&discoveryInterval=10${options}`);
  onTestFinished(async () => {
    await client.dispose();
    for (const server of servers) await server.stop({ abrupt: true });
  });
  const [leader, follower, other] = servers;
  if (leader === undefined || follower === undefined || other === undefined) throw new Error('three were started');
  return { client, leader, follower, other };
}

const appendsAt = ({ calls }: Server) => calls.filter(({ kind }) => kind === 'append').length;

describe('a cluster', () => {
  serverTest('is found by gossip, and its leader chosen', async () => {
    const { client, leader, follower, other } = await three();
    await client.appendToStream('s', event());
    expect([leader, follower, other].map(appendsAt)).toEqual([1, 0, 0]);
    expect([leader, follower, other].some(({ calls }) => calls.some(({ kind }) => kind === 'gossip'))).toBe(true);
  });

  serverTest('serves from a follower too, which passes on what is written', async () => {
    const { client, leader, follower, other } = await three('&nodePreference=follower');
    const written = events(2);
    await client.appendToStream('s', written);
    expect(appendsAt(leader)).toBe(0);
    expect(appendsAt(follower) + appendsAt(other)).toBe(1);
    expect(await idsRead(client.readStream('s'))).toEqual(idsOf(written));
  });

  serverTest('whose leader is lost goes on with another, after one call that fails', async () => {
    const { client, leader, follower, other } = await three();
    const written = event();
    await client.appendToStream('s', written);
    follower.lead();
    await leader.stop({ abrupt: true });
    const options = { ...PATHS[1]?.options, expectedRevision: 0n };
    expect(await errorOf(client.appendToStream('s', event(), options))).toMatchObject({ code: 14 });
    expect(await client.appendToStream('s', event(), options)).toMatchObject({ nextExpectedRevision: 1n });
    expect([follower, other].map(appendsAt)).toEqual([1, 0]);
  });

  serverTest('without a leader cannot be written to, and can be read', async () => {
    const { client, leader } = await three('&nodePreference=follower');
    await client.appendToStream('s', event());
    await leader.stop({ abrupt: true });
    const [batch, plain] = PATHS.map(({ options }) => options);
    expect(await errorOf(client.appendToStream('s', event(), batch))).toMatchObject({
      type: 'unknown',
      message: 'Could not recognize Server Is Not Ready',
    });
    expect(await all(client.readStream('s'))).toHaveLength(1);
    expect(await errorOf(client.appendToStream('s', event(), plain))).toMatchObject({ type: 'unavailable' });
  });

  serverTest('sends who asks for the leader there', async () => {
    const { client, leader } = await three('&nodePreference=follower');
    for (const { options } of PATHS) {
      await all(client.readAll({ maxCount: 1 }));
      const calls = leader.calls.length;
      expect(await errorOf(client.appendToStream('s', event(), { ...options, requiresLeader: true }))).toMatchObject({
        type: 'not-leader',
        leader: { address: '127.0.0.1', port: leader.port },
      });
      await client.appendToStream('s', event(), { ...options, requiresLeader: true });
      expect(leader.calls.length).toBeGreaterThan(calls);
      // Until this connection is lost, and another looked for.
      leader.reset();
      await errorOf(all(client.readAll({ maxCount: 1 })));
    }
  });
});
