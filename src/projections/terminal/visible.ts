/**
 * What acts on a terminal, or makes a line read otherwise than it is written, instead of being seen: control characters
 * (an escape sequence begins with one), marks that turn the direction of a text around, separators of lines that no
 * terminal shows, halves of characters. The two that join letters (U+200C, U+200D) are spelling, and stay.
 */
const UNSEEN = /[^\P{Cc}\n]|(?![\u200C\u200D])\p{Cf}|[\p{Zl}\p{Zp}\p{Cs}]/gu;

const named = (character: string): string =>
  character === '\t' ? ' ' : `<U+${Number(character.codePointAt(0)).toString(16).toUpperCase().padStart(4, '0')}>`;

/**
 * A text that a terminal shows and does not obey: what could act on it stands as its code point, `<U+202E>`, so that a
 * reader sees that it is there. Line breaks stay; a tab becomes a space, so that columns hold.
 */
export const visible = (text: string): string => text.replace(UNSEEN, named);
