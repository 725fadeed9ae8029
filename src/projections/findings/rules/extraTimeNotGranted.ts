import { duration } from '../../french/lengths.ts';
import type { CandidateRecord, SaidDuration } from '../analysis/candidates.ts';
import type { FindingRule } from '../finding.ts';
import { foundAbout } from '../found.ts';
import { isCutShort } from './extraTimeCutShort.ts';

const written = (said: SaidDuration | null, none: string): string => (said === null ? none : duration(said.seconds));

/** Whether nobody granted what is more than the plain duration, or less was granted than was declared. */
function isUnsettled({ declared, verified, granted }: CandidateRecord, plainSeconds: number): boolean {
  if (granted !== null) return granted.seconds < declared.seconds;
  return Math.max(declared.seconds, verified?.seconds ?? 0) > plainSeconds;
}

/** Extra time of which the record does not say that the examiner granted it; the declared one counts all the same. */
export const extraTimeNotGranted: FindingRule = {
  name: 'extra-time-not-granted',
  severity: 'doubtful',
  sentence: 'extraTimeGranted',
  about: {
    en: 'Extra time was declared or verified, and nobody granted it; or less was granted than was declared. No time was lost for want of it: what was cut short is a finding of its own.',
    fr: 'Un temps majoré a été déclaré ou vérifié sans être accordé, ou il a été accordé moins que déclaré. Le candidat n’y a pas perdu de temps : un temps écourté fait l’objet d’un constat distinct.',
  },
  *find({ replayed: { candidates, session } }) {
    const { durationSeconds } = session.state.policy;
    for (const candidate of candidates) {
      if (candidate.deadline === null || isCutShort(candidate) || !isUnsettled(candidate, durationSeconds)) continue;
      const { number, declared, verified, granted } = candidate;
      const said = [declared, verified, granted].filter((one) => one !== null);
      yield foundAbout(
        number,
        said.map(({ revision }) => revision),
        {
          en: `duration in all, declared: ${written(declared, '')}; verified: ${written(verified, 'no')}; granted: ${written(granted, 'no')}.`,
          fr: `durée totale, déclarée : ${written(declared, '')} ; vérifiée : ${written(verified, 'non')} ; accordée : ${written(granted, 'non')}.`,
        },
      );
    }
  },
};
