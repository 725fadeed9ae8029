import { personText } from '../../../projections/french/words.ts';
import type { Dossier, Source } from './dossier.ts';

/** Most events that are named one by one. */
const NAMED = 10;

const UNOPENED = 'ce qui est chiffré ne s’ouvre pas avec sa clé : l’événement est montré sans cela';

/** These lines, or the first of them and how many there are besides. */
const few = (lines: readonly string[]): readonly string[] =>
  lines.length <= NAMED ? lines : [...lines.slice(0, NAMED), `… et ${lines.length - NAMED} autres.`];

const place = (source: Source): string =>
  source.kind === 'file' ? `Dossier de preuve ${source.path}` : `Registre ${source.db}`;

/**
 * What is said before anything that a dossier holds: what was read, whether its seal holds, and everything in it that
 * could not be read.
 */
export function prefaceText({ source, session, history, seal, ...dossier }: Dossier): string {
  const { events, unreadable } = history;
  const [first = '', ...others] = seal.sentences;
  const { fault, unopened, withoutKey, erased } = dossier;
  return [
    `${place(source)}, session ${session === '' ? '(inconnue)' : session} : ${events.length} faits lisibles`,
    `Sceau : ${first}`,
    ...few(others).map((sentence) => `  ${sentence}`),
    ...(seal.head === null ? [] : [`Empreinte : ${seal.head}`]),
    ...(fault === null ? [] : [`✗ Lu en partie seulement. ${fault.fr}`]),
    ...few(
      unreadable.map(({ place: at, revision, type, path, fault: what }) => {
        const named = [revision === null ? null : `rang ${revision}`, type].filter((part) => part !== null).join(', ');
        return `✗ Événement illisible à la place ${at} (${named === '' ? 'ne dit rien de soi' : named}) : ${what}${path === '' ? '' : ` en ${path}`}`;
      }),
    ),
    ...few(unopened.map(({ revision, person }) => `✗ Rang ${revision}, ${personText(person)} : ${UNOPENED}.`)),
    ...(withoutKey.length === 0 ? [] : [`Sans clé, donc illisible ici : ${withoutKey.map(personText).join(', ')}`]),
    ...(erased.length === 0 ? [] : [`Effacé du registre : ${erased.map(personText).join(', ')}`]),
  ].join('\n');
}

/** The same for a program, with every field; the history itself left out. */
export const prefaceView = ({ source, session, seal, history, header, ...dossier }: Dossier) => ({
  source,
  session,
  events: history.events.length,
  unreadable: history.unreadable,
  ...dossier,
  seal,
});
