import { duration } from '../../french/lengths.ts';
import type { CandidateRecord, SaidDuration } from '../analysis/candidates.ts';
import type { FindingRule } from '../finding.ts';
import { foundAbout } from '../found.ts';

/** What a candidate is entitled to: what was verified on the spot, else what was declared. */
const entitlementOf = ({ declared, verified }: CandidateRecord): SaidDuration => verified ?? declared;

/** What counts: what was granted, else what was declared. */
const countingOf = ({ declared, granted }: CandidateRecord): SaidDuration => granted ?? declared;

/** Whether less time counts for a candidate than was verified, or declared where nothing was verified. */
export const isCutShort = (candidate: CandidateRecord): boolean =>
  countingOf(candidate).seconds < entitlementOf(candidate).seconds;

/** « Il devra être accordé un temps supplémentaire à chaque candidat en fonction de sa situation ». */
export const extraTimeCutShort: FindingRule = {
  name: 'extra-time-cut-short',
  severity: 'serious',
  sentence: 'extraTimeGranted',
  about: {
    en: 'Less time counted for a candidate than was verified, or than was declared where nothing was verified.',
    fr: 'Il a été compté à un candidat moins de temps que vérifié, ou que déclaré si rien n’a été vérifié.',
  },
  *find({ replayed: { candidates } }) {
    for (const candidate of candidates.filter(({ deadline }) => deadline !== null).filter(isCutShort)) {
      const [entitled, counting] = [entitlementOf(candidate), countingOf(candidate)];
      const [due, had] = [duration(entitled.seconds), duration(counting.seconds)];
      yield foundAbout(candidate.number, [entitled.revision, counting.revision], {
        en: `${had} in all counted, ${due} ${candidate.verified === null ? 'were declared' : 'were verified'}.`,
        fr: `${had} comptées en tout, ${due} ${candidate.verified === null ? 'déclarées' : 'vérifiées'}.`,
      });
    }
  },
};
