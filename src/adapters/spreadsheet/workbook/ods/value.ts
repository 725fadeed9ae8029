import { type Cell, EMPTY, textCell, textOf, truthOf } from '../cell.ts';
import type { Attributes } from '../xml.ts';

const DATE = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?)\d*)?$/;
const DURATION = /^PT(\d{1,2})H(\d{1,2})M(\d{1,2}(?:\.\d*)?)S$/;

const DAY = 86_400;

/** The wall clock at a moment of a day, in seconds; `null` at midnight. */
const timeOf = (iso: string): string | null => (iso.slice(11, 19) === '00:00:00' ? null : iso.slice(11, 19));

/** Office suites keep 8:30 as a part of a day, and write it as a hair before or after: the nearest second is meant. */
const nearestSecond = (milliseconds: number): string => new Date(Math.round(milliseconds / 1000) * 1000).toISOString();

function date(value: string, shown: string): Cell {
  const [, day, time] = DATE.exec(value) ?? [];
  const at = Date.parse(`${day}T${time ?? '00:00:00'}Z`);
  if (day === undefined || Number.isNaN(at)) return textCell(shown);
  const iso = nearestSecond(at);
  return { kind: 'date', date: iso.slice(0, 10), time: timeOf(iso) };
}

/** `PT08H30M00S`; what is longer than a day is no time of day, and stays what it shows. */
function time(value: string, shown: string): Cell {
  const [, hours, minutes, seconds] = DURATION.exec(value) ?? [];
  const total = Math.round(Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds));
  if (Number.isNaN(total) || total >= DAY) return textCell(shown);
  return { kind: 'time', time: nearestSecond(total * 1000).slice(11, 19) };
}

function number(value: string, shown: string, percent: boolean): Cell {
  const read = Number(value);
  return value === '' || !Number.isFinite(read) ? textCell(shown) : { kind: 'number', value: read, percent };
}

function typed(attributes: Attributes, shown: string): Cell {
  const of = (name: string): string => attributes.get(`office:${name}`) ?? '';
  switch (attributes.get('office:value-type')) {
    case 'float':
    case 'currency':
      return number(of('value'), shown, false);
    case 'percentage':
      return number(of('value'), shown, true);
    case 'date':
      return date(of('date-value'), shown);
    case 'time':
      return time(of('time-value'), shown);
    case 'boolean':
      return { kind: 'boolean', value: of('boolean-value') === 'true' };
    default:
      return textCell(shown === '' ? of('string-value') : shown);
  }
}

/**
 * The value of a cell of an .ods.
 *
 * @param shown the text in it, as the spreadsheet shows it
 */
export function odsCell(attributes: Attributes, shown: string): Cell {
  const formula = attributes.get('table:formula');
  if (formula !== undefined) return truthOf(formula) ?? { kind: 'formula', text: textOf(typed(attributes, shown)) };
  if (attributes.get('calcext:value-type') === 'error') return { kind: 'error', text: shown };
  const cell = typed(attributes, shown);
  return cell.kind === 'text' && cell.text.trim() === '' ? EMPTY : cell;
}
