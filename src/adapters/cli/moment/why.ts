import type { Refusal } from '../../../domain/machine/refusal.ts';
import type { Breach } from '../../../domain/machine/replay.ts';
import { type RoomClock, roomClock } from '../../../projections/findings/analysis/roomClock.ts';
import { onTheWall } from '../../../projections/findings/rules/onTheWall.ts';
import { wallOf } from '../../../projections/french/wall.ts';
import type { SessionHeader } from '../../../projections/header.ts';

/** The wall clock of a session's room. */
export const clockOfRoom = (header: SessionHeader): RoomClock => {
  const { day, zone } = wallOf(header);
  return roomClock(zone, day);
};

/** Why something was refused, with the rule's name; its instants are those of the clock on the wall. */
export const why = (refusal: Refusal, clock: RoomClock): string => `${onTheWall(refusal, clock).fr} [${refusal.rule}]`;

/** What the rules refuse, a line for each rule that is broken. */
export const breachItems = (breaches: readonly Breach[], clock: RoomClock): readonly string[] =>
  breaches.flatMap(({ revision, refusals }) => refusals.map((refusal) => `rang ${revision} : ${why(refusal, clock)}`));
