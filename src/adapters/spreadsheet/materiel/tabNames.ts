import { shortDate } from '../../../projections/french/dates.ts';
import type { SessionHeader } from '../../../projections/header.ts';

/** The longest name of a tab that Excel takes, in UTF-16 units. */
const LONGEST = 31;

/** What no name of a tab may hold, in Excel or in LibreOffice; and an ampersand, which the foot of a page takes as a sign. */
const FORBIDDEN = /[[\]:*?/\\'&\p{C}]/gu;

/** As much of a text as fits, without half a character at its end. */
const cut = (text: string, length: number): string =>
  text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/u, '')
    .trimEnd();

/** « 14-05-2019 08h30 B204 ». */
function nameFor({ slot, session }: SessionHeader): string {
  const said =
    slot === null
      ? session
      : `${shortDate(slot.date).replaceAll('/', '-')} ${slot.start.replace(':', 'h')} ${slot.room}`;
  return said.replace(FORBIDDEN, ' ').replace(/\s+/gu, ' ').trim();
}

/**
 * A name for the tab of each session, by which a teacher finds it: when, and in which room. No two are alike, whatever
 * their case.
 *
 * @param taken names of other tabs
 */
export function tabNames(headers: readonly SessionHeader[], taken: readonly string[]): readonly string[] {
  const used = new Set(taken.map((name) => name.toLowerCase()));
  return headers.map((header) => {
    const wanted = nameFor(header);
    let name = cut(wanted, LONGEST);
    for (let copy = 2; used.has(name.toLowerCase()); copy++) {
      const mark = ` (${copy})`;
      name = cut(wanted, LONGEST - mark.length) + mark;
    }
    used.add(name.toLowerCase());
    return name;
  });
}
