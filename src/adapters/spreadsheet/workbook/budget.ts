import { Unreadable } from '../fault.ts';
import { LIMITS } from '../limits.ts';

/** What may be counted against a limit. */
type Counted = 'unpacked' | 'elements' | 'tabs' | 'rows' | 'cells' | 'ranges';

/** What is left for one file: whatever is read of it is counted before it is kept. */
export interface Budget {
  /** @throws {Unreadable} where this is more than the limit leaves */
  spend(what: Counted, count: number): void;
  left(what: Counted): number;
}

const NAMES: Readonly<Record<Counted, string>> = {
  unpacked: 'unpacked',
  elements: 'XML',
  tabs: 'onglets',
  rows: 'lignes',
  cells: 'cellules',
  ranges: 'fusions',
};

/** The budget of one file. */
export function newBudget(): Budget {
  const spent: Record<Counted, number> = { unpacked: 0, elements: 0, tabs: 0, rows: 0, cells: 0, ranges: 0 };
  return {
    spend(what, count) {
      spent[what] += count;
      if (spent[what] <= LIMITS[what]) return;
      if (what === 'unpacked') throw new Unreadable('file-unpacks-too-large');
      throw new Unreadable('file-too-complex', { detail: `${NAMES[what]} > ${LIMITS[what]}` });
    },
    left: (what) => LIMITS[what] - spent[what],
  };
}
