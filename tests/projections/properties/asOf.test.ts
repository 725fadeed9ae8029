import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import { attendanceSheet, happenedBy, project, recordedBy, upTo } from '../../../src/projections/index.ts';
import { holds } from '../../support/property.ts';
import { at, morningEvents } from '../morning.ts';

const events = morningEvents();

const numberOf3 = (part: typeof events) => project(attendanceSheet, part).lines[2]?.certificationNumber;

const endOf3 = (part: typeof events) => project(attendanceSheet, part).lines[2]?.endScreen?.type ?? null;

describe('A document can be shown', () => {
  test('as of any event', () => {
    expect(numberOf3(upTo(events, 18))).toBeNull();
    expect(numberOf3(upTo(events, 19))).toBe('100030');
    expect(numberOf3(upTo(events, 28))).toBe('100003');
  });

  test('as of any moment of the record: what was not typed in yet is not there', () => {
    expect(endOf3(recordedBy(events, at('13:59')))).toBeNull();
    expect(endOf3(recordedBy(events, at('14:00')))).toBe('EndScreenSeen');
  });

  test('as of any moment in the room: what was typed in later is there', () => {
    expect(endOf3(happenedBy(events, at('10:24')))).toBeNull();
    expect(endOf3(happenedBy(events, at('10:25')))).toBe('EndScreenSeen');
  });

  test('as of a moment in the room before something was noted, though it was put right later', () => {
    expect(numberOf3(happenedBy(events, at('08:51')))).toBeNull();
    expect(project(attendanceSheet, happenedBy(events, at('08:34'))).start.startedAt).toBeNull();
  });

  test('as of a moment in the room, with what is known today of what was noted then', () => {
    const nine = happenedBy(events, at('09:00'));
    expect(numberOf3(nine)).toBe('100003');
    expect(project(attendanceSheet, nine).start.startedAt).toBe(at('08:40'));
    expect(project(attendanceSheet, happenedBy(events, at('09:35'))).lines[1]?.remarks).toEqual([]);
  });
});

describe('Whatever the history', () => {
  test('at its end everything was recorded, and everything had happened', () => {
    holds(
      fc.property(histories(), ({ events: told, story }) => {
        expect(upTo(told, told.length)).toEqual(told);
        expect(recordedBy(told, story.now)).toEqual(told);
        expect(happenedBy(told, story.now)).toEqual(told);
      }),
      { runs: 60 },
    );
  });

  test('what was recorded by a moment is the beginning of the record', () => {
    holds(
      fc.property(histories(), fc.nat(100), ({ events: told }, cut) => {
        const moment = told[Math.floor(((told.length - 1) * cut) / 100)]?.recordedAt ?? 0;
        const part = recordedBy(told, moment);
        expect(part).toEqual(upTo(told, part.length));
      }),
      { runs: 60 },
    );
  });
});
