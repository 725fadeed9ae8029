import { moment } from '../french/dates.ts';
import { withReason } from '../french/personal.ts';
import { zoneOf } from '../header.ts';
import { page, section, titled } from '../terminal/page.ts';
import { table } from '../terminal/table.ts';
import { type Difference, differences } from './differences.ts';
import { FIELDS } from './fields.ts';
import type { Submission, Submissions } from './submissions.ts';

const TITLES = ['N°', 'Champ', 'Avant', 'Après'];

const ABSENT = '(hors de la feuille)';

const row = ({ candidate, field, before, after }: Difference): readonly string[] => [
  candidate === null ? '' : String(candidate),
  FIELDS[field],
  before ?? ABSENT,
  after ?? ABSENT,
];

/** What changed between two sheets, as a table without its title. */
const changes = (found: readonly Difference[]): string =>
  found.length === 0
    ? 'Aucune différence.'
    : table(
        TITLES.map((title) => ({ title })),
        found.map(row),
      );

/** What changed between two sheets, as a text. */
export const differencesText = (found: readonly Difference[]): string =>
  page(titled('DIFFÉRENCES ENTRE DEUX FEUILLES', changes(found)));

function told({ submitted, returned }: Submission, zone: string): readonly string[] {
  const sent = `Transmise le ${moment(submitted.occurredAt, zone)} (feuille ${submitted.digitalSheet.sha256}, scan ${submitted.signedScan.sha256})`;
  if (returned === null) return [sent];
  return [sent, withReason(`Renvoyée par Pix le ${moment(returned.occurredAt, zone)}`, returned.reason)];
}

/** Each submission, and what changed since the one before. */
export function submissionsText({ sheet, submissions }: Submissions): string {
  const zone = zoneOf(sheet.header);
  const blocks = submissions.flatMap((submission, place) => {
    const former = submissions[place - 1];
    const text = section(`Transmission n° ${place + 1}`, told(submission, zone));
    return former === undefined
      ? [text]
      : [
          text,
          titled(
            `De la transmission n° ${place} à la n° ${place + 1}`,
            changes(differences(former.sheet, submission.sheet)),
          ),
        ];
  });
  const title = `TRANSMISSIONS DE LA FEUILLE, SESSION ${sheet.header.session}`;
  return submissions.length === 0 ? page(section(title, [])) : page(title, ...blocks);
}
