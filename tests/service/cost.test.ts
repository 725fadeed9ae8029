import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { openRegister } from '../../src/service/register.ts';
import { comment, must, opened, plan, register } from '../support/asked.ts';
import { type Calls, counted } from '../support/wrapped.ts';

const ONE_APPEND: Calls = { append: 1, readStream: 0, readAll: 0 };

/** What one piece of work asks of a store. */
async function costOf(calls: Calls, work: () => Promise<unknown>): Promise<Calls> {
  const before = { ...calls };
  await work();
  return {
    append: calls.append - before.append,
    readStream: calls.readStream - before.readStream,
    readAll: calls.readAll - before.readAll,
  };
}

describe('a command', () => {
  test('of a session at hand asks one append of the store and no read, however long the history is', async () => {
    const { store, calls } = counted(openMemoryStore());
    const { register: inUse } = opened(store);
    await must(inUse.handle(plan('s')));
    for (let n = 0; n < 300; n++) {
      expect(await costOf(calls, () => must(inUse.handle(comment('s', `Note ${n}`))))).toEqual(ONE_APPEND);
    }
    const list = Array.from({ length: 20 }, (_, person) => register('s', person));
    expect(await costOf(calls, () => must(inUse.handleAll(list)))).toEqual(ONE_APPEND);
  });

  test('that is refused asks one read: what is refused on an old state is judged anew', async () => {
    const { store, calls } = counted(openMemoryStore());
    const { register: inUse } = opened(store);
    await must(inUse.handle(plan('s')));
    const tooMany = Array.from({ length: 21 }, (_, person) => register('s', person));
    expect(await costOf(calls, () => inUse.handleAll(tooMany))).toEqual({ append: 0, readStream: 1, readAll: 0 });
  });

  test('of a session that is not at hand asks one read before, refused or not', async () => {
    const { store, calls } = counted(openMemoryStore());
    await must(opened(store).register.handle(plan('s')));
    const refused = openRegister(store);
    const read = { append: 0, readStream: 1, readAll: 0 };
    expect(await costOf(calls, () => refused.handle(plan('s')))).toEqual({ ...read });
    const cold = openRegister(store);
    const cost = { append: 1, readStream: 1, readAll: 0 };
    expect(await costOf(calls, () => must(cold.handle(comment('s', 'Noté'))))).toEqual(cost);
  });

  test('that others overtook asks one conflict, one read of what is new, and one append', async () => {
    const { store, calls } = counted(openMemoryStore());
    const { register: here } = opened(store);
    const { register: there } = opened(store);
    await must(here.handle(plan('s')));
    await must(there.handle(comment('s', 'Noté')));
    const cost = { append: 2, readStream: 1, readAll: 0 };
    expect(await costOf(calls, () => must(here.handle(comment('s', 'Noté'))))).toEqual(cost);
  });
});

test('the thousand sessions used last are kept at hand', async () => {
  const { store, calls } = counted(openMemoryStore());
  const inUse = openRegister(store);
  const ranges: unknown[] = [];
  const asked = openRegister({
    ...store,
    readStream: (stream, range) => {
      ranges.push(range);
      return store.readStream(stream, range);
    },
  });
  await must(inUse.handle(plan('first')));
  await must(inUse.handle(plan('second')));
  await asked.session('first');
  await asked.session('second');
  for (let n = 0; n < 998; n++) await asked.session(`s${n}`);
  await asked.session('first');
  await asked.session('one more');
  ranges.length = 0;
  await asked.session('first');
  await asked.session('second');
  expect(ranges).toEqual([{ from: 3 }, { from: 1 }]);
  expect(calls.append).toBe(2);
});

test('a session that is followed no more asks nothing of the store', async () => {
  const { store, calls } = counted(openMemoryStore());
  const { register: inUse } = opened(store);
  await must(inUse.handle(plan('s')));
  const live = await inUse.live('s');
  live.stop();
  await new Promise((resolve) => setTimeout(resolve, 0));
  const work = async () => {
    await must(inUse.handle(comment('s', 'Noté')));
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  expect(await costOf(calls, work)).toEqual(ONE_APPEND);
});

test('the directory is read by one after the other, each from where the one before came', async () => {
  const { store: memory } = counted(openMemoryStore());
  const { register: there } = opened(memory);
  await must(there.handle(plan('s')));
  const from: unknown[] = [];
  const inUse = openRegister({
    ...memory,
    readAll: (range) => {
      from.push(range?.after);
      return memory.readAll(range);
    },
  });
  const agendas = await Promise.all([inUse.agenda(), inUse.agenda(), inUse.agenda()]);
  for (const agenda of agendas) expect(agenda).toHaveLength(1);
  expect(from).toEqual([undefined, '2', '2']);
});

test('the directory is read once, page by page, and then only what is new', async () => {
  const memory = openMemoryStore();
  const { store, calls } = counted(memory);
  const { register: there } = opened(memory);
  await must(there.handle(plan('s')));
  for (let n = 0; n < 10; n++) {
    const notes = Array.from({ length: 1000 }, (_, note) => comment('s', `Note ${n}-${note}`));
    await must(there.handleAll(notes));
  }
  const inUse = openRegister(store);
  const [entry] = await inUse.agenda();
  expect(calls.readAll).toBe(2);
  await must(there.handle(plan('t')));
  expect(await inUse.agenda()).toHaveLength(2);
  expect(calls.readAll).toBe(3);
  expect(entry?.header.session).toBe('s');
});
