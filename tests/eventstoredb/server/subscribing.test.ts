import { type EventData, streamNameFilter } from '@eventstore/db-client';
import { describe, expect, test } from 'vitest';
import { all, event, events, idsOf, listenTo } from '../support/client.ts';
import { serverTest, type Target, withServer } from '../support/target.ts';

/** Subscribes to everything in streams of this test, noting checkpoints as well. */
function followAll({ client, stream }: Target, fromPosition: 'start' | 'end' | { commit: bigint; prepare: bigint }) {
  const filter = streamNameFilter({
    prefixes: [stream('')],
    maxSearchWindow: 4,
    checkpointReached: async (_subscription, { commit }) => told.note(`checkpoint ${commit}`),
  });
  const told = listenTo(client.subscribeToAll({ fromPosition, filter }));
  return told;
}

const withoutCheckpoints = (told: readonly string[]) => told.filter((one) => !one.startsWith('checkpoint'));

describe('a subscription', () => {
  test('to a stream hands over what is there, then says so, then what comes', () =>
    withServer(async ({ client, stream }) => {
      const [before, after] = [events(3), events(2)];
      await client.appendToStream(stream(), before);
      const { told, until, end } = listenTo(client.subscribeToStream(stream()));
      await until((heard) => heard.includes('caughtUp'));
      await client.appendToStream(stream(), after);
      await until((heard) => heard.length === 7);
      expect(told).toEqual(['confirmation', ...idsOf(before), 'caughtUp', ...idsOf(after)]);
      await end();
    }));

  test('to a stream that is not there yet stays open', () =>
    withServer(async ({ client, stream }) => {
      const { told, until, end } = listenTo(client.subscribeToStream(stream()));
      await until((heard) => heard.includes('confirmation'));
      const first = event();
      await client.appendToStream(stream(), first);
      await until((heard) => heard.includes(first.id));
      expect(told.filter((one) => one !== 'caughtUp')).toEqual(['confirmation', first.id]);
      await end();
    }));

  test('goes on after the revision, or the position, that is given', () =>
    withServer(async (target) => {
      const { client, stream } = target;
      const written = events(4);
      await client.appendToStream(stream(), written);
      const third = (await all(client.readStream(stream())))[2]?.event;
      if (third?.position === undefined) throw new Error('it has a position');
      for (const told of [
        listenTo(client.subscribeToStream(stream(), { fromRevision: third.revision })),
        followAll(target, third.position),
      ]) {
        await told.until((heard) => heard.includes('caughtUp'));
        expect(withoutCheckpoints(told.told)).toEqual(['confirmation', ...idsOf(written.slice(3)), 'caughtUp']);
        await told.end();
      }
    }));

  test('from the end hands over only what is yet to come', () =>
    withServer(async (target) => {
      const { client, stream } = target;
      await client.appendToStream(stream(), events(2));
      const both = [listenTo(client.subscribeToStream(stream(), { fromRevision: 'end' })), followAll(target, 'end')];
      for (const { until } of both) await until((heard) => heard.includes('caughtUp'));
      const next = event();
      await client.appendToStream(stream(), next);
      for (const { told, until, end } of both) {
        await until((heard) => heard.includes(next.id));
        expect(withoutCheckpoints(told)).toEqual(['confirmation', 'caughtUp', next.id]);
        await end();
      }
    }));

  test('to everything in some streams tells how far it looked, also where it found nothing', () =>
    withServer(async (target) => {
      const { client, stream } = target;
      const [one, two] = [event(), event()];
      await client.appendToStream(stream('a'), one);
      await client.appendToStream(`other-${stream()}`, events(12));
      const { position } = await client.appendToStream(stream('b'), two);
      const { told, until, end } = followAll(target, 'start');
      await until((heard) => heard.includes('caughtUp'));
      expect(withoutCheckpoints(told)).toEqual(['confirmation', one.id, two.id, 'caughtUp']);
      const between = told.slice(told.indexOf(one.id) + 1, told.indexOf(two.id));
      expect(between.length).toBeGreaterThanOrEqual(3);
      const checkpoints = told
        .filter((heard) => heard.startsWith('checkpoint'))
        .map((heard) => BigInt(heard.slice(11)));
      expect(checkpoints).toEqual(checkpoints.toSorted((a, b) => Number(a - b)));
      expect(checkpoints.at(-1)).toBeGreaterThanOrEqual(position?.commit ?? 2n ** 63n);
      await end();
    }));

  serverTest('to everything is told so only as often as it asks for', () =>
    withServer(async ({ client, stream }) => {
      await client.appendToStream(stream(), events(40));
      const counted = async (checkpointInterval: number) => {
        const checkpointReached = async () => told.note('checkpoint');
        const options = { prefixes: ['nothing'], maxSearchWindow: 4, checkpointInterval, checkpointReached };
        const told = listenTo(client.subscribeToAll({ filter: streamNameFilter(options) }));
        await told.until((heard) => heard.includes('caughtUp'));
        await told.end();
        return told.told.filter((heard) => heard === 'checkpoint').length;
      };
      // One more when it has caught up.
      expect([await counted(1), await counted(5), await counted(100)]).toEqual([11, 3, 1]);
    }),
  );

  test('to a stream ends with an error when it is deleted for good', () =>
    withServer(async ({ client, stream }) => {
      await client.appendToStream(stream(), events(1));
      const live = listenTo(client.subscribeToStream(stream()));
      await live.until((heard) => heard.includes('caughtUp'));
      await client.tombstoneStream(stream());
      const late = listenTo(client.subscribeToStream(stream()));
      const fromEnd = listenTo(client.subscribeToStream(stream(), { fromRevision: 'end' }));
      for (const told of [live, late, fromEnd]) {
        await told.until((heard) => heard.includes('error'));
        expect(told.error).toMatchObject({ type: 'stream-deleted', streamName: stream() });
      }
    }));

  test('to everything in streams told by a pattern finds the same', () =>
    withServer(async ({ client, stream }) => {
      const found = event();
      await client.appendToStream(stream('no'), event());
      await client.appendToStream(stream('yes'), found);
      const filter = { filterOn: 'streamName', regex: `^${stream('yes')}$`, checkpointInterval: 1 } as const;
      const { told, until, end } = listenTo(client.subscribeToAll({ filter }));
      await until((heard) => heard.includes('caughtUp'));
      expect(told).toEqual(['confirmation', found.id, 'caughtUp']);
      await end();
    }));
});

describe('a subscription to a server of former years', () => {
  const history = (written: readonly EventData[]) => ['confirmation', ...idsOf(written)];

  serverTest('23.10 is told of having caught up only after an event', () =>
    withServer(
      async ({ client, stream }) => {
        const missing = listenTo(client.subscribeToStream(stream()));
        await missing.until((heard) => heard.includes('confirmation'));
        const written = events(2);
        await client.appendToStream(stream(), written);
        await missing.until((heard) => heard.includes('caughtUp'));
        expect(missing.told).toEqual([...history(written), 'caughtUp']);
        await missing.end();
      },
      { generation: '23.10' },
    ),
  );

  serverTest('23.10 is dropped once it is live and falls behind', () =>
    withServer(
      async ({ client, stream }) => {
        const subscriber = listenTo(client.subscribeToStream(stream()));
        await client.appendToStream(stream(), event());
        await subscriber.until((heard) => heard.includes('caughtUp'));
        await client.appendToStream(stream(), events(40));
        await subscriber.until((heard) => heard.includes('error'));
        expect(subscriber.error).toMatchObject({ type: 'timeout', message: expect.stringContaining('too slow') });
      },
      { generation: '23.10' },
    ),
  );

  serverTest('23.6 is never told of having caught up', () =>
    withServer(
      async ({ client, stream }) => {
        const written = events(2);
        await client.appendToStream(stream(), written);
        const { told, until, end } = listenTo(client.subscribeToStream(stream()));
        await until((heard) => heard.length === 3);
        const next = event();
        await client.appendToStream(stream(), next);
        await until((heard) => heard.includes(next.id));
        expect(told).toEqual(history([...written, next]));
        await end();
      },
      { generation: '23.6' },
    ),
  );

  serverTest('24 is told again whenever it had fallen behind', () =>
    withServer(async ({ client, stream }) => {
      const { told, until, end } = listenTo(client.subscribeToStream(stream()));
      await until((heard) => heard.includes('caughtUp'));
      await client.appendToStream(stream(), events(40));
      await until((heard) => heard.lastIndexOf('caughtUp') > 40);
      expect(told.filter((one) => one === 'caughtUp')).toHaveLength(2);
      await end();
    }),
  );
});
