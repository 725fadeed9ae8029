import type { RuleText } from '../../../domain/rules/define.ts';
import type { NumberTwice } from '../analysis/numbers.ts';
import type { FindingRule, Found } from '../finding.ts';
import { foundAbout } from '../found.ts';

const found = ({ first, second }: NumberTwice, text: RuleText): Found =>
  foundAbout(second.candidate, [first.revision, second.revision], text);

/** A number stands for one candidate, so that a result can be anybody's. */
export const numberTwice: FindingRule = {
  name: 'number-twice',
  severity: 'serious',
  sentence: 'certificationNumber',
  about: {
    en: 'Two candidates of the session had the same certification number at once.',
    fr: 'Deux candidats de la session ont eu en même temps le même numéro de certification.',
  },
  *find({ replayed: { numbers } }) {
    for (const twice of numbers.twice.filter(({ isAtOnce }) => isAtOnce)) {
      const { certificationNumber: number, first } = twice;
      yield found(twice, {
        en: `was given certification number ${number}, which candidate ${first.candidate} had.`,
        fr: `a reçu le numéro de certification ${number}, que portait le candidat n° ${first.candidate}.`,
      });
    }
  },
};

/** A correction that lets a number go from hand to hand is allowed, and is how an exchange would look. */
export const numberChangedHands: FindingRule = {
  name: 'number-changed-hands',
  severity: 'doubtful',
  sentence: 'certificationNumber',
  about: {
    en: 'A certification number was one candidate’s, was corrected or taken back, and was then given to another.',
    fr: 'Un numéro de certification d’un candidat a été corrigé ou retiré, puis attribué à un autre.',
  },
  *find({ replayed: { numbers } }) {
    for (const twice of numbers.twice.filter(({ isAtOnce }) => !isAtOnce)) {
      const { certificationNumber: number, first } = twice;
      yield found(twice, {
        en: `was given certification number ${number}, which had been that of candidate ${first.candidate}.`,
        fr: `a reçu le numéro de certification ${number}, qui avait été celui du candidat n° ${first.candidate}.`,
      });
    }
  },
};
