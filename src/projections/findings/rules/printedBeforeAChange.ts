import type { EventData, EventType } from '../../../domain/events/catalogue.ts';
import type { Policy, SheetField } from '../../../domain/values/policy.ts';
import { COPIES } from '../../french/words.ts';
import { candidateIn } from '../analysis/candidateIn.ts';
import type { Replayed } from '../analysis/replayed.ts';
import type { FindingRule, Found } from '../finding.ts';
import { foundAbout } from '../found.ts';
import { eventWords } from '../words.ts';

type Copy = EventData<'SheetPrinted'>['view'];

/** Facts that make a printed copy out of date: the head and the lines. What is filled in by pen later is none of them. */
const CHANGES: readonly EventType[] = [
  'SessionReplanned',
  'ExaminerAdded',
  'ExaminerRemoved',
  'CandidateRegistered',
  'CandidateCorrected',
  'CandidateWithdrawn',
  'IdentityCorrected',
  'ExtraTimeCorrected',
];

const IDENTITY: readonly SheetField[] = ['surname', 'firstName', 'birthDate', 'birthPlace'];

/** Whether a copy with these columns shows what such an event changes. */
function isShown(type: EventType, columns: Policy[Copy]): boolean {
  if (type === 'IdentityCorrected') return columns.some((column) => IDENTITY.includes(column));
  return type !== 'ExtraTimeCorrected' || columns.includes('extraTime');
}

/** Whether a candidate was put on the sheet and taken off it again, so that no copy needs the line. */
const cameAndWent = (changes: readonly EventType[]): boolean =>
  changes[0] === 'CandidateRegistered' && changes.at(-1) === 'CandidateWithdrawn';

function* found({ of, counting, session }: Replayed, copy: Copy): Generator<Found> {
  const print = of('SheetPrinted').findLast(({ data }) => data.view === copy);
  if (print === undefined) return;
  const { printedRevision } = print.data;
  const shown = CHANGES.filter((type) => isShown(type, session.state.policy[copy]));
  const changes = counting.filter(({ type, revision }) => revision > printedRevision && shown.includes(type));
  for (const [candidate, ofOne] of Map.groupBy(changes, candidateIn)) {
    const types = ofOne.map(({ type }) => type);
    if (cameAndWent(types)) continue;
    const what = [...new Set(types)].map(eventWords);
    yield foundAbout(candidate, [print.revision, ...ofOne.map(({ revision }) => revision)], {
      en: `the ${copy === 'copyToSign' ? 'copy to sign' : 'examiner’s copy'} was printed as of event ${printedRevision}, before: ${what.map(({ en }) => en).join(', ')}.`,
      fr: `${COPIES[copy]} imprimé en l’état du rang ${printedRevision}, avant : ${what.map(({ fr }) => fr).join(', ')}.`,
    });
  }
}

/** « Il imprime ensuite les feuilles d'émargement »: what is on paper is what was known then. */
export const printedBeforeAChange: FindingRule = {
  name: 'printed-before-a-change',
  severity: 'note',
  sentence: 'print',
  about: {
    en: 'The head or a line of the sheet changed after a copy was last printed: the paper says something else than the record.',
    fr: 'L’en-tête ou une ligne de la feuille a changé après la dernière impression d’un exemplaire : le papier ne dit pas la même chose que le registre.',
  },
  *find({ replayed }) {
    yield* found(replayed, 'copyToSign');
    yield* found(replayed, 'examinersCopy');
  },
};
