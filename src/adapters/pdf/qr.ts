import { encode } from 'uqr';

/** So that neighbours leave no hairline between them, in parts of a module. */
const OVERLAP = 0.04;

const points = (length: number): string => length.toFixed(2);

/**
 * A text as a QR code: what PDF draws for it, black on white, with the quiet zone of four modules that readers want left
 * to the caller. A quarter of it may be stained or torn.
 *
 * @param side in points, from the upper left corner at `x`, `y`
 */
export function qrContent(text: string, x: number, y: number, side: number): string {
  const { data, size } = encode(text, { ecc: 'M', border: 0, boostEcc: true });
  const module = side / size;
  const drawing: string[] = [];
  for (const [row, modules] of data.entries()) {
    for (let from = 0; from < size; from++) {
      if (modules[from] !== true) continue;
      const start = from;
      while (modules[from + 1] === true) from++;
      const [width, height] = [from + 1 - start + OVERLAP, 1 + OVERLAP];
      const place = [x + start * module, y + row * module, width * module, height * module];
      drawing.push(`${place.map(points).join(' ')} re`);
    }
  }
  return `q 0 g ${drawing.join('\n')} f Q`;
}
