import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { SessionEvent } from '../../../src/domain/events/catalogue.ts';
import { FINDING_RULES, findingsOf } from '../../../src/projections/index.ts';
import { readingOf } from '../../domain/reading/taken.ts';
import { holds } from '../../support/property.ts';
import { findingsDue, shownOf } from '../findings/reading/due.ts';
import { handToHand } from '../findings/reading/handToHand.ts';
import { inTheRoom } from '../findings/reading/inTheRoom.ts';
import { LOOKS } from '../findings/reading/looks.ts';
import { sameDay } from '../findings/reading/sameDay.ts';
import { type Beside, tables } from '../findings/reading/tables.ts';

/** Looks for the same by hand as the library does. */
function looksThrough(events: readonly SessionEvent[], beside: Partial<Beside> = {}): void {
  const { others = [], documents = [], unreadable = [] } = beside;
  const all = findingsOf(
    { events, unreadable },
    { others: others.map((other) => ({ events: other, unreadable: [] })), documents },
  );
  const table = { events, unreadable, documents, reading: readingOf(events), others: others.map(readingOf) };
  for (const [rule, look] of Object.entries(LOOKS)) {
    const found = all.filter((finding) => finding.rule === rule).map(shownOf);
    expect([rule, ...found]).toEqual([rule, ...findingsDue(look(table))]);
  }
}

describe('Whoever looks through a record by hand', () => {
  test('knows what each rule looks for', () => {
    expect(Object.keys(LOOKS).toSorted()).toEqual(FINDING_RULES.map(({ name }) => name).toSorted());
  });

  test('finds the same, of the same people, by the same events, with the same figures', () => {
    holds(
      fc.property(tables, ({ events, ...beside }) => {
        looksThrough(events, beside);
      }),
      { runs: 150 },
    );
  });

  test('finds the same where much happened in one test, and was noted before the close, after it or not at all', () => {
    holds(
      fc.property(inTheRoom, (events) => {
        looksThrough(events);
      }),
      { runs: 150 },
    );
  });

  test('finds the same where certification numbers go from hand to hand', () => {
    holds(
      fc.property(handToHand, (events) => {
        looksThrough(events);
      }),
      { runs: 150 },
    );
  });

  test('finds the same where examiners have several rooms', () => {
    holds(
      fc.property(sameDay, (rooms) => {
        for (const room of rooms) looksThrough(room, { others: rooms.filter((other) => other !== room) });
      }),
      { runs: 150 },
    );
  });
});
