/** What a cell says once it is read, or the code of the rule that it breaks. */
export type CellReading<Code extends string> = { readonly text: string } | { readonly code: Code };

const NUMERIC_DATE = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/;
const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const SHORT_YEAR = /^\d{1,2}([/.-])\d{1,2}\1\d{2}$/;

/** Minutes are needed after a colon and optional after an h: 8h. Seconds are read when there are none: 08:30:00. */
const TIME = /^(\d{1,2})(?:\s*h\s*(\d{2})?|:(\d{2})(?::00)?)$/i;

const two = (digits: string): string => digits.padStart(2, '0');

/**
 * « Date (au format jj/mm/aaaa) »: also j/m/aaaa, with hyphens or dots, and ISO 8601. Whether the day exists is left to
 * the calendar. A year of two digits is not guessed: 14/05/19 was a day of 1919 too, and 19-05-14 can be read twice.
 *
 * @returns `YYYY-MM-DD`
 */
export function readDate(cell: string): CellReading<'date-readable' | 'date-year-four-digits'> {
  const text = cell.trim();
  if (ISO_DATE.test(text)) return { text };
  const [, day, , month, year] = NUMERIC_DATE.exec(text) ?? [];
  if (day !== undefined && month !== undefined && year !== undefined) {
    return { text: `${year}-${two(month)}-${two(day)}` };
  }
  return { code: SHORT_YEAR.test(text) ? 'date-year-four-digits' : 'date-readable' };
}

/**
 * « Heures de début et de fin »: 08:30, 8:30, 08:30:00, 8h30, 8 h 30, 8h, 08H30. Whether the hour exists is left to the
 * calendar.
 *
 * @returns `HH:MM`
 */
export function readTime(cell: string): CellReading<'time-readable'> {
  const [whole, hour = '', afterH, afterColon] = TIME.exec(cell.trim()) ?? [];
  return whole === undefined ? { code: 'time-readable' } : { text: `${two(hour)}:${afterH ?? afterColon ?? '00'}` };
}

/**
 * « code postal »: five digits, spaces between them aside. An office suite that takes it for a number drops the zero of
 * the departments 01 to 09, which is put back.
 */
export function readPostalCode(cell: string): { readonly text: string; readonly restored: boolean } {
  const text = cell.replace(/\s/gu, '');
  return /^\d{4}$/.test(text) ? { text: `0${text}`, restored: true } : { text, restored: false };
}
