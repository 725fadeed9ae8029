import type { SpreadsheetRule } from '../fault.ts';
import { type Cell, cellName } from './cell.ts';
import type { MergedRange, Tab } from './workbook.ts';

/** A cell that cannot be taken as it stands, because of how it is laid out or where its value comes from. */
export interface Oddity {
  readonly line: number;
  readonly column: number;
  readonly rule: Extract<SpreadsheetRule, `${'row' | 'column'}-hidden` | 'cells-merged' | `cell-is-${string}`>;
  readonly detail: string;
}

const KINDS: Partial<Record<Cell['kind'], Oddity['rule']>> = {
  formula: 'cell-is-formula',
  error: 'cell-is-error',
};

const rangeName = ({ fromLine, toLine, fromColumn, toColumn }: MergedRange): string =>
  `${cellName(fromColumn, fromLine)}:${cellName(toColumn, toLine)}`;

/**
 * Formulas, errors, merged and hidden cells among those where data is expected. A hidden row or column is told once.
 *
 * @param isData whether data is expected in a cell; only those in which something stands are asked for
 */
export function odditiesOf(tab: Tab, isData: (line: number, column: number) => boolean): readonly Oddity[] {
  const hidden = new Set(tab.hiddenColumns);
  const merged = new Map(tab.merged.map((range) => [cellName(range.fromColumn, range.fromLine), range]));
  const toldColumns = new Set<number>();
  const found: Oddity[] = [];
  for (const { line, hidden: isRowHidden, cells } of tab.rows) {
    let isRowTold = false;
    for (const [at, { kind }] of cells.entries()) {
      const column = at + 1;
      if (kind === 'empty' || !isData(line, column)) continue;
      const add = (rule: Oddity['rule'] | undefined, detail = ''): void => {
        if (rule !== undefined) found.push({ line, column, rule, detail });
      };
      add(KINDS[kind]);
      const range = merged.get(cellName(column, line));
      if (range !== undefined) add('cells-merged', rangeName(range));
      if (hidden.has(column) && !toldColumns.has(column)) add('column-hidden');
      if (isRowHidden && !isRowTold) add('row-hidden');
      toldColumns.add(column);
      isRowTold ||= isRowHidden;
    }
  }
  return found;
}
