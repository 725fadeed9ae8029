import { type Cell, textCell, textOf, truthOf } from '../cell.ts';
import type { NumberFormat } from './formats.ts';
import { unescaped } from './strings.ts';

const DAY = 86_400;

/** What the numbers of a workbook stand for. */
export interface Meaning {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  /** Whether days are counted from 1904 and not from 1900. */
  readonly from1904: boolean;
}

/** A cell as it is written. */
export interface Raw {
  readonly type: string;
  readonly style: number;
  readonly value: string;
  /** The text that stands in the cell itself. */
  readonly inline: string;
  /** The formula, without what it came to; `null` where there is none. */
  readonly formula: string | null;
}

const iso = (days: number): string => new Date(days * DAY * 1000).toISOString().slice(0, 10);

const clock = (seconds: number): string => new Date(seconds * 1000).toISOString().slice(11, 19);

/**
 * The day that a serial number stands for, in days since 1970. The calendar of 1900 has a 29 February that never was, so
 * that its days before it are one less.
 */
function dayOf(serial: number, from1904: boolean): number {
  if (from1904) return serial - 24_107;
  return serial < 60 ? serial - 25_568 : serial - 25_569;
}

/** The largest serial number that is a date: 31 December 9999. */
const LAST_SERIAL = 2_958_465;

/** A number that is shown as a date or a time. One that is less than a day is a time, whatever it is shown as. */
function momentOf(serial: number, format: NumberFormat, from1904: boolean): Cell {
  const seconds = Math.round(serial * DAY);
  const [day, rest] = [Math.floor(seconds / DAY), seconds % DAY];
  if (serial < 0 || day > LAST_SERIAL) return { kind: 'number', value: serial, percent: false };
  if (format === 'time' || serial < 1) return { kind: 'time', time: clock(rest) };
  return { kind: 'date', date: iso(dayOf(day, from1904)), time: rest === 0 ? null : clock(rest) };
}

function numberOf(written: string, style: number, { formats, from1904 }: Meaning): Cell {
  const value = Number(written);
  if (written.trim() === '' || !Number.isFinite(value)) return textCell(written.trim());
  const format = formats[style] ?? 'number';
  if (format === 'date' || format === 'time') return momentOf(value, format, from1904);
  return { kind: 'number', value, percent: format === 'percent' };
}

/** A date in ISO 8601, which few programs write. */
function isoMoment(written: string): Cell {
  const [, date, time] = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}).*)?$/.exec(written) ?? [];
  if (date === undefined) return textCell(written);
  return { kind: 'date', date, time: time === undefined || time === '00:00:00' ? null : time };
}

function typed({ type, style, value, inline }: Raw, meaning: Meaning): Cell {
  switch (type) {
    case 's':
      return textCell(meaning.strings[Number(value)] ?? '');
    case 'str':
      return textCell(unescaped(value));
    case 'inlineStr':
      return textCell(inline);
    case 'b':
      return { kind: 'boolean', value: value === '1' || value === 'true' };
    case 'd':
      return isoMoment(value);
    case 'e':
      return { kind: 'error', text: value };
    default:
      return numberOf(value, style, meaning);
  }
}

/** The value of a cell of an .xlsx. */
export function xlsxCell(raw: Raw, meaning: Meaning): Cell {
  const cell = typed(raw, meaning);
  if (raw.formula !== null) return truthOf(raw.formula) ?? { kind: 'formula', text: textOf(cell) };
  return cell.kind === 'text' && cell.text.trim() === '' ? { kind: 'empty' } : cell;
}
