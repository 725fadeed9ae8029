import { plain, type Quoted, type RuleText, said } from '../../domain/rules/define.ts';
import type { ChainFault, ChainFinding } from '../../domain/seal/finding.ts';
import type { Position } from '../../domain/store/port.ts';

/** What can be wrong with a store as a whole. */
const TEXTS = {
  'position-missing': {
    en: 'Something was taken out of the record right before position {position}.',
    fr: 'Quelque chose a été retiré de l’historique juste avant la position {position}.',
  },
  'text-unreadable': {
    en: 'At position {position} stands no event, in whatever stream one stood there.',
    fr: 'À la position {position} ne se trouve aucun événement, dans quelque session qu’il y en ait eu un.',
  },
  'log-shorter': {
    en: 'The record has {events} events, and had {size}: it was cut, or put back to an earlier state.',
    fr: 'L’historique compte {events} événements, et en comptait {size} : il a été coupé, ou ramené à un état antérieur.',
  },
  'root-differs': {
    en: 'The first {size} events are not those that the known root stands for; what differs lies after the first {since}.',
    fr: 'Les {size} premiers événements ne sont pas ceux de la racine connue ; ce qui diffère se trouve après les {since} premiers.',
  },
  'event-unreadable': {
    en: 'The session {stream} cannot be judged: {fault}',
    fr: 'La session {stream} ne peut être jugée : {fault}',
  },
  'rule-broken': { en: '{rule}: {en}', fr: '{rule} : {fr}' },
} as const satisfies Record<string, RuleText>;

/** Something in a store that is not as it was recorded. */
export interface StoreFinding extends RuleText {
  readonly kind: ChainFault | keyof typeof TEXTS;
  /** The stream; `null` where the record as a whole is meant. */
  readonly stream: string | null;
  /** The event in it; `null` where none is named. */
  readonly revision: number | null;
  /** Where in the global order it shows. */
  readonly position: Position | null;
  /** For a root: the number of events that it stands for. */
  readonly size: number | null;
  /** For a root: up to how many events the record is known to be unchanged. */
  readonly since: number | null;
}

const NOWHERE = { stream: null, revision: null, position: null, size: null, since: null } as const;

/** A finding of the chain of a stream, as one of the store. */
export const ofChain = (finding: ChainFinding): StoreFinding => ({ ...NOWHERE, ...finding });

/** Says what is wrong with a store, in both languages. */
export function storeFinding(
  kind: keyof typeof TEXTS,
  place: Partial<StoreFinding>,
  quotes: Readonly<Record<string, string | number>> = {},
): StoreFinding {
  const values: Record<string, Quoted> = {};
  for (const [name, value] of Object.entries({ ...place, ...quotes })) values[name] = plain(value);
  return { ...NOWHERE, ...place, kind, ...said(TEXTS[kind], values) };
}
