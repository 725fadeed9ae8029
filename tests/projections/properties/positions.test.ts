import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import type { SessionEvent } from '../../../src/domain/events/catalogue.ts';
import { recordedBy, replayer } from '../../../src/projections/index.ts';
import { documentsOf } from '../../../src/projections/replay/documents.ts';
import { onward, START } from '../../../src/projections/replay/position.ts';
import { EACH_UP_TO, positionsOf } from '../../../src/projections/replay/positions.ts';
import { holds } from '../../support/property.ts';
import { morningEvents, revisionOf } from '../morning.ts';

const SIZE = 4000;

/** A morning on which somebody is noted present again and again. */
const long: readonly SessionEvent[] = (() => {
  const events = morningEvents();
  const before = events.slice(0, revisionOf(events, 'AccessCodeGiven'));
  const [present] = before.filter(({ type }) => type === 'CandidatePresent');
  if (present === undefined) throw new Error('nobody was there');
  const again = Array.from({ length: SIZE - before.length }, (_, index) => ({
    ...present,
    revision: before.length + index + 1,
  }));
  return [...before, ...again];
})();

/** The positions of that record, and how many events were taken in for them since it was asked last. */
function counted() {
  let taken = 0;
  const watched: readonly SessionEvent[] = Object.assign([...long], {
    slice(from = 0, to = SIZE) {
      taken += Math.max(to - from, 0);
      return long.slice(from, to);
    },
  });
  const positionAt = positionsOf(watched);
  const cost = (): number => {
    const since = taken;
    taken = 0;
    return since;
  };
  return { positionAt, cost };
}

const places = fc.integer({ min: 0, max: SIZE });

describe('The positions of a record of some thousand events', () => {
  test('are those after so many events, wherever one comes from', () => {
    const { positionAt } = counted();
    holds(
      fc.property(fc.array(fc.tuple(places, fc.integer({ min: -60, max: 60 })), { maxLength: 4 }), (walk) => {
        for (const [far, step] of walk) {
          for (const place of [far, Math.min(SIZE, Math.max(0, far + step))]) {
            const { draft, minutes, event, place: found } = positionAt(place);
            const { state } = draft;
            expect([found, state.revision, minutes.revision, event]).toEqual([
              place,
              place,
              place,
              long[place - 1] ?? null,
            ]);
            const line = minutes.lines[0]?.notes.standing.find(({ type }) => type === 'CandidatePresent');
            expect(line?.entry.revision ?? null).toBe(state.candidates[0]?.present?.revision ?? null);
          }
        }
      }),
      { runs: 60 },
    );
    const { draft, minutes } = positionAt(SIZE - 7);
    const direct = onward(START, long, SIZE - 7);
    expect([draft, minutes]).toEqual([direct.draft, direct.minutes]);
  });

  test('are made once each near the beginning, and cost nothing there from then on', () => {
    const { positionAt, cost } = counted();
    expect(cost()).toBe(EACH_UP_TO);
    for (const place of [0, 1, 500, EACH_UP_TO]) expect(positionAt(place)).toBe(positionAt(place));
    expect(cost()).toBe(0);
  });

  test('cost one way to the furthest, and a 32nd of it for each jump thereafter', () => {
    holds(
      fc.property(fc.array(places, { minLength: 1, maxLength: 20 }), (walk) => {
        const { positionAt, cost } = counted();
        let furthest = EACH_UP_TO;
        cost();
        for (const place of walk) {
          positionAt(place);
          const onTheWay = Math.max(place - furthest, 0);
          expect(cost()).toBeLessThanOrEqual(onTheWay + Math.ceil(place / 32));
          furthest = Math.max(furthest, place - Math.ceil(place / 32));
        }
      }),
      { runs: 10 },
    );
  });

  test('cost one event for a step forwards over known ground, and no event for where one is', () => {
    const { positionAt, cost } = counted();
    positionAt(SIZE);
    positionAt(2000);
    cost();
    for (let place = 2001; place < 2200; place++) {
      positionAt(place);
      expect(cost()).toBeLessThanOrEqual(1);
      positionAt(place);
      expect(cost()).toBe(0);
    }
  });

  test('are kept a 32nd of the way apart, so that all of them hold a multiple of the record and not its square', () => {
    const { positionAt, cost } = counted();
    const furthest = EACH_UP_TO + 150;
    positionAt(furthest);
    const kept: number[] = [];
    for (let place = EACH_UP_TO; place < furthest; place += Math.ceil(place / 32)) kept.push(place);
    const free = Array.from({ length: furthest - EACH_UP_TO }, (_, index) => EACH_UP_TO + index).filter((place) => {
      positionAt(EACH_UP_TO + 32);
      cost();
      positionAt(place);
      return cost() === 0;
    });
    expect(free).toEqual(kept);
  });

  test('cost one way forwards for many steps backwards', () => {
    const { positionAt, cost } = counted();
    positionAt(SIZE);
    cost();
    for (let place = SIZE; place > SIZE - 50; place--) positionAt(place);
    expect(cost()).toBeLessThanOrEqual((50 * 50) / 2 + SIZE / 32);
  });
});

describe('The moments of one session', () => {
  test('share what is the same in them', () => {
    holds(
      fc.property(histories({ choices: 30 }), fc.nat(999), ({ events }, choice) => {
        const session = replayer({ events, unreadable: [] });
        const at = events[choice % Math.max(events.length, 1)]?.recordedAt ?? 0;
        const known = session.knownAt(at);
        const step = session.step(recordedBy(events, at).length);
        expect(known.sheet).toBe(step.sheet);
        expect(known.pv).toBe(step.pv);
        expect(step.clocks).toBe(session.step(recordedBy(events, at).length).clocks);
        expect(session.trueAt(Number.MAX_SAFE_INTEGER).sheet).toBe(session.step(events.length).sheet);
      }),
      { runs: 30 },
    );
  });

  test('have no line made again that stands in the one before', () => {
    holds(
      fc.property(histories({ choices: 30 }), ({ events }) => {
        const positionAt = positionsOf(events);
        let former = documentsOf(positionAt(0).minutes, null);
        for (let place = 1; place <= events.length; place++) {
          const { minutes } = positionAt(place);
          const next = documentsOf(minutes, former);
          const isSameStart = minutes.start.startedAt === former.sheet.start.startedAt;
          for (const [kept, line] of next.lines) {
            if (isSameStart && former.lines.has(kept)) expect(line).toBe(former.lines.get(kept));
          }
          former = next;
        }
      }),
      { runs: 30 },
    );
  });
});
