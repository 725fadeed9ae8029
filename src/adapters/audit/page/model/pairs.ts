import type { Audit } from './audit.ts';

/** Two moments that are often compared, by their places. */
export interface Pair {
  readonly text: string;
  readonly from: number;
  readonly to: number;
}

/** Pairs of moments that are often compared: the sheet as it was sent, and as it was sent again. */
export function pairsOf({ replayer }: Audit): readonly Pair[] {
  const { events } = replayer.history;
  const placesOf = (type: string): readonly number[] =>
    events.flatMap((event, index) => (event.type === type ? [index + 1] : []));
  const sent = placesOf('SheetSubmitted');
  const submissions = sent.slice(1).map((to, index) => ({
    text: `De la transmission ${index + 1} à la ${index + 2}`,
    from: sent[index] ?? 0,
    to,
  }));
  const since = placesOf('SessionClosed').map((from) => ({ text: 'Depuis la clôture', from, to: events.length }));
  return [...since, ...submissions];
}
