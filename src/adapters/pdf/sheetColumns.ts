import type { SheetField } from '../../domain/values/policy.ts';
import { COLUMNS } from '../../projections/sheet/columns.ts';
import type { Copy } from '../../projections/sheet/printView.ts';
import type { Column } from './table.ts';

/** Room for what is written by hand on each copy, in points. */
const BY_HAND: Readonly<Record<Copy, Partial<Record<SheetField, number>>>> = {
  copyToSign: { signature: 150 },
  examinersCopy: { signature: 60, certificationNumber: 60, endScreen: 40, comments: 120 },
};

/** How much of the width that nobody needs goes to what is written longest by hand; one part to each of the others. */
const WEIGHTS: Readonly<Record<Copy, Partial<Record<SheetField, number>>>> = {
  copyToSign: { signature: 5 },
  examinersCopy: { comments: 5 },
};

/** The columns of a sheet, the number of the line before them. @param copy `null` for the sheet that is filled in */
export const columnsOf = (fields: readonly SheetField[], copy: Copy | null): readonly Column[] => [
  { title: 'N°', weight: 0 },
  ...fields.map((field) => ({
    title: COLUMNS[field],
    least: (copy === null ? null : BY_HAND[copy][field]) ?? 0,
    weight: WEIGHTS[copy ?? 'examinersCopy'][field] ?? 1,
  })),
];
