import { ERASED } from '../../domain/values/personal.ts';
import { onEach } from '../compose.ts';
import { entryMark } from '../entry.ts';
import { advance, type Projection, project } from '../projection.ts';
import { forgettingOn, newLine } from './changes.ts';
import type { StartCorrection } from './correction.ts';
import type { KeptLine, SheetLine } from './line.ts';
import { changedLine, isAbout, isLineEvent, LINE_EVENTS, type LineEvent } from './lineChanges.ts';
import { settle } from './settle.ts';

/** « Le début du décompte du temps correspond au moment où est donné le code d'accès. » */
export interface SessionStart {
  /** When the code was given, as it was first noted; epoch milliseconds, `null` before that. */
  readonly givenAt: number | null;
  /** When the clock started, as it is known now; epoch milliseconds. */
  readonly startedAt: number | null;
  /** In the order of the record. */
  readonly corrections: readonly StartCorrection[];
}

/** Lines, as far as a view makes them, with the start of the clock, on which depends where a candidate is. */
interface RosterOf<L extends KeptLine> {
  readonly start: SessionStart;
  /** By number; withdrawn candidates too, so that a number is never given twice. */
  readonly lines: readonly L[];
}

/** The lines of the sheet, with the start of the clock, on which depends where a candidate is in the session. */
export interface Roster extends RosterOf<SheetLine> {}

/** What the lines keep. What follows from it can be asked of the last of many. */
export interface KeptRoster extends RosterOf<KeptLine> {}

/** What a line is made to be after each change. @param startedAt epoch milliseconds; `null` before the start */
type Settle<L extends KeptLine> = (line: KeptLine, startedAt: number | null) => L;

/** Why the start was put right is said of the session. */
const withoutReasons = (start: SessionStart): SessionStart => ({
  ...start,
  corrections: start.corrections.map((correction) => ({ ...correction, reason: ERASED })),
});

/** The lines of the sheet. An event about a candidate whom nobody registered changes none. */
function rosterOf<L extends KeptLine>(settled: Settle<L>): Projection<RosterOf<L>> {
  type View = RosterOf<L>;

  /** The clock starts, or is known to have started at another time; each line shows it. */
  const startAt = (lines: readonly KeptLine[], start: SessionStart): View => ({
    start,
    lines: lines.map((line) => settled(line, start.startedAt)),
  });

  const changing = onEach<View>(
    { start: { givenAt: null, startedAt: null, corrections: [] }, lines: [] },
    LINE_EVENTS,
    (view, event) => {
      const about = event as LineEvent;
      const change = (line: L): L => settled(changedLine(line, about), view.start.startedAt);
      return { ...view, lines: view.lines.map((line) => (isAbout(about, line) ? change(line) : line)) };
    },
  );

  return {
    initial: changing.initial,
    on: {
      ...changing.on,
      AccessCodeGiven: ({ lines, start }, { occurredAt }) =>
        startAt(lines, { ...start, givenAt: occurredAt, startedAt: occurredAt }),
      StartCorrected: (view, event) => {
        const { occurredAt, data } = event;
        const { startedAt: before, corrections } = view.start;
        const { startedAt: after, reason } = data;
        const entry = entryMark(event);
        const correction = { kind: 'start', candidate: null, before, after, reason, occurredAt, entry } as const;
        return startAt(view.lines, { ...view.start, startedAt: after, corrections: [...corrections, correction] });
      },
      CandidateRegistered: (view, event) => ({
        ...view,
        lines: [...view.lines, settled(newLine(event.data), view.start.startedAt)],
      }),
      PersonErased: ({ start, lines }, { data: { person } }) =>
        startAt(
          lines.map((line) => forgettingOn(line, person)),
          person === 'session' ? withoutReasons(start) : start,
        ),
    },
  };
}

const kept: Projection<KeptRoster> = rosterOf((line) => line);

/** Changes the line that an event is about where it stands. */
const changeIn = (lines: KeptLine[], event: LineEvent): void =>
  lines.forEach((line, place) => {
    if (isAbout(event, line)) lines[place] = changedLine(line, event);
  });

/** What the lines of the sheet keep, and no more, for whoever goes through many events to look at the last. */
export const keptRoster: Projection<KeptRoster> = {
  ...kept,
  /** Most events change a line: of many, each changes the same copy of the lines, which nobody has seen yet. */
  over(view, events) {
    let after = view;
    let own: KeptLine[] | null = null;
    for (const event of events) {
      if (isLineEvent(event)) {
        if (after.lines !== own) {
          own = [...after.lines];
          after = { ...after, lines: own };
        }
        changeIn(own, event);
      } else after = advance(kept, after, event);
    }
    return after;
  },
};

/** The lines of the sheet, each with what follows from what it keeps. */
export const roster: Projection<Roster> = {
  ...rosterOf(settle),
  over(view, events) {
    const after = project(keptRoster, events, view);
    return after === view ? view : settledSince(view, after);
  },
};

/** A view with what follows from what its lines keep. */
export const settled = <V extends KeptRoster>(view: V): V & Roster => ({
  ...view,
  lines: view.lines.map((line) => settle(line, view.start.startedAt)),
});

/**
 * A view whose lines went on without what follows from what they keep, made whole again: where the start of the clock is
 * another one, all of them; else those that changed.
 *
 * @param before the view before, whose lines are whole
 */
function settledSince(before: Roster, view: KeptRoster): Roster {
  const { startedAt } = view.start;
  const isSameStart = before.start.startedAt === startedAt;
  const lines = view.lines.map((line, index) => {
    const former = before.lines[index];
    return isSameStart && former === line ? former : settle(line, startedAt);
  });
  return { ...view, lines };
}
