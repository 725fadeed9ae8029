import { EVENT_TYPES, EVENTS, type EventType } from '../../domain/events/catalogue.ts';
import type { RuleText } from '../../domain/rules/define.ts';
import type { DocumentKind } from '../../domain/values/document.ts';
import { DOCUMENTS } from '../french/words.ts';

/** "EndScreenSeen" as words: "end screen seen". */
const spaced = (type: EventType): string =>
  type.replace(/[A-Z]/g, (letter, place) => `${place === 0 ? '' : ' '}${letter.toLowerCase()}`);

const WORDS = Object.fromEntries(
  EVENT_TYPES.map((type): [EventType, RuleText] => [type, { en: spaced(type), fr: EVENTS[type].label }]),
) as Readonly<Record<EventType, RuleText>>;

/** What a type of event records, as both languages say it: "end screen seen", « Écran de fin de test vu ». */
export const eventWords = (type: EventType): RuleText => WORDS[type];

const DOCUMENTS_IN_ENGLISH: Readonly<Record<DocumentKind, string>> = {
  navette: 'Navette',
  materiel: 'Matériel',
  digitalSheet: 'digital sheet',
  signedScan: 'scan of the signed sheet',
  fraudReport: 'fraud report',
  results: 'results',
};

/** A kind of document, as both languages say it. */
export const documentWords = (kind: DocumentKind): RuleText => ({
  en: DOCUMENTS_IN_ENGLISH[kind],
  fr: DOCUMENTS[kind],
});
