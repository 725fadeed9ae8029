import { Unreadable } from '../fault.ts';
import { LIMITS } from '../limits.ts';
import type { Budget } from './budget.ts';
import { type Cell, cellName, EMPTY } from './cell.ts';
import type { MergedRange, Tab } from './workbook.ts';

/** A tab that is being read; lines and columns from 1. */
export interface TabWriter {
  /** Puts a cell, and the same one to its right and below as often as it is repeated; an empty one costs nothing. */
  put(line: number, column: number, cell: Cell, across?: number, down?: number): void;
  hideLines(from: number, to: number): void;
  hideColumns(from: number, to: number): void;
  merge(range: MergedRange): void;
  close(): Tab;
}

/** The number of a line or a column is a whole one, or the file is not what it says. */
const isPlace = (place: number): boolean => Number.isSafeInteger(place) && place >= 1;

/** Begins a tab. What is put into it is counted against the budget of its file. */
export function writeTab(file: { readonly name: string; readonly hidden: boolean }, budget: Budget): TabWriter {
  const { name, hidden } = file;
  budget.spend('tabs', 1);
  const rows = new Map<number, Cell[]>();
  const hiddenLines: (readonly [from: number, to: number])[] = [];
  const hiddenColumns = new Set<number>();
  const merged: MergedRange[] = [];

  const rowAt = (line: number): Cell[] => {
    const known = rows.get(line);
    if (known !== undefined) return known;
    budget.spend('rows', 1);
    const row: Cell[] = [];
    rows.set(line, row);
    return row;
  };

  const isHidden = (line: number): boolean => hiddenLines.some(([from, to]) => line >= from && line <= to);

  return {
    put(line, column, cell, across = 1, down = 1) {
      if (![line, column, across, down].every(isPlace)) throw new Unreadable('file-damaged', { detail: name });
      if (cell.kind === 'empty') return;
      const last = column + across - 1;
      if (last > LIMITS.columns) {
        throw new Unreadable('columns-at-most-256', { tab: name, detail: `${name}, ${cellName(last, line)}` });
      }
      budget.spend('cells', across * down);
      for (let below = 0; below < down; below++) {
        const row = rowAt(line + below);
        while (row.length < last) row.push(EMPTY);
        row.fill(cell, column - 1, last);
      }
    },
    hideLines(from, to) {
      budget.spend('ranges', 1);
      hiddenLines.push([from, to]);
    },
    hideColumns(from, to) {
      budget.spend('ranges', 1);
      for (let column = from; column <= Math.min(to, LIMITS.columns); column++) hiddenColumns.add(column);
    },
    merge(range) {
      budget.spend('ranges', 1);
      merged.push(range);
    },
    close: () => ({
      name,
      hidden,
      rows: [...rows].toSorted(([a], [b]) => a - b).map(([line, cells]) => ({ line, hidden: isHidden(line), cells })),
      merged,
      hiddenColumns: [...hiddenColumns].toSorted((a, b) => a - b),
    }),
  };
}
