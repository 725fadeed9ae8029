import type { RuleText } from '../../../domain/rules/define.ts';
import type { RoomClock } from '../analysis/roomClock.ts';

/** An instant as a refusal quotes it. */
const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z/g;

/** What a refusal says, with its instants on the wall clock of the room. */
export const onTheWall = ({ en, fr }: RuleText, clock: RoomClock): RuleText => ({
  en: en.replace(INSTANT, (instant) => clock.en(Date.parse(instant))),
  fr: fr.replace(INSTANT, (instant) => clock.fr(Date.parse(instant))),
});
