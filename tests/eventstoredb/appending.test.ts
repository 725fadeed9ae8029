import { describe, expect, test } from 'vitest';
import { numbered, numberedFrom, uuid } from '../../src/adapters/testing/store/events.ts';
import type { Fault } from './server/faults.ts';
import { PASSING } from './support/passing.ts';
import { AT_ONCE, codeOf, lostAndForgotten, withStore } from './support/store.ts';

const STREAM = 'session-1';
const ON_SERVER = 'emargement-session-1';

/** The fault of the first append, and of no other. */
const once =
  (fault: Fault) =>
  ({ kind, n }: { readonly kind: string; readonly n: number }) =>
    kind === 'append' && n === 1 ? fault : null;

/** The fault of every append. */
const always =
  (fault: Fault) =>
  ({ kind }: { readonly kind: string }) =>
    kind === 'append' ? fault : null;

const FAULTS: readonly Fault[] = [...PASSING, { fault: 'slow', ms: 400 }];

describe('an append', () => {
  test.each(FAULTS)('that meets %j is stored once, and answered as it stands', (fault) =>
    withStore(async ({ server, store }) => {
      await store.append(STREAM, 'none', numberedFrom(0, 2));
      const { length } = server.calls;
      server.faults = ({ kind }) =>
        kind === 'append' && server.calls.slice(length).filter((call) => call.kind === kind).length === 1
          ? fault
          : null;
      const answer = await store.append(STREAM, 2, numberedFrom(2, 3));
      expect(answer).toMatchObject({ kind: 'appended', revision: 5 });
      const stored = await store.readStream(STREAM);
      expect(stored.map(({ id }) => id)).toEqual([0, 1, 2, 3, 4].map(uuid));
      expect(answer.kind === 'appended' && answer.events).toStrictEqual(stored.slice(2));
    }),
  );

  test.each(FAULTS)('to whatever revision that meets %j is stored once', (fault) =>
    withStore(async ({ server, store }) => {
      server.faults = once(fault);
      expect(await store.append(STREAM, 'any', numberedFrom(0, 2))).toMatchObject({ kind: 'appended', revision: 2 });
      expect(await store.append(STREAM, 'any', numberedFrom(2, 1))).toMatchObject({ kind: 'appended', revision: 3 });
      expect((await store.readStream(STREAM)).map(({ id }) => id)).toEqual([0, 1, 2].map(uuid));
    }),
  );

  test('whose answer was lost, and after which another writer came, is found in the stream, and no conflict', () =>
    withStore(async ({ server, store, open }) => {
      const other = open();
      server.faults = (call) => {
        if (call.kind !== 'append' || call.n !== 1) return null;
        return { fault: 'swallow-after-commit' };
      };
      const answer = store.append(STREAM, 'none', [numbered(0)]);
      await server.until(() => server.log.of(ON_SERVER).length === 1);
      expect(await other.append(STREAM, 1, [numbered(1)])).toMatchObject({ kind: 'appended' });
      expect(await answer).toMatchObject({ kind: 'appended', revision: 1, events: [{ id: uuid(0) }] });
      expect(await store.readStream(STREAM)).toHaveLength(2);
    }));

  test('that was not carried out, while another writer came, is a conflict', () =>
    withStore(async ({ server, store, open }) => {
      const other = open();
      server.faults = once({ fault: 'swallow' });
      const answer = store.append(STREAM, 'none', [numbered(0)]);
      await server.until(() => server.open('append') === 1);
      await other.append(STREAM, 'none', numberedFrom(1, 2));
      expect(await answer).toEqual({ kind: 'conflict', stream: STREAM, expected: 'none', actual: 2 });
    }));

  test('that another one made with other words under the same id is a conflict, with the same words the same append', () =>
    withStore(async ({ store, open }) => {
      const first = await store.append(STREAM, 'none', [numbered(0, { accessCode: 'FIRST' })]);
      const other = await open().append(STREAM, 'none', [numbered(0, { accessCode: 'SECOND' })]);
      expect(other).toEqual({ kind: 'conflict', stream: STREAM, expected: 'none', actual: 1 });
      expect(await open().append(STREAM, 'none', [numbered(0, { accessCode: 'FIRST' })])).toStrictEqual(first);
      expect(await store.readStream(STREAM)).toHaveLength(1);
    }));

  test('after which nobody can say whether it was stored says so, and may be made again', () =>
    withStore(
      async ({ server, store }) => {
        server.faults = always({ fault: 'swallow-after-commit' });
        expect(await codeOf(store.append(STREAM, 'none', [numbered(0)]))).toBe('outcome-unknown');
        server.faults = null;
        expect(await store.append(STREAM, 'none', [numbered(0)])).toMatchObject({ kind: 'appended', revision: 1 });
        expect(await store.readStream(STREAM)).toHaveLength(1);
      },
      { budgets: AT_ONCE },
    ));

  test('that nobody answered, and that the server does not know again, is found in the stream', () =>
    withStore(async ({ server, store }) => {
      server.faults = lostAndForgotten;
      const answer = await store.append(STREAM, 'none', numberedFrom(0, 2));
      expect(answer).toMatchObject({ kind: 'appended', revision: 2, events: [{ id: uuid(0) }, { id: uuid(1) }] });
      expect(await store.readStream(STREAM)).toHaveLength(2);
    }));

  test('that nobody answered, and that cannot be looked for, is told as unknown', () =>
    withStore(
      async ({ server, store }) => {
        server.faults = (call) => (call.kind === 'read' ? { fault: 'not-ready' } : lostAndForgotten(call));
        expect(await codeOf(store.append(STREAM, 'none', [numbered(0)]))).toBe('outcome-unknown');
      },
      { budgets: { ...AT_ONCE, totalMs: 1_500 } },
    ));

  test.each<Fault>([{ fault: 'not-ready' }, { fault: 'busy' }])(
    'that was never taken up (%j) says that it was not stored',
    (fault) =>
      withStore(
        async ({ server, store }) => {
          server.faults = always(fault);
          expect(await codeOf(store.append(STREAM, 'none', [numbered(0)]))).toBe('store-unreachable');
          expect(server.log.of(ON_SERVER)).toEqual([]);
        },
        { budgets: AT_ONCE },
      ),
  );
});
