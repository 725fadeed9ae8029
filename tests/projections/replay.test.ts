import { describe, expect, test } from 'vitest';
import type { SessionEvent } from '../../src/domain/events/catalogue.ts';
import { replay } from '../../src/domain/machine/replay.ts';
import { attendanceSheet, auditHistory, type Moment, project, replayer } from '../../src/projections/index.ts';
import { at, morningEvents, revisionOf } from './morning.ts';

const events = morningEvents();

const morning = replayer(auditHistory(events));

const numberOf3 = ({ sheet }: Moment) => sheet.lines[2]?.certificationNumber;

describe('A replayed morning', () => {
  test('is shown after any of its events, at the instant at which the record learned it', () => {
    const given = morning.step(revisionOf(events, 'AccessCodeGiven'));
    expect(given.session.lifecycle).toBe('running');
    expect(given.event?.type).toBe('AccessCodeGiven');
    expect(given.at).toBe(at('08:35'));
    expect(given.clocks.map(({ candidate, remainingSeconds }) => [candidate, remainingSeconds])).toEqual([
      [1, 6300],
      [2, 8400],
      [3, 6300],
    ]);
  });

  test('is shown before its first event, when there was nothing', () => {
    const { revision, event, at: when, session, clocks } = morning.step(0);
    expect([revision, event, when, session.lifecycle, clocks]).toEqual([0, null, at('07:00'), 'unplanned', []]);
  });

  test('has no place beyond its last event, and none between two', () => {
    for (const place of [-1, morning.size + 1, 1.5, Number.NaN]) expect(() => morning.step(place)).toThrow(RangeError);
  });

  test('tells what the record knew at an instant from what was true then', () => {
    expect(numberOf3(morning.knownAt(at('09:00')))).toBe('100030');
    expect(numberOf3(morning.trueAt(at('09:00')))).toBe('100003');
    expect(morning.knownAt(at('10:30')).sheet.lines[2]?.endScreen).toBeNull();
    expect(morning.trueAt(at('10:30')).sheet.lines[2]?.endScreen?.type).toBe('EndScreenSeen');
  });

  test('tells what was true at an instant as far as it was known at another', () => {
    expect(numberOf3(morning.trueAt(at('09:00'), at('09:30')))).toBe('100030');
    expect(numberOf3(morning.trueAt(at('09:00'), at('09:45')))).toBe('100003');
  });

  test('reads the clocks at the instant that is asked for', () => {
    const start = at('08:40');
    const left = (hour: string) => morning.trueAt(at(hour)).clocks[0]?.remainingSeconds;
    expect(left('09:00')).toBe((start + 6300_000 - at('09:00')) / 1000);
    expect(left('09:01')).toBe((start + 6300_000 - at('09:01')) / 1000);
  });
});

describe('A record of which nothing can be read', () => {
  test('has one moment, at which there was nothing', () => {
    const empty = replayer(auditHistory(['nonsense', { type: 7 }, { type: 'Unheard' }]));
    expect(empty.size).toBe(0);
    expect(empty.step(0).at).toBe(0);
    expect(empty.knownAt(at('09:00')).revision).toBe(0);
    expect(empty.history.unreadable.map(({ type }) => type)).toEqual([null, null, 'Unheard']);
  });
});

describe('A record of some thousand events', () => {
  const before = events.slice(0, revisionOf(events, 'SessionClosed') - 1);
  const [comment] = before.filter((event) => event.type === 'CommentAdded');
  const many: readonly SessionEvent[] = [
    ...before,
    ...Array.from({ length: 2500 }, (_, index): SessionEvent => {
      if (comment === undefined) throw new Error('nobody commented on anything');
      const data = { candidate: 1 + (index % 3), text: `n° ${index}` };
      return { ...comment, revision: before.length + index + 1, recordedAt: at('13:00') + index, data };
    }),
  ];
  const long = replayer({ events: many, unreadable: [] });

  const isRight = (moment: Moment, part: readonly SessionEvent[]): void => {
    expect(moment.session).toEqual(replay(part));
    expect(moment.sheet).toEqual(project(attendanceSheet, part));
    expect(moment.pv.comments.map(({ entry }) => entry.revision).toSorted((a, b) => a - b)).toEqual(
      part.filter(({ type }) => type.endsWith('CommentAdded')).map(({ revision }) => revision),
    );
  };

  test('is shown after any of them, forwards, backwards and by jumps', () => {
    const { size } = long;
    for (const place of [1024, 1025, size, size - 52, 10]) {
      isRight(long.step(place), many.slice(0, place));
    }
  });

  test('is gone through backwards event by event', () => {
    for (let back = 0; back < 150; back++) {
      const { event } = long.step(long.size - back);
      expect(event).toEqual(many.at(-1 - back));
    }
    isRight(long.step(long.size - 149), many.slice(0, -149));
  });

  test('tells what the record knew far on', () => {
    isRight(long.knownAt(at('13:00') + 1400), many.slice(0, before.length + 1401));
  });
});
