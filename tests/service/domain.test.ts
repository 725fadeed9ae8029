import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { manualClock } from '../../src/adapters/cli/demo/clock.ts';
import { histories } from '../../src/adapters/testing/histories/histories.ts';
import type { SessionEvent } from '../../src/domain/events/catalogue.ts';
import { sessionOf } from '../../src/domain/machine/replay.ts';
import { openRegister } from '../../src/service/register.ts';
import { STORES, withStore } from '../stores/support/stores.ts';
import { EXAMINER } from '../support/asked.ts';
import { holds } from '../support/property.ts';

/** What the domain decides of an event; the rest is its envelope. */
const decided = ({ type, data, occurredAt, recordedAt, revision, actor }: SessionEvent) => ({
  type,
  data,
  occurredAt,
  recordedAt,
  revision,
  actor,
});

describe.each(STORES)('a history told to registers on a $kind store', (kind) => {
  test('leads to the events, the refusals, the warnings and the state of the pure domain, whoever of two is told', async () => {
    const told = fc.record({
      history: histories({ choices: 40, erasures: false }),
      turns: fc.array(fc.boolean(), { minLength: 8 }),
    });
    await holds(
      fc.asyncProperty(told, async ({ history, turns }) => {
        await withStore(kind, async (store) => {
          const clock = manualClock(0);
          const one = openRegister(store, { clock });
          const other = openRegister(store, { clock });
          let stored = 0;
          for (const [index, { told, now, decision }] of history.steps.entries()) {
            clock.goTo(now);
            const register = turns[index % turns.length] === true ? one : other;
            const answer = await register.handle({ session: 'session-1', actor: EXAMINER, ...told });
            expect(answer.kind).toBe(decision.kind);
            if (decision.kind === 'refused') {
              expect(answer).toEqual({ kind: 'refused', refusals: decision.refusals });
            } else {
              const events = history.events.slice(stored, stored + decision.facts.length);
              stored += events.length;
              expect(answer).toMatchObject({ session: 'session-1', revision: stored, warnings: decision.warnings });
              expect('events' in answer && answer.events.map(decided)).toEqual(events.map(decided));
            }
          }
          expect((await one.history('session-1')).map(decided)).toEqual(history.events.map(decided));
          for (const register of [one, other, openRegister(store)]) {
            expect(await register.session('session-1')).toEqual(sessionOf(history.story.draft));
          }
        });
      }),
      { runs: kind.kind === 'memory' ? 150 : 30 },
    );
  });
});
