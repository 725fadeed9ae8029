import { folded } from '../../../domain/values/fold.ts';
import type { SpreadsheetRule } from '../fault.ts';

/** What a text says, or the rule that it breaks. */
export type Said<T> = { readonly value: T } | { readonly rule: SpreadsheetRule };

const two = (digits: string): string => digits.padStart(2, '0');

const NUMERIC_DATE = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;
const SHORT_YEAR = /^\d{1,2}([/.-])\d{1,2}\1\d{2}$/;
const WRITTEN_DATE = /^(\d{1,2})(?:er)? ([a-z]+)\.? (\d{4})$/;

const MONTHS = ['jan', 'fev', 'mar', 'avr', 'mai', 'juin', 'juil', 'aou', 'sep', 'oct', 'nov', 'dec'];

/** « Date (au format jj/mm/aaaa) », ISO 8601, or in words: « 14 mai 2019 ». Whether the day exists is not asked here. */
export function dateFrom(text: string): Said<string> {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return { value: text };
  const [, day = '', , month = '', year] = NUMERIC_DATE.exec(text) ?? [];
  if (year !== undefined) return { value: `${year}-${two(month)}-${two(day)}` };
  if (SHORT_YEAR.test(text)) return { rule: 'date-year-four-digits' };
  const [, dayOfMonth = '', name = '', writtenYear] = WRITTEN_DATE.exec(folded(text).replace(/\s+/gu, ' ')) ?? [];
  const at = MONTHS.findIndex((start) => name.startsWith(start));
  if (writtenYear === undefined || at === -1) return { rule: 'date-readable' };
  return { value: `${writtenYear}-${two(String(at + 1))}-${two(dayOfMonth)}` };
}

const TIME = /(\d{1,2})\s*(?:h|:)\s*(\d{2})?(?::00)?/giu;

/** The times in a text, as `HH:MM`: « 08:30 / 10:30 », « de 8 h 30 à 10h ». */
export const timesFrom = (text: string): readonly string[] =>
  [...text.matchAll(TIME)].map(([, hours = '', minutes = '00']) => `${two(hours)}:${minutes}`);

const NO_EXTRA_TIME: ReadonlySet<string> = new Set(['', 'non', 'aucun', 'sans', 'neant', '-', '–', '—', '0', '0%']);

/** What was declared, of a cell that also says what was verified and granted: « 1/3, accordé : 1/2 ». */
export function declaredExtraTime(text: string): string | null {
  const declared = text.split(/,\s+/u).find((part) => !part.includes(':')) ?? '';
  return NO_EXTRA_TIME.has(folded(declared).replace(/\s/gu, '')) ? null : declared;
}

/** « le numéro de certification (sans le #) »; `null` where the cell says that there is none, and why. */
export const numberFrom = (text: string): string | null =>
  folded(text).startsWith('sans numero') || text === '' ? null : text.replace(/^#|\s/gu, '');

/** Whether the end screen was seen: ticked, said not to be, or nothing said. */
export type EndScreenMark = 'seen' | 'notSeen' | null;

const TICKS: ReadonlySet<string> = new Set([
  'x',
  'xx',
  'v',
  'vu',
  'vue',
  'oui',
  'ok',
  '1',
  'vrai',
  'true',
  '✓',
  '✔',
  '☑',
  '☒',
]);
const NO_TICKS: ReadonlySet<string> = new Set(['non', '0', 'faux', 'false', '-', '–', '—', '☐']);

/** « Écran de fin de test vu (cocher) ». */
export function endScreenFrom(text: string): Said<EndScreenMark> {
  const mark = folded(text);
  if (mark === '') return { value: null };
  if (TICKS.has(mark)) return { value: 'seen' };
  return NO_TICKS.has(mark) || mark.startsWith('non vu') ? { value: 'notSeen' } : { rule: 'end-screen-ticked' };
}
