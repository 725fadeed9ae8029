import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { openRegister } from '../../src/service/register.ts';
import { STORES, withStore } from '../stores/support/stores.ts';
import {
  comment,
  EXAMINER,
  MINUTE,
  must,
  opened,
  plan,
  refusedBy,
  register,
  THE_DAY_BEFORE,
} from '../support/asked.ts';
import { counted } from '../support/wrapped.ts';

describe('a command that is refused', () => {
  test('leaves nothing in the store, and says all that is wrong with it', async () => {
    const { store, calls } = counted(openMemoryStore());
    const { register: inUse } = opened(store);
    const unreadable = { session: 's', actor: { role: 'teacher', identity: '' }, type: 'PlanSession', data: {} };
    const rules = await refusedBy(inUse.handle(unreadable));
    expect(rules.map(([, path]) => path)).toEqual([
      'actor.role',
      'actor.identity',
      'data.establishment',
      'data.slot',
      'data.examiners',
    ]);
    expect(await refusedBy(inUse.handle(register('s', 0)))).toEqual([['allowed-in-state', null]]);
    expect(await refusedBy(inUse.handle({ type: 'Nothing' }))).toEqual([['command-known', 'type']]);
    for (const nonsense of [null, 12, 'PlanSession', [], undefined]) {
      expect(await refusedBy(inUse.handle(nonsense as never))).toEqual([['command-known', 'type']]);
    }
    expect(calls.append).toBe(0);
    expect(await store.readAll()).toEqual([]);
  });

  test('is refused for text that no file can hold, wherever it stands', async () => {
    const { register: inUse } = opened(openMemoryStore());
    const half = '\ud800';
    await refusedBy(inUse.handle(plan('s', {}, { actor: { role: 'examiner', identity: half } })));
    await refusedBy(inUse.handle(plan('s', { examiners: [{ id: half, name: { surname: 'A', firstName: 'B' } }] })));
    await must(inUse.handle(plan('s')));
    expect(await refusedBy(inUse.handle(comment('s', half)))).toEqual([['text-well-formed', 'data.text']]);
  });
});

describe.each(STORES)('a command that expects a revision, on a $kind store', (kind) => {
  test('is a conflict where the session went on since, with what was expected and what is', async () => {
    await withStore(kind, async (store) => {
      const { register: inUse } = opened(store);
      const { revision } = await must(inUse.handle(plan('s')));
      await must(inUse.handle(comment('s', 'Salle ouverte', { expectedRevision: revision })));
      const late = comment('s', 'Salle fermée', { expectedRevision: revision });
      const conflict = { kind: 'conflict', session: 's', expected: revision, actual: revision + 1 };
      expect(await inUse.handle(late)).toEqual(conflict);
      expect(await openRegister(store).handle(late)).toEqual(conflict);
      expect(await inUse.history('s')).toHaveLength(revision + 1);
    });
  });

  test('is judged on what others recorded, not on what this register last saw', async () => {
    await withStore(kind, async (store) => {
      const { register: here } = opened(store);
      const { register: there } = opened(store);
      const { revision } = await must(here.handle(plan('s')));
      await must(there.handle(comment('s', 'Noté ailleurs')));
      const stale = await here.handle(comment('s', 'Noté ici', { expectedRevision: revision }));
      expect(stale).toEqual({ kind: 'conflict', session: 's', expected: revision, actual: revision + 1 });
      await must(there.handle(comment('s', 'Encore ailleurs')));
      await must(here.handle(comment('s', 'Noté ici', { expectedRevision: revision + 2 })));
      expect(await here.handle(comment('s', 'Rang à venir', { expectedRevision: 99 }))).toMatchObject({ actual: 5 });
    });
  });

  test('finds a session of which nothing is recorded at revision 0', async () => {
    await withStore(kind, async (store) => {
      const { register: inUse } = opened(store);
      expect(await inUse.handle(plan('s', {}, { expectedRevision: 1 }))).toMatchObject({ expected: 1, actual: 0 });
      await must(inUse.handle(plan('s', {}, { expectedRevision: 0 })));
    });
  });
});

describe('the time of recording', () => {
  test('never decreases in a session, even where the clock jumps back', async () => {
    const store = openMemoryStore();
    let now = THE_DAY_BEFORE;
    const clock = { now: () => now, setTimeout: () => 0, clearTimeout: () => {} };
    for (const later of [0, 60, -600, 5, -1, 0, 120]) {
      now += later * MINUTE;
      const inUse = openRegister(store, { clock });
      await must(inUse.handle((await inUse.session('s')).lifecycle === 'unplanned' ? plan('s') : comment('s', 'Noté')));
    }
    const history = await openRegister(store).history('s');
    const recorded = history.map(({ recordedAt }) => recordedAt);
    expect(recorded).toEqual(recorded.toSorted((a, b) => a - b));
    expect(Math.max(...recorded)).toBe(THE_DAY_BEFORE + 60 * MINUTE);
  });

  test('is that of the machine where the host gives no clock', async () => {
    const before = Date.now();
    const { events } = await must(openRegister(openMemoryStore()).handle(plan('s')));
    for (const { recordedAt } of events) {
      expect(recordedAt).toBeGreaterThanOrEqual(before);
      expect(recordedAt).toBeLessThanOrEqual(Date.now());
    }
  });
});

test('every command that gives no identity has one of its own', async () => {
  const inUse = openRegister(openMemoryStore());
  await must(inUse.handle(plan('s')));
  for (let n = 0; n < 50; n++) await must(inUse.handle(comment('s', 'Noté')));
  const history = await inUse.history('s');
  expect(new Set(history.map(({ commandId }) => commandId)).size).toBe(51);
  expect(new Set(history.map(({ id }) => id)).size).toBe(history.length);
  const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  for (const { id, commandId, actor } of history) {
    expect([id, commandId]).toEqual([expect.stringMatching(uuid), expect.stringMatching(uuid)]);
    expect(actor).toEqual(EXAMINER);
  }
});

test('what the host ties together and what led to a command stand with its events', async () => {
  const { register: inUse } = opened(openMemoryStore());
  const frame = { correlationId: 'jour-14', causationId: 'demande-7' };
  const { events } = await must(inUse.handle(plan('s', {}, frame)));
  expect(events).toMatchObject([frame, frame]);
});

test('a register that is closed says so, and closes once what was begun is done', async () => {
  const store = openMemoryStore();
  const { register: inUse } = opened(store);
  const begun = inUse.handle(plan('s'));
  const closed = inUse.close();
  await must(begun);
  await closed;
  await expect(inUse.handle(comment('s', 'Trop tard'))).rejects.toMatchObject({ code: 'store-closed' });
  await expect(inUse.session('autre')).rejects.toMatchObject({ code: 'store-closed' });
  await inUse.close();
});
