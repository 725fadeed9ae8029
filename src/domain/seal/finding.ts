import { plain, type Quoted, type RuleText, said } from '../rules/define.ts';
import type { Position } from '../store/port.ts';

/** What can be wrong with the chain of a stream; each is said of the first event that shows it. */
const TEXTS = {
  'not-json': {
    en: 'The text in the place of revision {revision} is no event.',
    fr: 'Le texte à la place de la révision {revision} n’est pas un événement.',
  },
  'not-canonical': {
    en: 'Revision {revision} is not written as this library writes an event.',
    fr: 'La révision {revision} n’est pas écrite comme cette bibliothèque écrit un événement.',
  },
  'other-stream': {
    en: 'In the place of revision {revision} stands an event of {found}.',
    fr: 'À la place de la révision {revision} se trouve un événement de {found}.',
  },
  'revision-missing': {
    en: 'Revision {revision} is missing: in its place stands revision {found}.',
    fr: 'La révision {revision} manque : à sa place se trouve la révision {found}.',
  },
  'revision-repeated': {
    en: 'In the place of revision {expected} stands revision {found}, twice or too late: revision {revision} is wrong.',
    fr: 'À la place de la révision {expected} se trouve la révision {found}, en double ou trop tard : la révision {revision} est fausse.',
  },
  'not-sealed': {
    en: 'Revision {revision} carries no seal.',
    fr: 'La révision {revision} ne porte pas de sceau.',
  },
  'broken-link': {
    en: 'Revision {revision} is not what was sealed: it was changed or replaced.',
    fr: 'La révision {revision} n’est pas ce qui a été scellé : elle a été modifiée ou remplacée.',
  },
  'head-differs': {
    en: 'Revision {revision} is not the one that the known head stands for: the record was written anew up to there.',
    fr: 'La révision {revision} n’est pas celle de l’empreinte connue : l’historique a été réécrit jusque-là.',
  },
  'cut-off': {
    en: 'Revision {revision} is missing: the record ends before it, and its head is known up to revision {known}.',
    fr: 'La révision {revision} manque : l’historique s’arrête avant, alors que son empreinte est connue jusqu’à la révision {known}.',
  },
} as const satisfies Record<string, RuleText>;

/** The kind of a finding, in kebab case. */
export type ChainFault = keyof typeof TEXTS;

/** An event of a stream that is not as it was sealed. */
export interface ChainFinding extends RuleText {
  readonly kind: ChainFault;
  readonly stream: string;
  /** The revision that is wrong or missing. */
  readonly revision: number;
  /** Where the text stands that shows it, as far as that was told. */
  readonly position: Position | null;
}

/** Says what is wrong, in both languages. */
export function chainFinding(
  kind: ChainFault,
  { stream, revision, position }: Omit<ChainFinding, 'kind' | 'en' | 'fr'>,
  quotes: Readonly<Record<string, string | number>> = {},
): ChainFinding {
  const values: Record<string, Quoted> = { revision: plain(revision) };
  for (const [name, value] of Object.entries(quotes)) values[name] = plain(value);
  return { kind, stream, revision, position, ...said(TEXTS[kind], values) };
}
