import type { RuleText } from '../../../domain/rules/define.ts';
import { isAbsent, testFacts } from '../../../domain/state/candidate.ts';
import type { CandidateState } from '../../../domain/state/session.ts';
import type { FindingRule } from '../finding.ts';
import { foundAbout } from '../found.ts';

/** What is missing, by what was seen on the paper. */
const TEXTS = {
  none: {
    en: 'was present, and nothing says that a signature was seen.',
    fr: 'présent, sans qu’une signature ait été constatée.',
  },
  forgotten: {
    en: 'was present, and did not sign.',
    fr: 'présent, n’a pas signé.',
  },
  wrongLine: {
    en: 'was present, and signed on the line of somebody else.',
    fr: 'présent, a signé sur la ligne d’un autre candidat.',
  },
} as const satisfies Record<string, RuleText>;

/** The events that show that a candidate was there. */
function presenceOf(state: CandidateState): readonly number[] {
  const { present, couldNotJoin } = state;
  const marks = [present, couldNotJoin].filter((mark) => mark !== null);
  return (marks.length > 0 ? marks : testFacts(state)).map(({ revision }) => revision);
}

/** « le scan de la version signée par les élèves ». */
export const signatureMissing: FindingRule = {
  name: 'signature-missing',
  severity: 'doubtful',
  sentence: 'submission',
  about: {
    en: 'A candidate who was present did not sign the sheet on the right line, or nothing says so.',
    fr: 'Un candidat présent n’a pas signé la feuille sur sa ligne, ou rien ne le dit.',
  },
  *find({ replayed: { candidates, session, of } }) {
    if (session.state.closedAt === null) return;
    const noted = new Map(of('SignatureRecorded').map(({ revision, data }) => [revision, data.signature]));
    for (const { number, state } of candidates) {
      const { signature, withdrawn } = state;
      const came = presenceOf(state);
      if (withdrawn || isAbsent(state)) continue;
      if (signature === null) {
        if (came.length > 0) yield foundAbout(number, came, TEXTS.none);
      } else {
        const seen = noted.get(signature.revision);
        if (seen === 'forgotten' || seen === 'wrongLine') {
          yield foundAbout(number, [...came, signature.revision], TEXTS[seen]);
        }
      }
    }
  },
};
