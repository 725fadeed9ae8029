import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { openRegister } from '../../src/service/register.ts';
import { STORES, withStore } from '../stores/support/stores.ts';
import { codeOf, issue, must, opened, plan, refusedBy, register } from '../support/asked.ts';
import { holds } from '../support/property.ts';
import { type Trouble, troubled } from '../support/wrapped.ts';
import { alwaysTheSame, cancel, DICTATED, give, holder, planned } from './codes.ts';

describe.each(STORES)('access codes on a $kind store', (kind) => {
  test('are drawn from what can be dictated, and stand once in the record, whoever draws and however many at once', async () => {
    await withStore(kind, async (store) => {
      const registers = [openRegister(store), openRegister(store)];
      const sessions = Array.from({ length: 60 }, (_, n) => `s${n}`);
      const codes = await Promise.all(
        sessions.map(async (session, n) => {
          const inUse = registers[n % 2] ?? openRegister(store);
          await must(inUse.handle(plan(session)));
          const { events } = await must(inUse.handle(issue(session)));
          const [event] = events;
          return event?.type === 'AccessCodeIssued' ? event.data.accessCode : '';
        }),
      );
      for (const code of codes) expect(code).toMatch(DICTATED);
      expect(new Set(codes).size).toBe(60);
      for (const [n, code] of codes.entries()) expect(await holder(store, code)).toBe(`s${n}`);
    });
  });

  test('are given back on cancellation, and can be drawn and given again', async () => {
    await withStore(kind, async (store) => {
      const { register: inUse } = opened(store, { random: alwaysTheSame });
      await planned(inUse, 's', 't', 'u');
      await must(inUse.handle(issue('s', { id: 'un' })));
      expect(await refusedBy(inUse.handle(issue('t', { id: 'deux' })))).toEqual([['access-codes-left', null]]);
      await must(inUse.handle(cancel('s', { id: 'c' })));
      expect(await holder(store, 'BBBB22')).toBe(null);
      await must(inUse.handle(issue('t', { id: 'deux' })));
      expect(await codeOf(inUse, 't')).toBe('BBBB22');
      // The cancellation that comes again takes nothing from the session that holds the code now.
      await must(inUse.handle(cancel('s', { id: 'c' })));
      expect(await holder(store, 'BBBB22')).toBe('t');
      const explicit = give('u', 'BBBB22', { id: 'trois' });
      expect(await refusedBy(inUse.handle(explicit))).toEqual([['access-code-free', 'data.accessCode']]);
    });
  });

  test('that another session has are refused, here and elsewhere, and nothing stays reserved for nothing', async () => {
    await withStore(kind, async (store) => {
      const { register: here } = opened(store);
      const { register: there } = opened(store);
      await planned(here, 's', 't');
      await must(here.handle(give('s', 'ABCD12')));
      for (const asked of [here, there]) {
        expect(await refusedBy(asked.handle(give('t', 'ABCD12')))).toEqual([['access-code-free', 'data.accessCode']]);
        expect(await refusedBy(asked.handleAll([register('t', 0), give('t', 'ABCD12')]))).toEqual([
          ['access-code-free', '[1].data.accessCode'],
        ]);
      }
      expect(await refusedBy(there.handle(give('s', 'WXYZ89')))).toEqual([['allowed-in-state', null]]);
      expect(await refusedBy(there.handle(give('nulle-part', 'WXYZ89')))).toEqual([['allowed-in-state', null]]);
      expect(await there.handle(give('t', 'WXYZ89', { expectedRevision: 1 }))).toMatchObject({ kind: 'conflict' });
      expect(await holder(store, 'WXYZ89')).toBe(null);
      expect(await holder(store, 'ABCD12')).toBe('s');
      expect(await here.history('t')).toHaveLength(2);
    });
  });

  test('are the same for a command that comes twice without a code, one after the other or at once', async () => {
    await withStore(kind, async (store) => {
      const { register: here } = opened(store);
      const { register: there } = opened(store);
      await planned(here, 's');
      await there.session('s');
      const [one, ...others] = await Promise.all(
        [here, here, there, here, there].map((asked) => asked.handle(issue('s', { id: 'c' }))),
      );
      expect(one).toMatchObject({ kind: 'accepted' });
      for (const other of others) expect(other).toEqual(one);
      expect(await openRegister(store).handle(issue('s', { id: 'c' }))).toEqual(one);
      expect(await refusedBy(there.handle(issue('s')))).toEqual([['allowed-in-state', null]]);
      expect(await here.history('s')).toHaveLength(3);
      const streams = (await store.readAll()).map(({ event: { stream } }) => stream);
      const open = new Set(streams.filter((stream) => stream.startsWith('access-code-')));
      const held = await Promise.all([...open].map((stream) => holder(store, stream.slice('access-code-'.length))));
      expect(held.filter((session) => session !== null)).toEqual(['s']);
    });
  });

  test('that were reserved when the step was cut off are the ones that the next try uses', async () => {
    await withStore(kind, async (sound) => {
      let trouble: Trouble = null;
      const store = troubled(sound, ({ stream }) => (stream === 'session-s' ? trouble : null));
      const { register: inUse } = opened(store);
      await planned(inUse, 's');
      trouble = 'before';
      await expect(inUse.handle(issue('s', { id: 'c' }))).rejects.toMatchObject({ code: 'store-unwritable' });
      const [reserved] = (await sound.readAll()).flatMap(({ event: { data } }) =>
        typeof data === 'object' && data !== null && 'accessCode' in data ? [data.accessCode] : [],
      );
      trouble = null;
      const again = openRegister(sound);
      await must(again.handle(issue('s')));
      expect(await codeOf(again, 's')).toBe(reserved);
    });
  });

  test('that were reserved and never issued are given back when the session is cancelled', async () => {
    await withStore(kind, async (sound) => {
      let trouble: Trouble = null;
      const store = troubled(sound, ({ stream }) => (stream === 'session-s' ? trouble : null));
      const { register: inUse } = opened(store);
      await planned(inUse, 's');
      trouble = 'before';
      await expect(inUse.handle(give('s', 'ABCD12'))).rejects.toMatchObject({ code: 'store-unwritable' });
      await expect(inUse.handle(give('s', 'EFGH34'))).rejects.toMatchObject({ code: 'store-unwritable' });
      trouble = null;
      expect([await holder(sound, 'ABCD12'), await holder(sound, 'EFGH34')]).toEqual(['s', 's']);
      await must(inUse.handle(cancel('s')));
      expect([await holder(sound, 'ABCD12'), await holder(sound, 'EFGH34')]).toEqual([null, null]);
    });
  });

  test('of a cancellation that was cut off before they were given back are given back when it comes again', async () => {
    await withStore(kind, async (sound) => {
      let trouble: Trouble = null;
      const store = troubled(sound, ({ stream }) => (stream === 'access-code-ABCD12' ? trouble : null));
      const { register: inUse } = opened(store);
      await planned(inUse, 's');
      await must(inUse.handle(give('s', 'ABCD12')));
      trouble = 'before';
      await expect(inUse.handle(cancel('s', { id: 'c' }))).rejects.toMatchObject({ code: 'store-unwritable' });
      trouble = null;
      expect(await holder(sound, 'ABCD12')).toBe('s');
      await must(openRegister(sound).handle(cancel('s', { id: 'c' })));
      expect(await holder(sound, 'ABCD12')).toBe(null);
    });
  });
});

test('no two sessions that are not cancelled ever have the same code, whatever is asked, drawn, cancelled or cut off', async () => {
  const steps = fc.array(
    fc.record({
      by: fc.nat(1),
      session: fc.nat(4),
      what: fc.constantFrom('issue', 'give', 'cancel'),
      trouble: fc.constantFrom<Trouble>(null, null, null, 'before', 'after'),
    }),
    { minLength: 10, maxLength: 40 },
  );
  await holds(
    fc.asyncProperty(steps, fc.boolean(), async (script, isAtOnce) => {
      const memory = openMemoryStore();
      const pending: Trouble[] = [];
      const store = troubled(memory, () => pending.pop() ?? null);
      const random = (bytes: number) => new Uint8Array(bytes).fill(script.length % 7);
      const registers = [openRegister(store), openRegister(store, { random: isAtOnce ? random : alwaysTheSame })];
      await planned(openRegister(memory), '0', '1', '2', '3', '4');
      const run = async ({ by, session, what, trouble }: (typeof script)[number], index: number) => {
        const inUse = registers[by] ?? openRegister(store);
        const name = String(session);
        if (trouble !== null) pending.push(trouble);
        const command = { issue: issue(name), give: give(name, 'BBBB22'), cancel: cancel(name) }[what];
        await inUse
          .handle({ id: `c-${index}`, ...command })
          .catch((thrown) => expect(thrown).toMatchObject({ code: 'store-unwritable' }));
      };
      if (isAtOnce) await Promise.all(script.map(run));
      else for (const [index, step] of script.entries()) await run(step, index);
      const last = openRegister(memory);
      const live = await Promise.all(['0', '1', '2', '3', '4'].map((name) => last.session(name)));
      const held = live.filter(({ lifecycle, state }) => lifecycle === 'codesIssued' && state.accessCode !== null);
      const codes = held.map(({ state }) => state.accessCode);
      expect(new Set(codes).size).toBe(codes.length);
      for (const { state } of held) expect(await holder(memory, String(state.accessCode))).toBe(state.session);
    }),
    { runs: 60 },
  );
});
