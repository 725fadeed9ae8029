import { NOTHING } from '../analysis/aspects.ts';
import { type Change, changedAfterwards, changesSince, today } from '../analysis/changes.ts';
import type { FindingRule, Found } from '../finding.ts';
import { foundAbout } from '../found.ts';

/** « numéro de certification (100030 → 100003) », of each thing that differs. */
const told = (changes: readonly Change[], language: 'en' | 'fr'): string =>
  changes
    .map(({ aspect, before, after }) => `${aspect[language]} (${before[language]} → ${after[language]})`)
    .join(', ');

/** One finding for each candidate, and one for the session. */
function* byCandidate(
  changes: readonly Change[],
  end: number,
  text: (what: (language: 'en' | 'fr') => string) => { readonly en: string; readonly fr: string },
): Generator<Found> {
  for (const [candidate, ofOne] of Map.groupBy(changes, (change) => change.candidate)) {
    yield foundAbout(
      candidate,
      [...ofOne.flatMap(({ events }) => events), end],
      text((language) => told(ofOne, language)),
    );
  }
}

/** What was written down in the room is not what was sent. */
export const changedAfterTheClose: FindingRule = {
  name: 'changed-after-the-close',
  severity: 'doubtful',
  sentence: 'submission',
  about: {
    en: 'The sheet that was sent differs from what had been recorded of the test by the close.',
    fr: 'La feuille transmise diffère de ce qui avait été enregistré du test jusqu’à la clôture.',
  },
  *find({ replayed }) {
    const end = replayed.submission?.event.revision ?? 0;
    const changes = changedAfterwards(replayed).filter(({ before }) => before !== NOTHING);
    yield* byCandidate(changes, end, (what) => ({
      en: `changed after the close, before the sheet was sent: ${what('en')}.`,
      fr: `modifié après la clôture, avant la transmission de la feuille : ${what('fr')}.`,
    }));
  },
};

/** « L'enseignant saisit, pour chaque session, les informations complémentaires », of which nothing stood by the close. */
export const addedAfterTheClose: FindingRule = {
  name: 'added-after-the-close',
  severity: 'note',
  sentence: 'lateEntry',
  about: {
    en: 'The sheet that was sent says something of the test of which nothing had been recorded by the close.',
    fr: 'La feuille transmise dit du test quelque chose dont rien n’avait été enregistré jusqu’à la clôture.',
  },
  *find({ replayed }) {
    const end = replayed.submission?.event.revision ?? 0;
    const changes = changedAfterwards(replayed).filter(({ before }) => before === NOTHING);
    yield* byCandidate(changes, end, (what) => ({
      en: `added after the close, before the sheet was sent: ${what('en')}.`,
      fr: `ajouté après la clôture, avant la transmission de la feuille : ${what('fr')}.`,
    }));
  },
};

/** What Pix was sent is not what the record says today. */
export const changedSinceSubmission: FindingRule = {
  name: 'changed-since-submission',
  severity: 'doubtful',
  sentence: 'submission',
  about: {
    en: 'What the record says of the test differs from the sheet as it was last sent.',
    fr: 'Ce que le registre dit du test diffère de la dernière feuille transmise.',
  },
  *find({ replayed }) {
    const { submission } = replayed;
    if (submission === null) return;
    const changes = changesSince(replayed, submission, today(replayed));
    yield* byCandidate(changes, submission.event.revision, (what) => ({
      en: `changed since the sheet was last sent: ${what('en')}.`,
      fr: `modifié depuis la dernière transmission de la feuille : ${what('fr')}.`,
    }));
  },
};
