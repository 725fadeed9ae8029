import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import type { Refusal } from '../../../domain/machine/refusal.ts';
import type { RuleText } from '../../../domain/rules/define.ts';
import { candidateIn } from '../analysis/candidateIn.ts';
import type { RoomClock } from '../analysis/roomClock.ts';
import type { FindingRule } from '../finding.ts';
import { foundInSession } from '../found.ts';
import { eventWords } from '../words.ts';
import { onTheWall } from './onTheWall.ts';
import { TIME_RULES } from './timeBackwards.ts';

const text = ({ revision, type }: SessionEvent, refusal: Refusal, clock: RoomClock): RuleText => {
  const what = eventWords(type);
  const said = onTheWall(refusal, clock);
  return {
    en: `Event ${revision} (${what.en}) breaks a rule: ${said.en}`,
    fr: `Le rang ${revision} (${what.fr}) enfreint une règle : ${said.fr}`,
  };
};

/** Events that the rulebook refuses, and that stand in the record all the same. */
export const ruleBroken: FindingRule = {
  name: 'rule-broken',
  severity: 'serious',
  sentence: null,
  about: {
    en: 'An event stands in the record although a rule of the procedure refuses it.',
    fr: 'Un événement figure au registre alors qu’une règle de la procédure le refuse.',
  },
  *find({ replayed: { breaches, clock } }) {
    for (const { event, refusals } of breaches) {
      for (const refusal of refusals) {
        if (TIME_RULES.includes(refusal.rule)) continue;
        yield { ...foundInSession([event.revision], text(event, refusal, clock)), candidate: candidateIn(event) };
      }
    }
  },
};
