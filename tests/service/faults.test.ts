import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { manualClock } from '../../src/adapters/cli/demo/clock.ts';
import { histories } from '../../src/adapters/testing/histories/histories.ts';
import { sessionOf } from '../../src/domain/machine/replay.ts';
import { isStoreError, StoreError } from '../../src/domain/store/errors.ts';
import { openRegister } from '../../src/service/register.ts';
import { STORES, withStore } from '../stores/support/stores.ts';
import { comment, EXAMINER, must, opened, plan } from '../support/asked.ts';
import { holds } from '../support/property.ts';
import { OUT_OF_REACH, type Trouble, troubled } from '../support/wrapped.ts';

const kinds: fc.Arbitrary<Trouble> = fc.constantFrom<Trouble>('before', 'after', null);

describe.each(STORES)('a $kind store that fails', (kind) => {
  test('before or after it stored is handled again until it answers, and every command has one effect', async () => {
    const cases = fc.record({
      history: histories({ choices: 20, mistakes: 0, erasures: false }),
      troubles: fc.array(kinds, { minLength: 1, maxLength: 30 }),
    });
    await holds(
      fc.asyncProperty(cases, async ({ history, troubles }) => {
        await withStore(kind, async (sound) => {
          let appends = 0;
          const store = troubled(sound, () => (appends < troubles.length ? (troubles[appends++] ?? null) : null));
          const clock = manualClock(0);
          const register = openRegister(store, { clock });
          for (const [index, { told, now }] of history.steps.entries()) {
            clock.goTo(now);
            const command = { id: `c-${index}`, session: 'session-1', actor: EXAMINER, ...told };
            for (let isDone = false; !isDone; ) {
              try {
                await must(register.handle(command));
                isDone = true;
              } catch (thrown) {
                if (!isStoreError(thrown)) throw thrown;
                expect(thrown.code).toBe(OUT_OF_REACH);
              }
            }
          }
          expect(await register.session('session-1')).toEqual(sessionOf(history.story.draft));
        });
      }),
      { runs: kind.kind === 'memory' ? 60 : 15 },
    );
  });

  test('after it stored leaves a command that answers with what was stored, once only', async () => {
    await withStore(kind, async (sound) => {
      let trouble: Trouble = null;
      const store = troubled(sound, () => trouble);
      const { register: inUse } = opened(store);
      await must(inUse.handle(plan('s')));
      trouble = 'after';
      const command = comment('s', 'Noté', { id: 'c' });
      await expect(inUse.handle(command)).rejects.toMatchObject({ code: OUT_OF_REACH });
      const stored = (await openRegister(sound).history('s')).slice(2);
      expect(stored).toHaveLength(1);
      const { events } = await must(inUse.handle(command));
      expect(events).toEqual(stored);
      trouble = null;
      await must(inUse.handle(comment('s', 'La suite')));
      expect(await inUse.history('s')).toHaveLength(4);
    });
  });

  test('while the directory is read is asked again by the next question', async () => {
    await withStore(kind, async (sound) => {
      let isOutOfReach = true;
      const store = {
        ...sound,
        readAll: async (...given: Parameters<typeof sound.readAll>) => {
          if (isOutOfReach) throw new StoreError(OUT_OF_REACH, 'The disk is out of reach');
          return sound.readAll(...given);
        },
      };
      await must(opened(sound).register.handle(plan('s')));
      const { register: inUse } = opened(store);
      await expect(inUse.agenda()).rejects.toMatchObject({ code: OUT_OF_REACH });
      isOutOfReach = false;
      expect(await inUse.agenda()).toHaveLength(1);
    });
  });

  test('before it stored leaves nothing, and the next command is not held up', async () => {
    await withStore(kind, async (sound) => {
      let trouble: Trouble = 'before';
      const store = troubled(sound, () => trouble);
      const { register: inUse } = opened(store);
      const first = inUse.handle(plan('s', {}, { id: 'c' }));
      const second = inUse.handle(comment('s', 'Noté'));
      await expect(first).rejects.toMatchObject({ code: OUT_OF_REACH });
      expect(await second).toMatchObject({ kind: 'refused', refusals: [{ rule: 'allowed-in-state' }] });
      trouble = null;
      await must(inUse.handle(plan('s', {}, { id: 'c' })));
      expect(await inUse.history('s')).toHaveLength(2);
    });
  });
});
