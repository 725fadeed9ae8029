import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { EVENTS, type SessionEvent } from '../../src/domain/events/catalogue.ts';
import { type Upcaster, upToDate } from '../../src/domain/events/upcast.ts';
import type { StoredEvent } from '../../src/domain/store/envelope.ts';
import { openRegister } from '../../src/service/register.ts';
import { comment, must, opened, plan } from '../support/asked.ts';

const UNREADABLE = { name: 'UnreadableEvent', code: 'event-unreadable' };

/** A store in which a later version of this library added an event to a session. */
async function fromTheFuture(changes: Partial<SessionEvent> | { readonly type: string }) {
  const store = openMemoryStore();
  const { register } = opened(store);
  const { events } = await must(register.handle(plan('s')));
  const added = { ...events[1], id: '00000000-0000-4000-8000-000000000001', commandId: 'later', ...changes };
  await store.append('session-s', 2, [added as StoredEvent]);
  return { store, register };
}

describe.each([
  ['of a later version', { schemaVersion: 2 }],
  ['of an unknown type', { type: 'ExaminerKnighted' }],
  ['named like what every object has', { type: 'toString' }],
  ['of no version that there ever was', { schemaVersion: 0 }],
])('an event %s', (_, changes) => {
  test('is refused by every question about its session and every command, here and after reopening', async () => {
    const { store, register } = await fromTheFuture(changes);
    for (const asked of [register, openRegister(store)]) {
      const questions = [
        () => asked.session('s'),
        () => asked.history('s'),
        () => asked.sheet('s'),
        () => asked.results('s'),
        () => asked.deadlines('s'),
        () => asked.live('s'),
        () => asked.handle(comment('s', 'Noté')),
      ];
      for (const ask of [...questions, ...questions]) await expect(ask()).rejects.toMatchObject(UNREADABLE);
    }
    expect(await store.readStream('session-s')).toHaveLength(3);
  });

  test('of one session leaves the others as they are', async () => {
    const { register } = await fromTheFuture(changes);
    await must(register.handle(plan('t')));
    expect(await register.session('t')).toMatchObject({ lifecycle: 'planned' });
    expect((await register.agenda()).map(({ header }) => header.session)).toEqual(['s', 't']);
    await must(register.handle(comment('t', 'Noté')));
  });
});

test('an event that a listener cannot read is a fault that is told', async () => {
  const store = openMemoryStore();
  const { register } = opened(store);
  const { events } = await must(register.handle(plan('s')));
  const faults: unknown[] = [];
  const live = await register.live('s', { onFault: (fault) => void faults.push(fault) });
  await new Promise((resolve) => setTimeout(resolve, 0));
  const later = { ...events[0], id: '00000000-0000-4000-8000-000000000001', schemaVersion: 2 };
  await store.append('session-s', 2, [later as StoredEvent]);
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(faults).toMatchObject([UNREADABLE]);
  live.stop();
});

describe('an event of an earlier version', () => {
  const stored = async () => {
    const { events } = await must(opened(openMemoryStore()).register.handle(plan('s')));
    const [first] = events;
    if (first === undefined) throw new Error('the session was planned');
    return first;
  };
  const rename = (from: number): Upcaster => ({
    type: 'SessionPlanned',
    from,
    up: (data) => ({ ...(data as object), steps: [...(data as { steps: number[] }).steps, from] }),
  });

  test('is brought up version by version, by the upcasters of its type, whatever their order', async () => {
    const event = await stored();
    const { version } = EVENTS.SessionPlanned;
    const old = { ...event, schemaVersion: version - 3, data: { steps: [] } };
    const chain = [rename(version - 1), { ...rename(version - 3), type: 'SessionClosed' }, rename(version - 3)];
    expect(upToDate(old, [...chain, rename(version - 2)])).toEqual({
      ...event,
      data: { steps: [version - 3, version - 2, version - 1] },
    });
    expect(old.data).toEqual({ steps: [] });
    expect(() => upToDate(old, chain)).toThrow(expect.objectContaining(UNREADABLE));
  });

  test('of today needs none', async () => {
    const event = await stored();
    expect(upToDate(event, [rename(1)])).toBe(event);
  });
});
