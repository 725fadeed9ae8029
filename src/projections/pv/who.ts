import { nameOf } from '../french/personal.ts';
import type { KeptLine } from '../sheet/line.ts';

/** « n° 3 LEFÈVRE Anne-Sophie »; the number alone where it is on no line of the sheet. */
export const who = (lines: readonly KeptLine[], candidate: number): string =>
  [
    `n° ${candidate}`,
    ...lines.filter(({ number }) => number === candidate).map(({ identity }) => nameOf(identity)),
  ].join(' ');
