import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import { deadlines } from '../../../src/domain/deadlines.ts';
import type { SessionEvent } from '../../../src/domain/events/catalogue.ts';
import { replay } from '../../../src/domain/machine/replay.ts';
import {
  attendanceSheet,
  happenedBy,
  type Moment,
  project,
  pv,
  recordedBy,
  replayer,
} from '../../../src/projections/index.ts';
import { holds } from '../../support/property.ts';

const jumps = fc.array(fc.nat(999), { minLength: 1, maxLength: 8 });

const read = (events: readonly SessionEvent[]) => replayer({ events, unreadable: [] });

/** What a moment shows is what these events come to by themselves. */
function expectMoment(moment: Moment, events: readonly SessionEvent[]): void {
  expect(moment.session).toEqual(replay(events));
  expect(moment.sheet).toEqual(project(attendanceSheet, events));
  expect(moment.pv).toEqual(project(pv, events));
  expect(moment.clocks).toEqual(deadlines(moment.session.state, moment.at));
  expect(moment.event).toEqual(events.at(-1) ?? null);
  expect(moment.revision).toBe(moment.session.state.revision);
}

/** An instant of a history, or a moment beside one. */
const instantIn = (events: readonly SessionEvent[], choice: number): number => {
  const instants = events.flatMap(({ occurredAt, recordedAt }) => [occurredAt, recordedAt, occurredAt - 1]);
  return instants[choice % Math.max(instants.length, 1)] ?? 0;
};

describe('Whatever the history', () => {
  test('each place shows what the events up to it come to, in whatever order one jumps', () => {
    holds(
      fc.property(histories(), jumps, ({ events }, places) => {
        const session = read(events);
        for (const choice of places) {
          const place = choice % (session.size + 1);
          expectMoment(session.step(place), events.slice(0, place));
        }
      }),
      { runs: 60 },
    );
  });

  test('the record knew at an instant what it had learned by then', () => {
    holds(
      fc.property(histories(), jumps, ({ events }, choices) => {
        const session = read(events);
        for (const choice of choices) {
          const at = instantIn(events, choice);
          expectMoment(session.knownAt(at), recordedBy(events, at));
          expect(session.knownAt(at).at).toBe(at);
        }
      }),
      { runs: 40 },
    );
  });

  test('what was true at an instant is what had happened by then, as far as it is known', () => {
    holds(
      fc.property(histories(), jumps, ({ events }, choices) => {
        const session = read(events);
        for (const [index, choice] of choices.entries()) {
          const at = instantIn(events, choice);
          const known = instantIn(events, choice + index);
          expectMoment(session.trueAt(at), happenedBy(events, at));
          expectMoment(session.trueAt(at, known), happenedBy(recordedBy(events, known), at));
        }
      }),
      { runs: 40 },
    );
  });

  test('a record whose times go backwards is shown all the same', () => {
    holds(
      fc.property(
        histories({ choices: 20 }),
        fc.array(fc.nat(7_200_000), { minLength: 5 }),
        jumps,
        (told, back, all) => {
          const events = told.events.map((event, index): SessionEvent => {
            const [earlier = 0] = back.slice(index % back.length);
            return { ...event, recordedAt: event.recordedAt - earlier };
          });
          const session = read(events);
          for (const choice of all) {
            const at = instantIn(events, choice);
            expectMoment(session.knownAt(at), recordedBy(events, at));
            expectMoment(session.trueAt(at, at), happenedBy(recordedBy(events, at), at));
            expectMoment(session.step(choice % (events.length + 1)), events.slice(0, choice % (events.length + 1)));
          }
        },
      ),
      { runs: 30 },
    );
  });

  test('a moment stays what it was while one goes on', () => {
    holds(
      fc.property(histories(), fc.nat(999), jumps, ({ events }, choice, places) => {
        const session = read(events);
        const { state } = session.step(choice % (session.size + 1)).session;
        const before = structuredClone(state);
        for (const other of places) session.trueAt(instantIn(events, other));
        session.step(session.size);
        expect(state).toEqual(before);
      }),
      { runs: 40 },
    );
  });
});
