import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forged, forgeries } from '../../../src/adapters/testing/histories/forgeries.ts';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import { frozen } from '../../../src/adapters/testing/laws/frozen.ts';
import type { SessionEvent } from '../../../src/domain/events/catalogue.ts';
import { replay } from '../../../src/domain/machine/replay.ts';
import { type AttendanceSheet, advance, attendanceSheet, project } from '../../../src/projections/index.ts';
import { holds } from '../../support/property.ts';
import { forgedAt } from '../forgedAt.ts';

const oneByOne = (events: readonly SessionEvent[], from: AttendanceSheet): AttendanceSheet =>
  events.reduce((sheet, event) => advance(attendanceSheet, sheet, event), from);

/** Records, some of which break the rules, each cut somewhere. */
const cutRecords = fc
  .record({ history: histories(), forgeries: fc.array(forgeries, { maxLength: 8 }), cut: fc.nat(100) })
  .map(({ history: { events }, forgeries: all, cut }) => {
    const told = [...events];
    for (const forgery of all) {
      const { state } = replay(told);
      if (state.revision > 0) told.push(forgedAt(forged(forgery, state), told.length + 1));
    }
    return { told, at: Math.floor((told.length * cut) / 100) };
  });

describe('An attendance sheet to which many events come at once', () => {
  test('is to the letter what it is when they come one by one, whatever was on it before', () => {
    holds(
      fc.property(cutRecords, ({ told, at }) => {
        const before = frozen(oneByOne(told.slice(0, at), attendanceSheet.initial));
        const after = project(attendanceSheet, told.slice(at), before);
        expect(JSON.stringify(after)).toBe(JSON.stringify(oneByOne(told.slice(at), before)));
      }),
      { runs: 80 },
    );
  });

  test('is the same sheet where none of them is news', () => {
    holds(
      fc.property(histories(), ({ events }) => {
        const sheet = project(attendanceSheet, events);
        expect(project(attendanceSheet, events, sheet)).toBe(sheet);
      }),
      { runs: 20 },
    );
  });
});
