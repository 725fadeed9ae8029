/** How wide a text is on paper, in points. */
export type Measure = (text: string) => number;

/** Where a line may end: at a space, but not after « n° », nor before a colon, which French sets apart by a space. */
const SPACES = /(?<![°«]) (?![:;!?»])/u;

/** Within a word: after a hyphen between two letters. */
const HYPHENS = /(?<=\p{L}-)(?=\p{L})/u;

const GRAPHEMES = new Intl.Segmenter('fr', { granularity: 'grapheme' });

/** What a line is made of: pieces that are not broken where they fit, each with what stands before it on its line. */
const piecesOf = (line: string): readonly (readonly [before: string, piece: string])[] =>
  line
    .split(SPACES)
    .flatMap((word) => word.split(HYPHENS).map((piece, place): [string, string] => [place === 0 ? ' ' : '', piece]));

/** How wide a text must be given so that no word in it is broken, but after a hyphen. */
export const widestPiece = (text: string, measure: Measure): number =>
  text
    .split('\n')
    .flatMap(piecesOf)
    .reduce((widest, [, piece]) => Math.max(widest, measure(piece)), 0);

/** A piece that is too wide for a line, broken between letters; an accent stays with its letter. */
function broken(piece: string, width: number, measure: Measure): readonly string[] {
  if (measure(piece) <= width) return [piece];
  const parts: string[] = [];
  let current = '';
  for (const { segment } of GRAPHEMES.segment(piece)) {
    if (current !== '' && measure(current + segment) > width) {
      parts.push(current);
      current = segment;
    } else current += segment;
  }
  return [...parts, current];
}

function wrappedLine(line: string, width: number, measure: Measure): readonly string[] {
  const lines: string[] = [];
  let current: string | null = null;
  for (const [before, piece] of piecesOf(line)) {
    const longer: string = current === null ? piece : current + before + piece;
    if (current !== null && measure(longer) <= width) {
      current = longer;
      continue;
    }
    if (current !== null) lines.push(current + before);
    const parts = broken(piece, width, measure);
    lines.push(...parts.slice(0, -1));
    current = String(parts.at(-1));
  }
  return [...lines, String(current)];
}

/**
 * A text as lines that fit a width, in points. Nothing is cut: a word that is wider than a line goes on in the next. The
 * space at which a line ends stays at its end, and stands for a line break as well, so that who hears the lines one after
 * the other hears the words apart.
 */
export const wrapped = (text: string, width: number, measure: Measure): readonly string[] =>
  text
    .split('\n')
    .map((line) => wrappedLine(line, width, measure))
    .flatMap((lines, place, all) => (place < all.length - 1 ? [...lines.slice(0, -1), `${lines.at(-1)} `] : lines));
