import type { Budget } from '../budget.ts';
import { writeTab } from '../tab.ts';
import type { Tab } from '../workbook.ts';
import { type Attributes, scanXml } from '../xml.ts';
import { localName } from './names.ts';
import { newRuns } from './strings.ts';
import { type Meaning, xlsxCell } from './value.ts';

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

/** `B12` as line and column; a reference that is none gives no number, and is refused where it is put. */
function placeOf(reference: string): { line: number; column: number } {
  const [, letters, line] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? [];
  if (letters === undefined) return { line: Number.NaN, column: Number.NaN };
  return { line: Number(line), column: [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) };
}

/** A cell that is being read. */
interface OpenCell {
  readonly attributes: Attributes;
  readonly runs: ReturnType<typeof newRuns>;
  value: string;
  formula: string | null;
}

/** Reads one tab of an .xlsx. */
export function readSheet(
  xml: string,
  named: { readonly name: string; readonly hidden: boolean },
  meaning: Meaning,
  budget: Budget,
): Tab {
  const tab = writeTab(named, budget);
  let line = 0;
  let column = 0;
  let cell: OpenCell | null = null;
  let part: 'v' | 'f' | null = null;

  const put = ({ attributes, runs, value, formula }: OpenCell): void => {
    const type = attributes.get('t') ?? 'n';
    const style = Number(attributes.get('s') ?? '0');
    tab.put(line, column, xlsxCell({ type, style, value, inline: runs.written(), formula }, meaning));
  };

  const merge = (reference: string): void => {
    const [from = '', to = from] = reference.split(':');
    const [first, last] = [placeOf(from), placeOf(to)];
    tab.merge({ fromLine: first.line, fromColumn: first.column, toLine: last.line, toColumn: last.column });
  };

  const opened: Readonly<Record<string, (attributes: Attributes) => void>> = {
    col: (attributes) => {
      if (isTrue(attributes.get('hidden')))
        tab.hideColumns(Number(attributes.get('min')), Number(attributes.get('max')));
    },
    row: (attributes) => {
      line = Number(attributes.get('r') ?? line + 1);
      column = 0;
      if (isTrue(attributes.get('hidden'))) tab.hideLines(line, line);
    },
    c: (attributes) => {
      const reference = attributes.get('r');
      if (reference === undefined) column++;
      else ({ line, column } = placeOf(reference));
      cell = { attributes, runs: newRuns(), value: '', formula: null };
    },
    mergeCell: (attributes) => merge(attributes.get('ref') ?? ''),
  };

  scanXml(xml, named.name, budget, {
    open(written, attributes) {
      const name = localName(written);
      if (cell === null) opened[name]?.(attributes);
      else if (name === 'v' || name === 'f') part = name;
      else cell.runs.open(name);
      if (cell !== null && name === 'f') cell.formula = '';
    },
    close(written) {
      const name = localName(written);
      if (cell === null) return;
      if (name === part) part = null;
      else if (name !== 'c') cell.runs.close(name);
      else {
        put(cell);
        cell = null;
      }
    },
    text(text) {
      if (cell === null) return;
      if (part === 'v') cell.value += text;
      else if (part === 'f') cell.formula += text;
      else cell.runs.text(text);
    },
  });
  return tab.close();
}
