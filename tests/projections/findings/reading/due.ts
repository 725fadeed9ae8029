import { expect } from 'vitest';
import type { Finding } from '../../../../src/projections/index.ts';

/** Something that a finding says of the record: the same word in both languages, or one for each. */
export type Quote = string | { readonly en: string; readonly fr: string };

/** What must be found: of whom, resting on which events, and all that its text takes from the record, in its order. */
export interface Due {
  readonly candidate: number | null;
  readonly events: readonly number[];
  readonly quotes: readonly Quote[];
}

/** What is due of the session as a whole. */
export const ofTheSession = (events: readonly number[], ...quotes: readonly Quote[]): Due => ({
  candidate: null,
  events: [...new Set(events)].toSorted((a, b) => a - b),
  quotes,
});

/** What is due of somebody, or of the session, whom the text names first. */
export const of = (candidate: number | null, events: readonly number[], ...quotes: readonly Quote[]): Due => ({
  ...ofTheSession(events, candidate === null ? 'Session' : String(candidate), ...quotes),
  candidate,
});

const inLanguage = (quote: Quote, language: 'en' | 'fr'): string =>
  typeof quote === 'string' ? quote : quote[language];

/** A text with these quotes in this order, and no other figure in it. */
const textWith = (quotes: readonly Quote[], language: 'en' | 'fr') => {
  const words = quotes.map((quote) => inLanguage(quote, language).replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'));
  return expect.stringMatching(new RegExp(`^${['', ...words, ''].join('\\D*?')}$`, 'u'));
};

/** What a rule must find, by the first event that each finding rests on. */
export const findingsDue = (due: readonly Due[]) =>
  due
    .toSorted(({ events: [a = Number.POSITIVE_INFINITY] }, { events: [b = Number.POSITIVE_INFINITY] }) =>
      a === b ? 0 : a - b,
    )
    .map(({ candidate, events, quotes }) => ({
      ...{ candidate, events, en: textWith(quotes, 'en'), fr: textWith(quotes, 'fr') },
    }));

/** The same of a finding. */
export const shownOf = ({ candidate, events, en, fr }: Finding) => ({ candidate, events, en, fr });
