import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { manualClock } from '../../src/adapters/cli/demo/clock.ts';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { histories } from '../../src/adapters/testing/histories/histories.ts';
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
import { holds } from '../support/property.ts';

describe.each(STORES)('a command that comes twice, on a $kind store', (kind) => {
  test('has one effect and answers with the same events, at once, later, after reopening and elsewhere', async () => {
    await holds(
      fc.asyncProperty(
        histories({ choices: 25, mistakes: 0, erasures: false }),
        fc.nat(2),
        async ({ steps }, modulus) => {
          await withStore(kind, async (store) => {
            const clock = manualClock(0);
            const here = openRegister(store, { clock });
            const stale = openRegister(store, { clock });
            await stale.session('session-1');
            const answers = [];
            for (const [index, { told, now }] of steps.entries()) {
              clock.goTo(now);
              const command = { id: `c-${index}`, session: 'session-1', actor: EXAMINER, ...told };
              const answer = await must(here.handle(command));
              answers.push({ command, answer });
              if (index % 3 === modulus) expect(await here.handle(command)).toEqual(answer);
            }
            const before = await here.history('session-1');
            clock.goTo(clock.now() + 60 * MINUTE);
            for (const register of [here, stale, openRegister(store, { clock })]) {
              for (const { command, answer } of answers) {
                expect(await register.handle(command)).toEqual(answer);
              }
            }
            expect(await here.history('session-1')).toEqual(before);
          });
        },
      ),
      { runs: kind.kind === 'memory' ? 40 : 10 },
    );
  });

  test('has one effect where it comes many times at once, here and elsewhere', async () => {
    await withStore(kind, async (store) => {
      const { register: here } = opened(store);
      const { register: there } = opened(store);
      await must(here.handle(plan('s')));
      const command = comment('s', 'Noté une fois', { id: 'une-fois' });
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, n) => (n % 2 === 0 ? here : there).handle(command)),
      );
      for (const answer of answers) expect(answer).toEqual(answers[0]);
      expect(answers[0]).toMatchObject({ kind: 'accepted', revision: 3 });
      expect(await here.history('s')).toHaveLength(3);
    });
  });

  test('is no conflict the second time, although the session went on from the revision that it expected', async () => {
    await withStore(kind, async (store) => {
      const { register: inUse } = opened(store);
      await must(inUse.handle(plan('s')));
      const command = comment('s', 'Noté', { id: 'c', expectedRevision: 2 });
      const answer = await must(inUse.handle(command));
      expect(await inUse.handle(command)).toEqual(answer);
      expect(await openRegister(store).handleAll([command])).toEqual(answer);
      expect(await inUse.handle({ ...command, id: 'd' })).toMatchObject({ kind: 'conflict', actual: 3 });
    });
  });

  test('is judged again where it was refused', async () => {
    await withStore(kind, async (store) => {
      const { register: inUse } = opened(store);
      const early = register('s', 0, { id: 'trop-tot' });
      expect(await refusedBy(inUse.handle(early))).toEqual([['allowed-in-state', null]]);
      await must(inUse.handle(plan('s')));
      await must(inUse.handle(early));
    });
  });

  test('is refused with another content: data, type, author, or hour', async () => {
    await withStore(kind, async (store) => {
      const { register: inUse, clock } = opened(store);
      const { register: there } = opened(store);
      await must(inUse.handle(plan('s')));
      clock.goTo(THE_DAY_BEFORE + MINUTE);
      const first = comment('s', 'Bruit dans la salle', { id: 'c' });
      await must(inUse.handle(first));
      const others = [
        comment('s', 'Silence dans la salle', { id: 'c' }),
        comment('s', 'Bruit dans la salle', { id: 'c', actor: { role: 'examiner', identity: 'autre' } }),
        comment('s', 'Bruit dans la salle', { id: 'c', occurredAt: THE_DAY_BEFORE }),
        { ...register('s', 0), id: 'c' },
        { ...plan('s'), id: 'c' },
      ];
      for (const other of others) {
        for (const asked of [inUse, there]) {
          const answer = await asked.handle(other);
          expect(answer).toMatchObject({ refusals: [{ rule: 'command-id-reused', path: 'id' }] });
          expect(answer).toMatchObject({ refusals: [{ values: { revision: { value: 3 } } }] });
        }
      }
      expect(await inUse.history('s')).toHaveLength(3);
      await must(there.handle(first));
    });
  });

  test('may be that of another session', async () => {
    await withStore(kind, async (store) => {
      const { register: inUse } = opened(store);
      await must(inUse.handle(plan('s', {}, { id: 'c' })));
      const { events } = await must(inUse.handle(plan('t', {}, { id: 'c' })));
      expect(events).toHaveLength(2);
    });
  });

  test('says again what it said in other words, and in numbers that files do not tell apart', async () => {
    await withStore(kind, async (store) => {
      const { register: inUse } = opened(store);
      const policy = { noticeSeconds: -0 };
      await must(inUse.handle(plan('s', { policy }, { id: 'c' })));
      await must(inUse.handle(plan('s', { policy: { ...policy, clock: 'accessCodeGiven' } }, { id: 'c' })));
      await must(inUse.handle(plan('s', { policy: { noticeSeconds: 0 } }, { id: 'c' })));
      expect(await inUse.history('s')).toHaveLength(2);
    });
  });
});

test('a command that is repeated answers with the revision that it led to, not with where the session stands now', async () => {
  const { register: inUse } = opened(openMemoryStore());
  await must(inUse.handle(plan('s')));
  const noted = await must(inUse.handle(comment('s', 'Un', { id: 'un' })));
  await must(inUse.handle(comment('s', 'Deux')));
  expect(await inUse.handle(comment('s', 'Un', { id: 'un' }))).toEqual(noted);
});
