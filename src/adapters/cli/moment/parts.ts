import { LIFECYCLE_NAMES } from '../../../domain/machine/names.ts';
import { timestamp } from '../../../projections/french/dates.ts';
import { sentenceOf } from '../../../projections/french/sentences.ts';
import { actorName } from '../../../projections/french/words.ts';
import { pvText } from '../../../projections/pv/text.ts';
import { sheetText } from '../../../projections/sheet/text.ts';
import { statusText } from '../../../projections/status/text.ts';
import { section } from '../../../projections/terminal/page.ts';
import { UsageError } from '../io.ts';
import { permissionsText } from './permissions.ts';
import type { Shown } from './shown.ts';
import { breachItems } from './why.ts';

function stateItems({ moment, zone }: Shown): readonly string[] {
  const { event, session } = moment;
  const last =
    event === null
      ? 'Rien n’est encore enregistré.'
      : `Dernier fait : ${sentenceOf(event.type, event.data, zone)} (rang ${event.revision}, survenu le ${timestamp(event.occurredAt, zone)}, enregistré le ${timestamp(event.recordedAt, zone)} par ${actorName(event.actor)})`;
  return [`État : ${LIFECYCLE_NAMES[session.lifecycle]}`, last];
}

/** The parts of a moment's text, by the word that asks for each. */
const PARTS: Readonly<Record<string, (shown: Shown) => string>> = {
  etat: (shown) => section('État', stateItems(shown)),
  temps: ({ moment }) => statusText(moment.session, moment.at).trimEnd(),
  possible: ({ moment, clock }) => permissionsText(moment, clock),
  feuille: ({ moment }) => sheetText(moment.sheet).trimEnd(),
  pv: ({ moment }) => pvText(moment.pv).trimEnd(),
  manquements: ({ breaches, clock }) => section('Manquements aux règles jusque-là', breachItems(breaches, clock)),
};

/** The words that ask for a part. */
export const PART_NAMES: readonly string[] = Object.keys(PARTS);

/** The moment as a text: the parts that were asked for, in their order, or all of them. */
export const momentText = (shown: Shown, parts: readonly string[] = PART_NAMES): string =>
  Object.entries(PARTS)
    .filter(([name]) => parts.includes(name))
    .map(([, textOf]) => textOf(shown))
    .join('\n\n');

/** @throws {UsageError} where a word asks for no part */
export function assertParts(written: readonly string[]): void {
  const unknown = written.find((name) => !PART_NAMES.includes(name));
  if (unknown !== undefined) throw new UsageError(`--part ${unknown} : écrire ${PART_NAMES.join(', ')}.`);
}
