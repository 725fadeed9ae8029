import { PROCEDURE } from '../../../../domain/procedure.ts';
import { type RoomClock, roomClock } from '../../../../projections/findings/analysis/roomClock.ts';
import { onTheWall } from '../../../../projections/findings/rules/onTheWall.ts';
import { wallOf } from '../../../../projections/french/wall.ts';
import type { Permission } from '../../../../projections/replay/permissions.ts';
import type { Moment } from '../../../../projections/replay/replayer.ts';
import { visible } from '../../../../projections/terminal/visible.ts';

/** Why something could not be recorded, and of whom. */
export interface Reason {
  readonly text: string;
  readonly rule: string;
  /** The sentence of the procedure that the rule comes from; `null` where it has none. */
  readonly sentence: string | null;
  /** « n° 3, n° 4 »; empty where it is not about candidates. */
  readonly candidates: string;
}

/** What could be recorded, or why not. */
export interface Permitted {
  readonly type: string;
  readonly title: string;
  readonly allowed: boolean;
  /** Of whom, where it is about a candidate; empty where it is not. */
  readonly candidates: string;
  readonly reasons: readonly Reason[];
}

const numbers = (candidates: readonly number[]): string => candidates.map((number) => `n° ${number}`).join(', ');

/** What a moment allowed; the same reason for several candidates is said once. */
export function permissionsShown({ permissions, sheet }: Moment): readonly Permitted[] {
  const { day, zone } = wallOf(sheet.header);
  const clock = roomClock(zone, day);
  return permissions.map(({ type, title, allowed, candidates, refusals }) => ({
    type,
    title,
    allowed,
    candidates: numbers(candidates ?? []),
    reasons: reasonsOf(refusals, clock),
  }));
}

function reasonsOf(refusals: Permission['refusals'], clock: RoomClock): readonly Reason[] {
  const found = new Map<string, { readonly reason: Omit<Reason, 'candidates'>; readonly of: number[] }>();
  for (const { candidate, refusal } of refusals) {
    const { rule, sentence } = refusal;
    const text = visible(onTheWall(refusal, clock).fr);
    const of = found.get(text)?.of ?? [];
    if (candidate !== null) of.push(candidate);
    found.set(text, { reason: { text, rule, sentence: sentence === null ? null : PROCEDURE[sentence] }, of });
  }
  return [...found.values()].map(({ reason, of }) => ({ ...reason, candidates: numbers(of) }));
}
