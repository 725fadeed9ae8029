import { describe, expect, test } from 'vitest';
import { all, errorOf, event, events, idsOf, idsRead, listenTo, PATHS } from '../support/client.ts';
import { serverTest, type Target, withServer } from '../support/target.ts';
import { canSuffer, type Fault, type ServedCall } from './faults.ts';
import type { Server } from './server.ts';

/** Runs a test against the server in this process, of which the first call of a kind suffers a fault. */
const suffering = (kind: ServedCall['kind'], fault: Fault, work: (target: Target, server: Server) => Promise<void>) =>
  withServer(async (target) => {
    const { server } = target;
    if (server === null) throw new Error('a real server cannot be made to fail');
    server.faults = (call) => (call.kind === kind && call.n === 1 ? fault : null);
    await work(target, server);
  });

describe.each(PATHS)('an append that is made $path', ({ path, options }) => {
  const inBatches = path === 'in batches';
  const expectedRevision = 'no_stream';

  const cases: readonly { fault: Fault; told: object; stored: boolean }[] = [
    { fault: { fault: 'reset' }, told: { type: 'unavailable' }, stored: false },
    { fault: { fault: 'reset-after-commit' }, told: { type: 'unavailable' }, stored: true },
    {
      fault: { fault: 'timeout', stored: false },
      told: { type: inBatches ? 'deadline-exceeded' : 'timeout' },
      stored: false,
    },
    {
      fault: { fault: 'timeout', stored: true },
      told: { type: inBatches ? 'deadline-exceeded' : 'timeout' },
      stored: true,
    },
    {
      fault: { fault: 'not-ready' },
      told: inBatches
        ? { type: 'unknown', message: 'Could not recognize Server Is Not Ready' }
        : { type: 'unavailable' },
      stored: false,
    },
    {
      fault: { fault: 'busy' },
      told: inBatches ? { type: 'unknown', message: 'Could not recognize Server Is Busy' } : { type: 'unavailable' },
      stored: false,
    },
    { fault: { fault: 'denied' }, told: { type: 'access-denied' }, stored: false },
    { fault: { fault: 'not-leader' }, told: { type: 'not-leader' }, stored: false },
    { fault: { fault: 'status', code: 13, details: 'broken' }, told: { code: 13 }, stored: false },
  ];
  for (const { fault, told, stored } of cases)
    serverTest(`and meets ${fault.fault} is ${stored ? 'stored' : 'not stored'}, and may be made again`, () =>
      suffering('append', fault, async ({ client, stream }, { log }) => {
        const written = events(2);
        const append = () => client.appendToStream(stream(), written, { ...options, expectedRevision });
        expect(await errorOf(append())).toMatchObject(told);
        expect(log.of(stream())).toHaveLength(stored ? 2 : 0);
        expect(await append()).toMatchObject({ success: true, nextExpectedRevision: 1n });
        expect(await idsRead(client.readStream(stream()))).toEqual(idsOf(written));
      }),
    );
});

describe('an append', () => {
  const [, plain] = PATHS;
  const options = { ...plain?.options, deadline: 200 };

  for (const fault of ['swallow', 'swallow-after-commit'] as const)
    serverTest(`that meets ${fault} is never answered`, () =>
      suffering('append', { fault }, async ({ client, stream }, { log, until, open }) => {
        const appending = client.appendToStream(stream(), event(), options);
        expect(await errorOf(appending)).toMatchObject({ type: 'deadline-exceeded' });
        expect(log.of(stream())).toHaveLength(fault === 'swallow' ? 0 : 1);
        await until(() => open('append') === 0);
      }),
    );

  serverTest('that is slow is stored even where its caller has given up', () =>
    suffering('append', { fault: 'slow', ms: 400 }, async ({ client, stream }, { log, calls, until }) => {
      const appending = client.appendToStream(stream(), event(), options);
      expect(await errorOf(appending)).toMatchObject({ type: 'deadline-exceeded' });
      expect(log.of(stream())).toEqual([]);
      await new Promise<void>((resolve) => log.listen(resolve));
      expect(log.of(stream())).toHaveLength(1);
      await until(() => calls.every(({ state }) => state !== 'open'));
    }),
  );

  serverTest('fails for good where the server could not say once what it supports', () =>
    suffering('features', { fault: 'status', code: 13, details: 'broken' }, async ({ client, stream }) => {
      for (const _ of [1, 2])
        expect(await errorOf(client.appendToStream(stream(), event()))).toMatchObject({ code: 13 });
      await client.appendToStream(stream(), event(), plain?.options);
    }),
  );
});

serverTest('a deletion that meets reset-after-commit has taken place', () =>
  suffering('delete', { fault: 'reset-after-commit' }, async ({ client, stream }) => {
    await client.appendToStream(stream(), events(2));
    expect(await errorOf(client.deleteStream(stream()))).toMatchObject({ type: 'unavailable' });
    expect(await errorOf(all(client.readStream(stream())))).toMatchObject({ type: 'stream-not-found' });
  }),
);

test('a fault that makes no sense for a call cannot happen to it', () => {
  expect(canSuffer({ kind: 'append' }, { fault: 'reset-after-commit' })).toBe(true);
  expect(canSuffer({ kind: 'read' }, { fault: 'reset-after-commit' })).toBe(false);
  expect(canSuffer({ kind: 'subscribe' }, { fault: 'end-after', events: 1 })).toBe(true);
  expect(canSuffer({ kind: 'append' }, { fault: 'end-after', events: 1 })).toBe(false);
  expect(canSuffer({ kind: 'gossip' }, { fault: 'swallow' })).toBe(true);
});

describe('a reading', () => {
  const cases: readonly { fault: Fault; told: object }[] = [
    { fault: { fault: 'reset' }, told: { type: 'unavailable' } },
    { fault: { fault: 'not-ready' }, told: { type: 'unavailable' } },
    { fault: { fault: 'denied' }, told: { type: 'access-denied' } },
    { fault: { fault: 'reset-after', events: 2 }, told: { type: 'unavailable' } },
    { fault: { fault: 'status-after', events: 0, code: 10, details: 'no' }, told: { type: 'timeout' } },
  ];
  for (const { fault, told } of cases)
    serverTest(`that meets ${fault.fault} fails, and succeeds when it is made again`, () =>
      suffering('read', fault, async ({ client, stream }) => {
        await client.appendToStream(stream(), events(5));
        expect(await errorOf(all(client.readStream(stream())))).toMatchObject(told);
        expect(await all(client.readStream(stream()))).toHaveLength(5);
      }),
    );

  for (const shown of [0, 3])
    serverTest(`may end early, after ${shown} events, and look like a shorter stream`, () =>
      suffering('read', { fault: 'end-after', events: shown }, async ({ client, stream }) => {
        await client.appendToStream(stream(), events(5));
        expect(await all(client.readStream(stream()))).toHaveLength(shown);
      }),
    );

  serverTest('may stop for ever, and stays open until it is cancelled', () =>
    suffering('read', { fault: 'freeze-after', events: 2 }, async ({ client, stream }, { open, until }) => {
      await client.appendToStream(stream(), events(5));
      const reading = client.readStream(stream());
      let read = 0;
      for await (const _ of reading) if (++read === 2) setImmediate(() => reading.cancel());
      expect(read).toBe(2);
      await until(() => open('read') === 0);
    }),
  );
});

describe('a subscription', () => {
  serverTest('that meets reset-after is dropped, and what was on its way may be lost', () =>
    suffering('subscribe', { fault: 'reset-after', events: 2 }, async ({ client, stream }) => {
      const written = events(5);
      await client.appendToStream(stream(), written);
      const subscriber = listenTo(client.subscribeToStream(stream()));
      await subscriber.until((told) => told.includes('error'));
      expect(subscriber.error).toMatchObject({ type: 'unavailable' });
      const heard = subscriber.told.slice(0, -1);
      expect(heard).toEqual(['confirmation', ...idsOf(written.slice(0, 2))].slice(0, heard.length));
    }),
  );

  serverTest('that meets status-after is dropped after so many events', () =>
    suffering(
      'subscribe',
      { fault: 'status-after', events: 2, code: 1, details: 'Shut' },
      async ({ client, stream }) => {
        const written = events(5);
        await client.appendToStream(stream(), written);
        const subscriber = listenTo(client.subscribeToStream(stream()));
        await subscriber.until((told) => told.includes('error'));
        expect(subscriber.told).toEqual(['confirmation', ...idsOf(written.slice(0, 2)), 'error']);
        expect(subscriber.error).toMatchObject({ type: 'cancelled' });
      },
    ),
  );

  serverTest('may end though nobody ended it', () =>
    suffering('subscribe', { fault: 'end-after', events: 1 }, async ({ client, stream }) => {
      const written = events(2);
      await client.appendToStream(stream(), written);
      const { told, until } = listenTo(client.subscribeToStream(stream()));
      await until((heard) => heard.includes('end'));
      expect(told).toEqual(['confirmation', ...idsOf(written.slice(0, 1)), 'end']);
    }),
  );

  serverTest('may be told again and again that it caught up', () =>
    suffering('subscribe', { fault: 'repeat', times: 3 }, async ({ client, stream }) => {
      const { told, until, end } = listenTo(client.subscribeToStream(stream()));
      await until((heard) => heard.length === 4);
      expect(told).toEqual(['confirmation', 'caughtUp', 'caughtUp', 'caughtUp']);
      await end();
    }),
  );

  serverTest('may trickle', () =>
    suffering('subscribe', { fault: 'trickle', ms: 5 }, async ({ client, stream }) => {
      const written = events(3);
      await client.appendToStream(stream(), written);
      const { told, until, end } = listenTo(client.subscribeToStream(stream()));
      await until((heard) => heard.includes('caughtUp'));
      expect(told).toEqual(['confirmation', ...idsOf(written), 'caughtUp']);
      await end();
    }),
  );
});
