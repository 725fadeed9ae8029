import type { FindingRule } from '../finding.ts';
import { foundAbout } from '../found.ts';

/** The number stands on the screen from the first question on; whoever is at the end has long had one. */
export const endScreenBeforeNumber: FindingRule = {
  name: 'end-screen-before-number',
  severity: 'doubtful',
  sentence: 'endScreen',
  about: {
    en: 'The end screen of a candidate was seen before a certification number was noted.',
    fr: 'L’écran de fin d’un candidat a été vu avant que son numéro de certification soit noté.',
  },
  *find({ replayed: { candidates, numbers, clock } }) {
    for (const { number, state } of candidates) {
      const { endScreen } = state;
      const noted = numbers.current.get(number)?.noted;
      if (endScreen === null || noted === undefined || noted.at <= endScreen.at) continue;
      yield foundAbout(number, [endScreen.revision, noted.revision], {
        en: `the end screen was seen at ${clock.en(endScreen.at)}, the certification number was noted at ${clock.en(noted.at)}.`,
        fr: `écran de fin vu à ${clock.fr(endScreen.at)}, numéro de certification noté à ${clock.fr(noted.at)}.`,
      });
    }
  },
};
