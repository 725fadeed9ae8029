import { byText } from '../byText.ts';
import type { SessionHeader } from '../header.ts';
import { type BoardLine, linesAt } from './line.ts';
import { type BoardRow, isRunning } from './row.ts';

/** A running session on the live board, at one instant. */
export interface BoardSession {
  readonly header: SessionHeader;
  /** Start of the clock; epoch milliseconds. */
  readonly startedAt: number | null;
  /** Whoever is at work first, and of these whose time ends first; those whose test has ended come last. */
  readonly lines: readonly BoardLine[];
}

/** The sessions that run, and every candidate's time, at one instant. */
export interface Board {
  /** Epoch milliseconds. */
  readonly at: number;
  /** The session in which somebody's time ends first comes first. */
  readonly sessions: readonly BoardSession[];
}

/** When the next candidate's time ends; never, where nobody is at work any more. */
const nextEnd = ({ lines }: BoardSession): number =>
  lines.find(({ isAtWork }) => isAtWork)?.endsAt ?? Number.MAX_SAFE_INTEGER;

const byNextEnd = (a: BoardSession, b: BoardSession): number =>
  nextEnd(a) - nextEnd(b) || byText(a.header.session, b.header.session);

/**
 * The live board: « L'enseignant indique quelques minutes avant la fin le temps restant », for every room at once. The
 * same rows tell every instant, so that time may pass without anything being read again.
 *
 * @param rows of whatever sessions; those that do not run are left out
 * @param now epoch milliseconds
 */
export function boardAt(rows: readonly BoardRow[], now: number): Board {
  const sessions = rows
    .filter(isRunning)
    .map((row): BoardSession => ({ header: row.header, startedAt: row.startedAt, lines: linesAt(row, now) }));
  return { at: now, sessions: sessions.sort(byNextEnd) };
}
