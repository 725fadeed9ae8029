import { overviewOf } from '../analysis/overview.ts';
import type { FindingRule } from '../finding.ts';
import { foundAbout } from '../found.ts';

/** One certification has one number, and takes place in one session. */
export const numberInAnotherSession: FindingRule = {
  name: 'number-in-another-session',
  severity: 'serious',
  sentence: 'certificationNumber',
  about: {
    en: 'A candidate has the certification number of a candidate of another session.',
    fr: 'Un candidat porte le numéro de certification d’un candidat d’une autre session.',
  },
  *find({ replayed, others }) {
    for (const { session, numbers } of others.map(overviewOf)) {
      for (const [candidate, { certificationNumber, revision }] of replayed.numbers.current) {
        const other = numbers.get(certificationNumber);
        if (other === undefined) continue;
        yield foundAbout(candidate, [revision], {
          en: `has certification number ${certificationNumber}, as candidate ${other} of session ${session} has.`,
          fr: `porte le numéro de certification ${certificationNumber}, comme le candidat n° ${other} de la session ${session}.`,
        });
      }
    }
  },
};
