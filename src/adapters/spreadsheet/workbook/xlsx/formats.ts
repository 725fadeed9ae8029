import type { Budget } from '../budget.ts';
import { scanXml } from '../xml.ts';
import { localName } from './names.ts';

/** What a number is shown as. */
export type NumberFormat = 'number' | 'percent' | 'date' | 'time';

/** Formats that every file knows by their numbers (ECMA-376, 18.8.30). */
const BUILT_IN: readonly (readonly [from: number, to: number, format: NumberFormat])[] = [
  [9, 10, 'percent'],
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'date'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [45, 47, 'time'],
  [50, 58, 'date'],
];

/** Texts in quotation marks, after a backslash, colours and conditions; `[h]` counts hours, and stays. */
const LITERAL = /"[^"]*"|[\\_*].|\[(?!h+\]|m+\]|s+\])[^\]]*\]|am\/pm|a\/p|general/gi;

/** What a format's code shows, by its first section. */
export function formatOf(code: string): NumberFormat {
  const first = code.replace(LITERAL, '').split(';')[0] ?? '';
  if (/[yd]/i.test(first)) return 'date';
  if (/[hs]/i.test(first)) return 'time';
  if (/m/i.test(first)) return 'date';
  return first.includes('%') ? 'percent' : 'number';
}

const builtIn = (id: number): NumberFormat => BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? 'number';

/** Reads what the styles of cells show numbers as, by their index. */
export function readFormats(xml: string, budget: Budget): readonly NumberFormat[] {
  const codes = new Map<number, NumberFormat>();
  const formats: NumberFormat[] = [];
  let isOfCells = false;
  scanXml(xml, 'styles.xml', budget, {
    open(written, attributes) {
      const name = localName(written);
      const id = Number(attributes.get('numFmtId') ?? '0');
      if (name === 'numFmt') codes.set(id, formatOf(attributes.get('formatCode') ?? ''));
      else if (name === 'cellXfs') isOfCells = true;
      else if (name === 'xf' && isOfCells) formats.push(codes.get(id) ?? builtIn(id));
    },
    close(written) {
      if (localName(written) === 'cellXfs') isOfCells = false;
    },
    text: () => {},
  });
  return formats;
}
