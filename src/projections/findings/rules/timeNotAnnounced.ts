import { hadEndedBy } from '../analysis/time.ts';
import type { FindingRule } from '../finding.ts';
import { foundInSession } from '../found.ts';

/** « L'enseignant indique quelques minutes avant la fin le temps restant ». */
export const timeNotAnnounced: FindingRule = {
  name: 'time-not-announced',
  severity: 'note',
  sentence: 'announcement',
  about: {
    en: 'Candidates were at work when their time was nearly over, and nothing says that the remaining time was announced.',
    fr: 'Des candidats travaillaient encore à l’approche de la fin, et rien ne dit que le temps restant a été annoncé.',
  },
  *find({ replayed }) {
    const { candidates, close, of, session } = replayed;
    const { notes, policy } = session.state;
    const isAnnounced = of('RemainingTimeAnnounced').some(({ revision }) => notes.has(revision));
    if (close === null || isAnnounced || policy.noticeSeconds === 0) return;
    const atWork = candidates.filter((candidate) => {
      const { deadline } = candidate;
      if (deadline === null || deadline.status === 'registered') return false;
      const due = deadline.endsAt - policy.noticeSeconds * 1000;
      return due <= close.event.occurredAt && !hadEndedBy(replayed, close, candidate, due);
    });
    if (atWork.length === 0) return;
    const numbers = atWork.map(({ number }) => number).join(', ');
    yield foundInSession([close.event.revision], {
      en: `Nothing says that the remaining time was announced; candidates ${numbers} were still at work.`,
      fr: `Rien ne dit que le temps restant a été annoncé ; les candidats n° ${numbers} travaillaient encore.`,
    });
  },
};
