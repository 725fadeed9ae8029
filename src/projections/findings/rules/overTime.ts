import { LATE_AFTER } from '../../entry.ts';
import { duration } from '../../french/lengths.ts';
import { clockEvents } from '../analysis/time.ts';
import type { FindingRule } from '../finding.ts';
import { foundAbout } from '../found.ts';

/** Time that others did not have. An examiner needs a moment to see every screen, so a quarter of an hour is let pass. */
export const overTime: FindingRule = {
  name: 'over-time',
  severity: 'doubtful',
  sentence: 'duration',
  about: {
    en: 'The end screen of a candidate was seen more than a quarter of an hour after the candidate’s time was over.',
    fr: 'L’écran de fin d’un candidat a été vu plus d’un quart d’heure après la fin de son temps.',
  },
  *find({ replayed }) {
    const { candidates, clock } = replayed;
    for (const candidate of candidates) {
      const { number, deadline, state } = candidate;
      const { endScreen } = state;
      if (deadline === null || endScreen === null) continue;
      const over = endScreen.at - deadline.endsAt;
      if (over <= LATE_AFTER) continue;
      const length = duration(Math.floor(over / 1000));
      yield foundAbout(number, [...clockEvents(replayed, candidate), endScreen.revision], {
        en: `the end screen was seen at ${clock.en(endScreen.at)}, ${length} after the time was over (${clock.en(deadline.endsAt)}).`,
        fr: `écran de fin vu à ${clock.fr(endScreen.at)}, ${length} après la fin du temps (${clock.fr(deadline.endsAt)}).`,
      });
    }
  },
};
