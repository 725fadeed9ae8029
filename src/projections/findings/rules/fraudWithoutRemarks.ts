import type { FindingRule } from '../finding.ts';
import { foundAbout } from '../found.ts';

/**
 * « En cas de fraude, l'enseignant établit un rapport de fraude »: what the candidate has to say to it belongs in it. The
 * remarks are personal; that there were some is a fact, and stays when they are erased.
 */
export const fraudWithoutRemarks: FindingRule = {
  name: 'fraud-without-remarks',
  severity: 'doubtful',
  sentence: 'fraud',
  about: {
    en: 'A fraud was reported without the remarks of the candidate.',
    fr: 'Une fraude a été rapportée sans les observations du candidat.',
  },
  *find({ replayed: { of, session, clock } }) {
    const reports = of('FraudReported').filter(({ revision }) => session.state.notes.has(revision));
    for (const { revision, occurredAt, data } of reports.filter(({ data: { candidateHeard } }) => !candidateHeard)) {
      yield foundAbout(data.candidate, [revision], {
        en: `a fraud at ${clock.en(occurredAt)} was reported without remarks of the candidate.`,
        fr: `fraude rapportée à ${clock.fr(occurredAt)}, sans observations du candidat.`,
      });
    }
  },
};
