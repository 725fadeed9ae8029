import type { FindingRule } from '../finding.ts';
import { foundAbout } from '../found.ts';

/** « En cas de déconnexion, fermeture du navigateur, ... l'élève peut reprendre son test »: nothing says that they did. */
export const interruptionNotResumed: FindingRule = {
  name: 'interruption-not-resumed',
  severity: 'doubtful',
  sentence: 'resumption',
  about: {
    en: 'The test of a candidate who did not leave was interrupted, and nothing says that it was taken up again.',
    fr: 'Le test d’un candidat qui n’est pas parti a été interrompu, et rien ne dit qu’il a repris.',
  },
  *find({ replayed: { candidates, clock } }) {
    for (const { number, state, deadline } of candidates) {
      if (deadline === null || state.left !== null) continue;
      for (const { began } of state.interruptions.filter(({ resumed }) => resumed === null)) {
        yield foundAbout(number, [began.revision], {
          en: `the test was interrupted at ${clock.en(began.at)}, and nothing says that it was resumed.`,
          fr: `test interrompu à ${clock.fr(began.at)}, sans reprise notée.`,
        });
      }
    }
  },
};
