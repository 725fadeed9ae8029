import { describe, expect, test } from 'vitest';
import { numbered } from '../../src/adapters/testing/store/events.ts';
import { newLog } from './server/log/log.ts';
import { newCluster } from './server/node/cluster.ts';
import { startServer } from './server/server.ts';
import { opened, started } from './support/opened.ts';
import { AT_ONCE, codeOf } from './support/store.ts';

const STREAM = 'session-1';

describe('a cluster', () => {
  async function threeNodes() {
    const [log, cluster] = [newLog(), newCluster()];
    const nodes = [await started({ log, cluster }), await started({ log, cluster }), await started({ log, cluster })];
    const endpoints = nodes.map(({ port }) => ({ address: '127.0.0.1', port }));
    return { nodes, endpoints, log };
  }

  test('whose leader dies goes on with the next one, and nothing is lost or stored twice', async () => {
    const { nodes, endpoints } = await threeNodes();
    const store = opened({ endpoints, tls: false });
    for (let n = 0; n < 12; n++) {
      if (n === 4) {
        nodes[1]?.lead();
        await nodes[0]?.stop({ abrupt: true });
      }
      if (n === 8) nodes[2]?.lead();
      expect(await store.append(STREAM, n, [numbered(n)])).toMatchObject({ kind: 'appended', revision: n + 1 });
    }
    expect(await store.readStream(STREAM)).toHaveLength(12);
  });

  test('is joined by the leader also where only a follower is named', async () => {
    const { nodes, endpoints } = await threeNodes();
    const follower = endpoints[2];
    const store = opened({ endpoints: follower === undefined ? [] : [follower], tls: false });
    expect(await store.append(STREAM, 'none', [numbered(0)])).toMatchObject({ kind: 'appended' });
    expect(nodes[0]?.calls.some(({ kind }) => kind === 'append')).toBe(true);
  });

  test('none of which answers is told as such, and found once it does', async () => {
    const first = await startServer();
    const ports = [first.port, first.port + 1];
    await first.stop();
    const endpoints = ports.map((port) => ({ address: '127.0.0.1', port }));
    const impatient = opened({ endpoints, tls: false, budgets: AT_ONCE });
    expect(await codeOf(impatient.append(STREAM, 'none', [numbered(0)]))).toBe('store-unreachable');
    await started({ port: first.port, log: first.log });
    // The client on its own would remember the failure for good.
    expect(await impatient.append(STREAM, 'none', [numbered(0)])).toMatchObject({ kind: 'appended' });
  });
});
