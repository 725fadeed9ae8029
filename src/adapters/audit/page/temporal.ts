/**
 * As much of Temporal as the domain's clock asks for, on what every browser has. In the page it stands in the place of
 * the library, which would be a fifth of the page's script; a test holds both to the same answers.
 */

const formats = new Map<string, Intl.DateTimeFormat>();

/** @throws {RangeError} where no such zone is known */
function formatOf(zone: string): Intl.DateTimeFormat {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const two = '2-digit';
  const parts = { year: 'numeric', month: two, day: two, hour: two, minute: two, second: two } as const;
  const made = new Intl.DateTimeFormat('en-US', { ...parts, timeZone: zone, calendar: 'iso8601', hourCycle: 'h23' });
  formats.set(zone, made);
  return made;
}

const MINUTE = 60_000;

/** How far a zone is ahead of UTC, by the minute: the same times are shown again and again. */
const offsets = new Map<string, Map<number, number>>();

/** Minutes that are kept in mind at most, for each zone. */
const KEPT = 100_000;

function minutesOf(zone: string): Map<number, number> {
  const known = offsets.get(zone);
  if (known !== undefined && known.size < KEPT) return known;
  const none = new Map<number, number>();
  offsets.set(zone, none);
  return none;
}

/**
 * What a clock in this zone shows, as the instant at which a clock in UTC shows the same; milliseconds. Since 2000 no
 * clock has been changed within a minute.
 */
function shownAt(at: number, zone: string): number {
  const minutes = minutesOf(zone);
  const minute = Math.floor(at / MINUTE);
  const offset = minutes.get(minute) ?? writtenAt(minute * MINUTE, zone) - minute * MINUTE;
  minutes.set(minute, offset);
  return at + offset;
}

/** The same as {@link shownAt}, as the browser writes it; to the second. */
function writtenAt(at: number, zone: string): number {
  const part = { year: 0, month: 0, day: 0, hour: 0, minute: 0, second: 0 };
  for (const { type, value } of formatOf(zone).formatToParts(at)) {
    if (type in part) part[type as keyof typeof part] = Number(value);
  }
  const { year, month, day, hour, minute, second } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

const DAY = 86_400_000;

/** The instant at which a clock in this zone shows this: the first, where it is shown twice; after a gap, where never. */
function instantOf(shown: number, zone: string): number {
  const [before, after] = [shown - DAY, shown + DAY].map((near) => shown - (shownAt(near, zone) - near));
  const found = [before, after].filter((at) => at !== undefined).filter((at) => shownAt(at, zone) === shown);
  return found.length === 0 ? Number(before) : Math.min(...found);
}

const written = (shown: number): string => new Date(shown).toISOString();

/** A date and a time of day, as a clock shows them. */
const plain = (shown: number) => ({
  shown,
  equals: (other: { readonly shown: number }): boolean => other.shown === shown,
  toPlainDate: () => ({ toString: (): string => written(shown).slice(0, 10) }),
  toPlainTime: () => ({
    toString: ({ smallestUnit }: { readonly smallestUnit: 'minute' | 'second' }): string =>
      written(shown).slice(11, smallestUnit === 'minute' ? 16 : 19),
  }),
  toZonedDateTime: (zone: string) => zoned(instantOf(shown, zone), zone),
});

/** An instant on the clock of a zone. */
function zoned(epochMilliseconds: number, zone: string) {
  const { toPlainDate, toPlainTime, ...date } = plain(shownAt(epochMilliseconds, zone));
  return { epochMilliseconds, toPlainDate, toPlainTime, toPlainDateTime: () => date };
}

/** @throws {RangeError} where there is no such date or time */
function read(text: string): number {
  const shown = Date.parse(`${text}Z`);
  if (Number.isNaN(shown) || !written(shown).startsWith(text)) throw new RangeError(`no date and time: ${text}`);
  return shown;
}

export const Temporal = {
  Instant: {
    from: (text: string) => ({ epochMilliseconds: Date.parse(text) }),
    fromEpochMilliseconds: (at: number) => ({ toZonedDateTimeISO: (zone: string) => zoned(at, zone) }),
  },
  PlainDateTime: { from: (text: string) => plain(read(text)) },
};
