import { describe, expect, onTestFinished, test } from 'vitest';
import { openEventStoreDb } from '../../src/adapters/eventstoredb/index.ts';
import { numbered } from '../../src/adapters/testing/store/events.ts';
import { opened, started } from './support/opened.ts';

const STREAM = 'session-1';

describe('a connection string', () => {
  const SECRET = 'hunter2';

  test.each([
    'esdb://',
    `http://admin:${SECRET}@localhost`,
    `esdb://admin:${SECRET}@`,
    `esdb://admin:${SECRET}%@localhost`,
    `esdb://admin:${SECRET}@host:port`,
    `esdb://admin:${SECRET}@host:99999`,
    `esdb://admin:${SECRET}@localhost?tls=perhaps`,
    `esdb://admin:${SECRET}@localhost?colour=blue`,
    `esdb://admin:${SECRET}@localhost?nodePreference=follower`,
    `esdb://admin:${SECRET}@localhost?keepAliveInterval=5`,
    `esdb://admin:${SECRET}@localhost?tlsCAFile=/nowhere/ca.pem`,
    `esdb://admin:${SECRET}@localhost?userCertFile=${import.meta.filename}`,
    `esdb+discover://admin:${SECRET}@one,two`,
  ])('is refused without being quoted: %s', (connectionString) => {
    const open = () => openEventStoreDb({ connectionString });
    expect(open).toThrow(expect.objectContaining({ code: 'range-invalid' }));
    expect(open).not.toThrow(SECRET);
  });

  test('with credentials and without TLS is warned of, and they are neither sent nor shown', async () => {
    const { port, calls } = await started();
    const warnings: string[] = [];
    const listen = ({ message }: Error) => warnings.push(message);
    process.on('warning', listen);
    onTestFinished(() => void process.off('warning', listen));
    const store = opened({
      connectionString: `esdb://admin:${SECRET}@127.0.0.1:${port}?tls=false&throwOnAppendFailure=true`,
    });
    await store.append(STREAM, 'none', [numbered(0)]);
    await new Promise(setImmediate);
    expect(warnings).toEqual([expect.stringContaining('credentials are not sent without TLS')]);
    expect(JSON.stringify([warnings, calls])).not.toContain(SECRET);
    expect(calls[0]?.metadata).not.toHaveProperty('authorization');
  });

  test.each([
    { prefix: '' },
    { prefix: '$sys-' },
    { prefix: 'a b' },
    { maxCalls: 0 },
    { maxCalls: 101 },
    { budgets: { attemptMs: 0 } },
    { budgets: { totalMs: 1.5 } },
  ])('is not enough for %j', (behaviour) => {
    const open = () => openEventStoreDb({ connectionString: 'esdb://localhost', ...behaviour });
    expect(open).toThrow(expect.objectContaining({ code: 'range-invalid' }));
  });

  test.each([
    {},
    { endpoints: [] },
    { endpoints: [{ address: '', port: 1 }] },
    { discover: { address: 'a', port: 0 } },
  ])('may be left out for a place that is one, and not for %j', (place) => {
    expect(() => openEventStoreDb(place)).toThrow(expect.objectContaining({ code: 'range-invalid' }));
  });
});
