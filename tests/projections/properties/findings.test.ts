import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { EventType } from '../../../src/domain/events/catalogue.ts';
import { duration } from '../../../src/projections/french/lengths.ts';
import { FINDING_RULES } from '../../../src/projections/index.ts';
import { holds } from '../../support/property.ts';
import { bare, found, revisionsOf } from '../findings/asked.ts';
import { held, plans } from '../findings/held.ts';
import { INTO_THE_RECORD } from '../findings/injectedIntoTheRecord.ts';
import { INTO_THE_TEST } from '../findings/injectedIntoTheTest.ts';

/** What went otherwise than usual, by the rule that finds it. */
const INJECTIONS = { ...INTO_THE_TEST, ...INTO_THE_RECORD };

/** Where a rule needs something beside the history, the examples try it. */
const NEED_MORE = [
  'event-unreadable',
  'number-in-another-session',
  'over-the-cap-at-once',
  'examiner-in-two-sessions',
  'document-differs',
  'document-unknown',
];

const ascending = (revisions: readonly number[]) => revisions.toSorted((a, b) => a - b);

describe('In a session in which nothing else is the matter', () => {
  test('nothing is found', () => {
    holds(
      fc.property(plans, (plan) => {
        expect(found(held(plan).story.events)).toEqual([]);
      }),
      { runs: 100 },
    );
  });

  test.each(Object.entries(INJECTIONS))('%s finds what happened, and names the right events', (rule, injection) => {
    holds(
      fc.property(plans, (plan) => {
        const room = held(plan, injection.otherwise);
        const { events } = room.story;
        const of = (type: EventType, candidate?: number) => revisionsOf(events, [type], candidate ?? null);
        const expected = injection
          .finds(room, of)
          .map(([candidate, ...all]) => ({ candidate, events: ascending(all.flat()) }));
        expect(found(events, rule).map(bare)).toEqual(expected);
      }),
      { runs: 40 },
    );
  });

  test('every rule is tried', () => {
    expect([...Object.keys(INJECTIONS), ...NEED_MORE].sort()).toEqual(FINDING_RULES.map(({ name }) => name).sort());
  });

  test('a session that was closed early says to the second how much time was missing', () => {
    const injection = INJECTIONS['closed-early'];
    holds(
      fc.property(plans, fc.nat(59), (plan, seconds) => {
        const room = held(plan, {
          ...injection?.otherwise,
          close: ({ story, at }) => {
            story.now = at(70) + seconds * 1000;
            story.must({ type: 'CloseSession', data: {} });
          },
        });
        const missing = duration((room.minutesOf(room.someone) - 70) * 60 + 90 - seconds);
        const [finding] = found(room.story.events, 'closed-early');
        expect(finding?.en).toContain(` with ${missing} left (`);
        expect(finding?.fr).toContain(`il restait ${missing} (`);
      }),
      { runs: 60 },
    );
  });
});
