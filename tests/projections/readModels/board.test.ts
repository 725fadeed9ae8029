import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import { erased } from '../../../src/adapters/testing/laws/erased.ts';
import { deadlines } from '../../../src/domain/deadlines.ts';
import type { SessionEvent } from '../../../src/domain/events/catalogue.ts';
import { replay } from '../../../src/domain/machine/replay.ts';
import { statusOf } from '../../../src/domain/state/candidate.ts';
import type { CandidateState } from '../../../src/domain/state/session.ts';
import { ERASED } from '../../../src/domain/values/personal.ts';
import { boardAt, boardModel, boardText, project, upTo } from '../../../src/projections/index.ts';
import { holds, isWhole } from '../../support/property.ts';
import { at, morningEvents, revisionOf } from '../morning.ts';

const rowOf = (events: readonly SessionEvent[]) => project(boardModel.row, events);

/** A history up to an event, in three of four cases to one while the session runs, where it ever did. */
const moments = fc
  .tuple(histories({ choices: 100 }), fc.nat(3), fc.nat(100), fc.integer({ min: -60, max: 240 }))
  .map(([{ events }, anywhere, cut, minutes]) => {
    const given = revisionOf(events, 'AccessCodeGiven');
    const [from, to] = anywhere === 0 || given === 0 ? [1, events.length] : [given, closedAfter(events) - 1];
    const until = upTo(events, from + Math.round(((to - from) * cut) / 100));
    const { state, lifecycle } = replay(until);
    const now = (state.startedAt ?? state.recordedAt) + minutes * 60_000 + 250;
    return { until, state, lifecycle, now };
  });

/** When a test ended: by the end screen, else by leaving, else by an end screen that was not seen. */
const endOf = ({ endScreen, left, endScreenNotSeen }: CandidateState): number | null => {
  if (endScreen !== null) return endScreen.at;
  return left === null ? (endScreenNotSeen?.at ?? null) : left.at;
};

/** The event that closed the session, or the one that comes next. */
const closedAfter = (events: readonly SessionEvent[]): number =>
  revisionOf(events, 'SessionClosed') || events.length + 1;

describe('The live board', () => {
  test('keeps of a session exactly what the rules go by, after any event', () => {
    holds(
      fc.property(moments, ({ until, state, lifecycle }) => {
        const row = rowOf(until);
        expect(row).toMatchObject({ lifecycle, startedAt: state.startedAt });
        expect(row.allowances).toEqual(state.allowances);
        expect(row.candidates).toEqual(state.candidates);
        expect(row.header.policy).toEqual(state.policy);
      }),
      { runs: 150 },
    );
  });

  test('shows the sessions that run, and no other', () => {
    const seen = new Set<boolean>();
    holds(
      fc.property(moments, ({ until, lifecycle, now }) => {
        const row = rowOf(until);
        seen.add(lifecycle === 'running');
        expect(boardModel.keeps?.(row)).toBe(lifecycle === 'running');
        expect(boardAt([row], now).sessions).toHaveLength(lifecycle === 'running' ? 1 : 0);
      }),
      { runs: 100 },
    );
    if (isWhole) expect(seen.size).toBe(2);
  });

  test('tells at any instant each candidate’s time as the deadlines do, whoever is at work and ends first before others', () => {
    const seen = { over: 0, interrupted: 0, ended: 0 };
    holds(
      fc.property(moments, ({ until, state, lifecycle, now }) => {
        if (lifecycle !== 'running') return;
        const lines = boardAt([rowOf(until)], now).sessions.flatMap((session) => session.lines);
        const told = deadlines(state, now);
        expect(lines).toHaveLength(told.length);
        for (const deadline of told) {
          const line = lines.find(({ candidate }) => candidate === deadline.candidate);
          expect(line).toMatchObject(deadline);
          const isAtWork = !['finished', 'left'].includes(deadline.status);
          const isOver = isAtWork && deadline.remainingSeconds === 0;
          expect(line).toMatchObject({ isAtWork });
          expect(line?.overSeconds === null).toBe(!isOver);
          expect(line?.interruptedSince === null).toBe(deadline.status !== 'interrupted');
          expect(line?.endedAt === null).toBe(isAtWork);
          seen.over += Number(isOver);
          seen.interrupted += Number(deadline.status === 'interrupted');
          seen.ended += Number(!isAtWork);
        }
        const atWork = lines.filter((line) => line.isAtWork);
        expect(lines.slice(0, atWork.length)).toEqual(atWork);
        for (const group of [atWork, lines.slice(atWork.length)]) {
          for (const [place, line] of group.entries()) {
            const next = group[place + 1] ?? { endsAt: Number.POSITIVE_INFINITY, candidate: 0 };
            if (line.endsAt === next.endsAt) expect(line.candidate).toBeLessThan(next.candidate);
            else expect(line.endsAt).toBeLessThan(next.endsAt);
          }
        }
      }),
      { runs: 300 },
    );
    if (isWhole) expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
  });

  test('says that time is over from the very instant at which it ends, and for how long since', () => {
    let seen = 0;
    holds(
      fc.property(moments, fc.nat(90_000), ({ until, state, lifecycle, now }, later) => {
        if (lifecycle !== 'running') return;
        const asked = deadlines(state, now).flatMap((line) => [-1, 0, later].map((beside) => ({ ...line, beside })));
        for (const { candidate, endsAt, beside } of asked) {
          const line = boardAt([rowOf(until)], endsAt + beside)
            .sessions.flatMap(({ lines }) => lines)
            .find((one) => one.candidate === candidate);
          const known = state.candidates[candidate - 1];
          if (line === undefined || known === undefined) throw new Error('the board leaves somebody out');
          const isOut = known.endScreen !== null || known.left !== null || known.endScreenNotSeen !== null;
          expect(line.isAtWork).toBe(!isOut);
          expect(line.overSeconds).toBe(isOut || beside < 0 ? null : Math.floor(beside / 1000));
          expect(line.endedAt).toBe(endOf(known));
          const began = known.interruptions.findLast(({ resumed }) => resumed === null)?.began.at ?? null;
          expect(line.interruptedSince).toBe(line.status === 'interrupted' ? began : null);
          seen += Number(!isOut);
        }
      }),
      { runs: 100 },
    );
    if (isWhole) expect(seen).toBeGreaterThan(50);
  });

  test('counts down by the second without anything being read again', () => {
    holds(
      fc.property(moments, fc.nat(7_200), ({ until, now }, later) => {
        const row = rowOf(until);
        const [before, after] = [boardAt([row], now), boardAt([row], now + later * 1000)].map(({ sessions }) =>
          sessions.flatMap(({ lines }) => lines).toSorted((a, b) => a.candidate - b.candidate),
        );
        for (const [place, line] of (before ?? []).entries()) {
          const left = line.remainingSeconds - (line.overSeconds ?? 0);
          const then = after?.[place];
          if (!line.isAtWork || then === undefined) continue;
          const leftThen = then.remainingSeconds - (then.overSeconds ?? 0);
          // Whole seconds are counted up before the end and down after it.
          expect(Math.abs(left - leftThen - later)).toBeLessThanOrEqual(1);
        }
      }),
      { runs: 150 },
    );
  });

  test('is told of whatever record, however it was cut', () => {
    holds(
      fc.property(moments, fc.nat(5), ({ until, now }, cut) => {
        const text = boardText(boardAt([rowOf(until.slice(cut)), rowOf(until)], now));
        expect(text).not.toMatch(/\[object|undefined|NaN|null/);
      }),
      { runs: 100 },
    );
  });
});

describe('Sessions side by side', () => {
  const events = morningEvents();
  const running = rowOf(upTo(events, 30));

  /** The same morning in another room, begun so many minutes later. */
  const elsewhere = (session: string, minutes: number) => ({
    ...running,
    header: { ...running.header, session },
    startedAt: (running.startedAt ?? 0) + minutes * 60_000,
  });

  /** The same, where everybody has finished. */
  const finished = (session: string) => {
    const row = elsewhere(session, 0);
    const endScreen = { at: at('10:00'), revision: 99 };
    return { ...row, candidates: row.candidates.map((candidate) => ({ ...candidate, endScreen })) };
  };

  const order = (rows: readonly (typeof running)[]) =>
    boardAt(rows, at('10:00')).sessions.map(({ header }) => header.session);

  test('stand in the order in which somebody’s time ends, where all have finished last, and else by name', () => {
    const rows = [finished('z'), elsewhere('c', 5), finished('a'), elsewhere('e', 1), elsewhere('d', 5)];
    expect(order(rows)).toEqual(['e', 'c', 'd', 'a', 'z']);
    expect(order(rows.toReversed())).toEqual(['e', 'c', 'd', 'a', 'z']);
  });

  test('are told one after the other', () => {
    const text = boardText(boardAt([elsewhere('b', 0), elsewhere('a', 0)], at('10:00')));
    expect(text.match(/SESSION \w/g)).toEqual(['SESSION a', 'SESSION b']);
  });
});

describe('The board of that morning', () => {
  const events = morningEvents();
  const shown = (revision: number, hour: string) => boardText(boardAt([rowOf(upTo(events, revision))], at(hour)));

  test('tells who is interrupted', () => {
    expect(shown(20, '09:02')).toMatchInlineSnapshot(`
      "SESSION rouen-b12, Bâtiment B, Salle B12 : il est 09:02:00
      ──────────────────────────────────────────────────────────
      Surveillance : LEFÈVRE Hélène

       │ N° │ Nom et prénom                                   │ État                    │ Fin du temps │ Temps restant
      ─┼────┼─────────────────────────────────────────────────┼─────────────────────────┼──────────────┼──────────────
       │ 1  │ GARÇON Chloë                                    │ en cours                │ 10:20        │ 1:18:00
       │ 3  │ DE LA ROCHEFOUCAULD-MONTBEL Marie-Éléonore Anne │ en cours                │ 10:20        │ 1:18:00
       │ 2  │ N’DIAYE Ousmane                                 │ INTERROMPU depuis 09:00 │ 10:55        │ 1:53:00
      "
    `);
  });

  test('makes whoever is over time stand out, and says who has finished', () => {
    expect(shown(30, '10:31')).toMatchInlineSnapshot(`
      "SESSION rouen-b12, Bâtiment B, Salle B12 : il est 10:31:00
      ──────────────────────────────────────────────────────────
      Surveillance : LEFÈVRE Hélène

         │ N° │ Nom et prénom                                   │ État            │ Fin du temps │ Temps restant
      ───┼────┼─────────────────────────────────────────────────┼─────────────────┼──────────────┼──────────────────────
      !! │ 3  │ DE LA ROCHEFOUCAULD-MONTBEL Marie-Éléonore Anne │ en cours        │ 10:25        │ ÉCOULÉ depuis 0:06:00
         │ 2  │ N’DIAYE Ousmane                                 │ en cours        │ 11:10        │ 0:39:00
         │ 1  │ GARÇON Chloë                                    │ terminé à 10:30 │ 10:35        │
      "
    `);
  });

  test('has nobody to show where all are absent', () => {
    const row = rowOf(upTo(events, revisionOf(events, 'AccessCodeGiven')));
    const absent = { at: at('08:36'), revision: 99 };
    const none = { ...row, candidates: row.candidates.map((candidate) => ({ ...candidate, absent })) };
    expect(boardText(boardAt([none], at('08:40')))).toContain('Personne ne passe le test.');
  });

  test('tells the times to whoever has no keys, and nobody’s name', () => {
    const board = boardAt([rowOf(upTo(events, 30).map(erased))], at('10:31'));
    expect(board.sessions[0]?.lines.map(({ name, endsAt }) => [name, endsAt])).toEqual(
      ['10:25', '11:10', '10:35'].map((end) => [ERASED, at(end)]),
    );
    expect(boardText(board)).not.toMatch(/GARÇON|LEFÈVRE/);
  });

  test('shows of a candidate no more than the name', () => {
    const board = boardAt([rowOf(upTo(events, 30))], at('10:31'));
    expect(board.sessions[0]?.lines[1]?.name).toEqual({ surname: 'N’DIAYE', firstName: 'Ousmane' });
    expect(JSON.stringify(board)).not.toMatch(/2002-06-01|Dakar/);
  });

  test('is empty after the close', () => {
    expect(shown(31, '10:36')).toBe('Aucune session n’est en cours.\n');
  });
});

test('A candidate who left or did not see the end screen has ended too', () => {
  const ends = new Set<string>();
  holds(
    fc.property(moments, ({ until, state, lifecycle, now }) => {
      if (lifecycle !== 'running') return;
      for (const { candidate, endedAt } of boardAt([rowOf(until)], now).sessions.flatMap(({ lines }) => lines)) {
        const known = state.candidates[candidate - 1];
        if (known === undefined || endedAt === null) continue;
        const marks = [known.endScreen, known.left, known.endScreenNotSeen].map((mark) => mark?.at);
        ends.add(statusOf(state, known));
        expect(marks).toContain(endedAt);
      }
    }),
    { runs: 200 },
  );
  if (isWhole) expect([...ends].sort()).toEqual(['finished', 'left']);
});
