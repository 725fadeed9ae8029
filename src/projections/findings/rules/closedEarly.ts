import { duration } from '../../french/lengths.ts';
import { clockEvents, hadEndedBy } from '../analysis/time.ts';
import type { FindingRule } from '../finding.ts';
import { foundAbout } from '../found.ts';

/** « Le surveillant doit allonger au cas par cas la durée de la session »: nobody's time is cut short. */
export const closedEarly: FindingRule = {
  name: 'closed-early',
  severity: 'serious',
  sentence: 'duration',
  about: {
    en: 'The session was closed while a candidate’s time still ran: start of the clock, duration with extra time, time given back. Whoever had reached the end screen, had left or was absent is not meant.',
    fr: 'La session a été close alors que le temps d’un candidat courait encore : début du décompte, durée avec temps majoré, temps rendu. Ne sont pas visés les candidats qui avaient fini, étaient partis ou absents.',
  },
  *find({ replayed }) {
    const { candidates, clock, close } = replayed;
    if (close === null) return;
    const { revision, occurredAt } = close.event;
    for (const candidate of candidates) {
      const { number, deadline } = candidate;
      if (deadline === null || deadline.remainingSeconds === 0) continue;
      if (hadEndedBy(replayed, close, candidate, occurredAt)) continue;
      const missing = duration(deadline.remainingSeconds);
      yield foundAbout(number, [...clockEvents(replayed, candidate), revision], {
        en: `the session was closed at ${clock.en(occurredAt)} with ${missing} left (until ${clock.en(deadline.endsAt)}).`,
        fr: `session close à ${clock.fr(occurredAt)} alors qu’il restait ${missing} (jusqu’à ${clock.fr(deadline.endsAt)}).`,
      });
    }
  },
};
