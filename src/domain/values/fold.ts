/**
 * The form in which words are compared: lower case, without the accents of the Latin alphabet. Marks of other scripts
 * stay, since without them two names could become one.
 */
export const folded = (text: string): string =>
  text
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss');

/** The folded words of a text, without what stands between them. */
export const foldedWords = (text: string): string[] => folded(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
