/** How many columns of a terminal a text takes: combining accents take none. */
export const widthOf = (text: string): number => [...text.replace(/\p{M}/gu, '')].length;

/** The largest of these numbers, however many there are; 0 where there is none. */
export const largest = (numbers: readonly number[]): number =>
  numbers.reduce((most, number) => Math.max(most, number), 0);

/** Where a line may be broken: not after « n° », nor before a colon, which French sets apart by a space. */
const BREAK = /(?<![°«]) (?![:;!?»])/u;

/** How wide a column must be so that no word of this text is cut. */
export const widestWord = (text: string): number =>
  Math.max(
    ...text
      .split('\n')
      .flatMap((line) => line.split(BREAK))
      .map(widthOf),
  );

function wrapLine(line: string, width: number): readonly string[] {
  const lines: string[] = [];
  let current = '';
  for (const word of line.split(BREAK)) {
    const longer = current === '' ? word : `${current} ${word}`;
    if (current !== '' && widthOf(longer) > width) {
      lines.push(current);
      current = word;
    } else current = longer;
  }
  return [...lines, current];
}

/** A text as lines that fit a width; a word that does not fit stands alone and whole. @param width in columns */
export const wrap = (text: string, width: number): readonly string[] =>
  text.split('\n').flatMap((line) => wrapLine(line, width));
