import { timestamp } from '../french/dates.ts';
import { withReason } from '../french/personal.ts';
import { actorName } from '../french/words.ts';
import { page, section } from '../terminal/page.ts';
import { type Change, type ChangedBy, MOST_BETWEEN } from './change.ts';

/** What stands, or that nothing does. */
function standing(text: string | null): string {
  if (text === null) return '(absent)';
  return text === '' ? '(vide)' : text;
}

const author = ({ revision, actor, occurredAt, recordedAt, reason }: ChangedBy, zone: string): string =>
  withReason(
    `rang ${revision}, ${actorName(actor)}, survenu le ${timestamp(occurredAt, zone)}, enregistré le ${timestamp(recordedAt, zone)}`,
    reason,
  );

/** Where too much lies between two moments to look at each event. */
const UNNAMED = `plus de ${MOST_BETWEEN} faits entre ces deux moments : comparer des moments plus proches pour savoir lesquels`;

function item({ candidate, title, before, after, by }: Change, zone: string): string {
  const about = candidate === null ? title : `n° ${candidate}, ${title}`;
  return [
    about,
    `avant : ${standing(before)}`,
    `après : ${standing(after)}`,
    ...(by.length === 0 ? [UNNAMED] : by.map((one) => author(one, zone))),
  ].join('\n');
}

const TITLES: readonly (readonly [Change['document'], string])[] = [
  ['sheet', 'FEUILLE D’ÉMARGEMENT : DIFFÉRENCES'],
  ['pv', 'PROCÈS-VERBAL : DIFFÉRENCES'],
];

/**
 * What changed between two moments, as a text, with who changed it, when and why.
 *
 * @param zone of the room's wall clock
 */
export const changesText = (changes: readonly Change[], zone: string): string =>
  page(
    ...TITLES.map(([document, title]) =>
      section(
        title,
        changes.filter((change) => change.document === document).map((change) => item(change, zone)),
      ),
    ),
  );
