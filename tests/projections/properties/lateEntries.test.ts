import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import { movable, ON_PAPER } from '../../../src/adapters/testing/laws/onPaper.ts';
import { typedInLast, withoutEntries } from '../../../src/adapters/testing/laws/typedInLast.ts';
import type { EventType, SessionEvent } from '../../../src/domain/events/catalogue.ts';
import { attendanceSheet, entriesBy, project, pv, timeline } from '../../../src/projections/index.ts';
import { holds, isWhole } from '../../support/property.ts';

const HOUR = 3_600_000;

/** A history with one of its facts typed in last, hours later; `null` where none of its facts was on paper. */
function withOneLate(events: readonly SessionEvent[], which: number) {
  // Every type of fact is as likely as another, however seldom a history has it.
  const types = [...Map.groupBy(movable(events), ({ type }) => type).values()];
  const found = types[which % Math.max(1, types.length)] ?? [];
  const late = found[which % Math.max(1, found.length)];
  const last = events.at(-1);
  if (late === undefined || last === undefined) return null;
  return { late, told: typedInLast(events, late, last.recordedAt + HOUR) };
}

describe('What is typed in late from paper', () => {
  test('ends in the same sheet and the same PV as if it had been entered in time', () => {
    const moved = new Set<EventType>();
    holds(
      fc.property(histories({ choices: 100, erasures: false }), fc.nat(), ({ events }, which) => {
        const found = withOneLate(events, which);
        if (found === null) return;
        moved.add(found.late.type);
        expect(withoutEntries(project(attendanceSheet, found.told))).toEqual(
          withoutEntries(project(attendanceSheet, events)),
        );
        expect(withoutEntries(project(pv, found.told))).toEqual(withoutEntries(project(pv, events)));
      }),
      { runs: 400 },
    );
    if (isWhole) expect([...moved].sort()).toEqual([...ON_PAPER].sort());
  });

  test('is marked as late, and shows both times', () => {
    holds(
      fc.property(histories({ choices: 100, erasures: false }), fc.nat(), ({ events }, which) => {
        const found = withOneLate(events, which);
        if (found === null) return;
        const entry = project(timeline, found.told).entries.at(-1);
        const { occurredAt } = found.late;
        expect(entry).toMatchObject({ occurredAt, entry: { late: true, recordedAt: found.told.at(-1)?.recordedAt } });
        expect(project(pv, found.told).lateEntries.map((note) => note.occurredAt)).toContain(occurredAt);
      }),
      { runs: 100 },
    );
  });

  test('is late from a quarter of an hour on', () => {
    const [first] = fc.sample(histories(), { numRuns: 1, seed: 1 })[0]?.events ?? [];
    if (first === undefined) throw new Error('the history has no events');
    const isLate = (minutes: number) => {
      const told = { ...first, recordedAt: first.occurredAt + minutes * 60_000 };
      return project(timeline, [told]).entries[0]?.entry.late;
    };
    expect([0, 1, 15, 16].map(isLate)).toEqual([false, false, false, true]);
  });

  test('stands last in the order of the record, and in its place in the order of the room', () => {
    holds(
      fc.property(histories(), ({ events }) => {
        const told = project(timeline, events);
        expect(entriesBy(told, 'recorded').map(({ entry }) => entry.revision)).toEqual(
          events.map(({ revision }) => revision),
        );
        const times = entriesBy(told, 'occurred').map(({ occurredAt }) => occurredAt);
        expect(times).toEqual(times.toSorted((a, b) => a - b));
      }),
      { runs: 100 },
    );
  });
});
