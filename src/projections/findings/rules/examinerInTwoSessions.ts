import { chargeEvents, heldAtOnce } from '../analysis/atOnce.ts';
import type { FindingRule } from '../finding.ts';
import { foundInSession } from '../found.ts';

/** Nobody watches two rooms. */
export const examinerInTwoSessions: FindingRule = {
  name: 'examiner-in-two-sessions',
  severity: 'doubtful',
  sentence: 'examiner',
  about: {
    en: 'An examiner has charge of another session in a slot that overlaps this one.',
    fr: 'Un examinateur a la charge d’une autre session dont le créneau chevauche celui-ci.',
  },
  *find(input) {
    const { clock } = input.replayed;
    for (const { examiner, others } of heldAtOnce(input)) {
      for (const { session, slot } of others) {
        yield foundInSession(chargeEvents(input.replayed, examiner), {
          en: `Examiner ${examiner} has charge of session ${session} too, from ${clock.en(slot.startsAt)} to ${clock.en(slot.endsAt)}.`,
          fr: `L’examinateur ${examiner} a aussi la charge de la session ${session}, de ${clock.fr(slot.startsAt)} à ${clock.fr(slot.endsAt)}.`,
        });
      }
    }
  },
};
