import { isErased } from '../../../domain/values/personal.ts';
import { cellOf } from '../../../projections/sheet/cells.ts';
import type { SheetLine } from '../../../projections/sheet/line.ts';
import { blank, day, number, tableRow, text } from './cells.ts';
import { SHEET_COLUMNS } from './columns.ts';
import type { LaidCell, LaidRow } from './layout.ts';

const WIDTHS = SHEET_COLUMNS.map(({ width }) => width);

/** Room to sign, in points. */
const LEAST = 26;

const row = (cells: readonly LaidCell[]): LaidRow => tableRow(cells, WIDTHS, LEAST);

/** The headings of a sheet. */
export const headingRow = (): LaidRow => row(SHEET_COLUMNS.map(({ heading }) => text(heading, 'heading')));

/** A line that somebody will fill in. @param line « N° » */
export const blankLine = (line: number): LaidRow =>
  row(SHEET_COLUMNS.map(({ field, look }) => (field === 'number' ? number(line, look) : blank(look))));

/** A line as far as it is filled in: a birth date is a day, anything else the text that the record shows. */
export const filledLine = (line: SheetLine): LaidRow =>
  row(
    SHEET_COLUMNS.map(({ field, look }) => {
      if (field === 'number') return number(line.number, look);
      const isDay = field === 'birthDate' && !isErased(line.identity);
      return isDay ? day(line.identity.birthDate, look) : text(cellOf(line, field), look);
    }),
  );
