import type { Breach } from '../../../domain/machine/replay.ts';
import { hourOn } from '../../../projections/french/dates.ts';
import { duration } from '../../../projections/french/lengths.ts';
import { wallOf } from '../../../projections/french/wall.ts';
import type { SessionHeader } from '../../../projections/header.ts';
import type { Judgement, UnderRules } from '../../../projections/replay/underRules.ts';
import { page, section } from '../../../projections/terminal/page.ts';
import { breachItems, clockOfRoom } from './why.ts';

const UNKNOWN = 'L’un des deux règlements est inconnu de cette version : rien n’en est dit.';

const items = (breaches: readonly Breach[] | null, header: SessionHeader): readonly string[] =>
  breaches === null ? [UNKNOWN] : breachItems(breaches, clockOfRoom(header));

const rulesText = ({ rules: { policy, rulebook }, cap }: Judgement): string =>
  `règlement ${rulebook}, test de ${duration(policy.durationSeconds)}, ${cap} candidats au maximum`;

/** What today's rules make of a session otherwise than those that were recorded with it. */
export function rulesDifference({ recorded, other, appeared, vanished, deadlines }: UnderRules, header: SessionHeader) {
  const { day, zone } = wallOf(header);
  const hour = (at: number): string => hourOn(day, at, zone);
  return page(
    section('Règles', [`de la session : ${rulesText(recorded)}`, `d’aujourd’hui : ${rulesText(other)}`]),
    section('Manquements par les seules règles d’aujourd’hui', items(appeared, header)),
    section('Manquements par les seules règles de la session', items(vanished, header)),
    section(
      'Fins de temps qui diffèrent',
      deadlines.map((one) => `n° ${one.candidate} : ${hour(one.recorded.endsAt)} → ${hour(one.other.endsAt)}`),
    ),
  ).trimEnd();
}
