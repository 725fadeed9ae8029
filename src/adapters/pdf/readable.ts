import { readFileSync } from 'node:fs';
import { visible } from '../../projections/terminal/visible.ts';
import { coverageOf } from './coverage.ts';
import { FONTS } from './fonts.ts';

/** What is set from left to right, letter by letter, as it is written. */
const SET =
  /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Armenian}\p{Script=Georgian}\p{Script=Common}\p{Script=Inherited}]/u;

/** Beyond what every French text is made of. */
const UNUSUAL = /[^\n -~À-ÿŒœ’«»°–…→]/gu;

let covered: ReadonlySet<number> | null = null;

function isSet(character: string): boolean {
  covered ??= coverageOf(readFileSync(FONTS.regular));
  return SET.test(character) && covered.has(Number(character.codePointAt(0)));
}

const codePoint = (character: string): string =>
  `<U+${Number(character.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0')}>`;

/**
 * A text of which every character can be read on paper. One that is never seen, that the font lacks, or that belongs to
 * a script that runs from right to left or joins its letters, stands as its code point, `<U+05D0>`: nothing is lost, and
 * nothing reads otherwise than it was written.
 */
export const readable = (text: string): string =>
  visible(text).replace(UNUSUAL, (character) => (isSet(character) ? character : codePoint(character)));
