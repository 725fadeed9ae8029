import type { Deadline } from '../../domain/deadlines.ts';
import type { SessionEvent } from '../../domain/events/catalogue.ts';
import { type Session, sessionOf } from '../../domain/machine/replay.ts';
import type { Pv } from '../pv/pv.ts';
import type { AttendanceSheet } from '../sheet/attendanceSheet.ts';
import type { Documents } from './documents.ts';
import { type Permission, permissionsOf } from './permissions.ts';
import type { Position } from './position.ts';
import { isKnownRulebook } from './rules.ts';

/** What a session was at one moment. Moments share what is the same in them: read it, and change nothing. */
export interface Moment {
  /** The revision of the last event that was taken in; 0 where there was none. */
  readonly revision: number;
  /** That event. */
  readonly event: SessionEvent | null;
  /** The instant at which clocks are read and permissions are asked, epoch milliseconds. */
  readonly at: number;
  /** The session as the machine knows it. */
  readonly session: Session;
  readonly sheet: AttendanceSheet;
  readonly pv: Pv;
  /** What each candidate has left, of those who take the test; none before the start. */
  readonly clocks: readonly Deadline[];
  /** Whether this library knows the rules that the session is judged by; where not, nothing is said of permissions. */
  readonly areRulesKnown: boolean;
  /** What could be recorded then, for every type of event, and why the rest was refused. Made when it is first read. */
  readonly permissions: readonly Permission[];
}

/**
 * The moment of a position.
 *
 * @param at epoch milliseconds
 * @param clocks read at that instant
 */
export function momentOf(
  { event, draft }: Position,
  { sheet, pv }: Documents,
  at: number,
  clocks: readonly Deadline[],
): Moment {
  let permissions: readonly Permission[] | null = null;
  return {
    revision: draft.state.revision,
    event,
    at,
    session: sessionOf(draft),
    sheet,
    pv,
    clocks,
    areRulesKnown: isKnownRulebook(draft.state.rulebook),
    get permissions() {
      permissions ??= permissionsOf(draft, at);
      return permissions;
    },
  };
}
