import type { Sheet, Style } from './arbitraries.ts';

/** The encodings in which an office suite saves a CSV. */
export const ENCODINGS = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'windows-1252'] as const;

/** One of {@link ENCODINGS}. */
export type Encoding = (typeof ENCODINGS)[number];

/** What windows-1252 adds to Latin-1, among what these tests write. */
const WINDOWS_1252 = new Map([
  ['€', 0x80],
  ['‘', 0x91],
  ['’', 0x92],
  ['–', 0x96],
  ['—', 0x97],
  ['Œ', 0x8c],
  ['œ', 0x9c],
]);

function utf16(text: string, isLittleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * text.length + 2));
  for (const [at, unit] of [0xfeff, ...text.split('').map((char) => char.charCodeAt(0))].entries()) {
    view.setUint16(2 * at, unit, isLittleEndian);
  }
  return new Uint8Array(view.buffer);
}

/** Encodes a text; windows-1252 has to be able to hold it. */
export function encode(text: string, encoding: Encoding): Uint8Array {
  if (encoding === 'windows-1252') {
    return new Uint8Array([...text].map((char) => WINDOWS_1252.get(char) ?? char.charCodeAt(0)));
  }
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return utf16(text, encoding === 'utf-16le');
  return new TextEncoder().encode(encoding === 'utf-8-bom' ? `\ufeff${text}` : text);
}

const withoutAccents = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '');

const HEADING_STYLES = {
  'as is': (heading: string) => heading,
  capitals: (heading: string) => heading.toUpperCase(),
  'small letters': (heading: string) => heading.toLowerCase(),
  'without accents': withoutAccents,
  'spaces around': (heading: string) => `  ${heading.replaceAll(' ', '\u00a0 ')} `,
  'line breaks': (heading: string) => heading.replaceAll(' ', '\n'),
  'a hint': (heading: string) => `${heading} (à remplir)`,
  'a star': (heading: string) => `* ${heading}`,
};

/** The ways to write a heading. */
export const headingStyles = Object.keys(HEADING_STYLES) as (keyof typeof HEADING_STYLES)[];

const DATE_STYLES = {
  'jj/mm/aaaa': (year: string, month: string, day: string) => `${day}/${month}/${year}`,
  'j-m-aaaa': (year: string, month: string, day: string) => `${Number(day)}-${Number(month)}-${year}`,
  'jj.mm.aaaa': (year: string, month: string, day: string) => `${day}.${month}.${year}`,
  ISO: (year: string, month: string, day: string) => `${year}-${month}-${day}`,
};

/** The ways to write a date. */
export const dateStyles = Object.keys(DATE_STYLES) as (keyof typeof DATE_STYLES)[];

const TIME_STYLES = {
  '08:30': (hour: string, minute: string) => `${hour}:${minute}`,
  '8:30': (hour: string, minute: string) => `${Number(hour)}:${minute}`,
  '08:30:00': (hour: string, minute: string) => `${hour}:${minute}:00`,
  '8h30': (hour: string, minute: string) => `${Number(hour)}h${minute}`,
  '8h': (hour: string, minute: string) => (minute === '00' ? `${Number(hour)}h` : `${Number(hour)}h${minute}`),
  '08H30': (hour: string, minute: string) => `${hour}H${minute}`,
  '8 h 30': (hour: string, minute: string) => `${Number(hour)} h ${minute}`,
};

/** The ways to write a time. */
export const timeStyles = Object.keys(TIME_STYLES) as (keyof typeof TIME_STYLES)[];

const date = (iso: string, style: keyof typeof DATE_STYLES): string => {
  const [year = '', month = '', day = ''] = iso.split('-');
  return DATE_STYLES[style](year, month, day);
};

const time = (iso: string, style: keyof typeof TIME_STYLES): string => {
  const [hour = '', minute = ''] = iso.split(':');
  return TIME_STYLES[style](hour, minute);
};

/** The columns of a plan: heading, and cell. The examiners stand in one column or in two. */
const columnsOf = (plan: Sheet['plans'][number], style: Style): (readonly [string, string])[] => [
  ['Établissement', plan.establishment.name],
  ['Adresse', plan.establishment.address],
  ['Code postal', style.dropsZeros ? plan.establishment.postalCode.replace(/^0/, '') : plan.establishment.postalCode],
  ['Ville', plan.establishment.city],
  ['Date (jj/mm/aaaa)', date(plan.slot.date, style.date)],
  ['Heure de début', time(plan.slot.start, style.time)],
  ['Heure de fin', time(plan.slot.end, style.time)],
  ['Site', plan.slot.site],
  ['Salle', plan.slot.room],
  ...(style.wholeNames
    ? ([
        [
          `Nom et prénom de l'${style.role}`,
          plan.examiners.map(({ name }) => `${name.surname} ${name.firstName}`).join(style.separator),
        ],
      ] as const)
    : ([
        [`Nom de l'${style.role}`, plan.examiners.map(({ name }) => name.surname).join(style.separator)],
        [`Prénom de l'${style.role}`, plan.examiners.map(({ name }) => name.firstName).join(style.separator)],
      ] as const)),
];

/** Writes plans as a Navette, in the style asked for, and says on which line each plan stands. */
export function write({ plans, style }: Sheet): { bytes: Uint8Array; lines: number[] } {
  const quoted = (cell: string): string =>
    style.quotesAll || /["\r\n]/.test(cell) || cell.includes(style.delimiter)
      ? `"${cell.replaceAll('"', '""')}"`
      : cell;
  const ordered = <T>(cells: readonly T[]): T[] =>
    cells
      .map((cell, at) => ({ cell, rank: style.order[at] ?? 0 }))
      .toSorted((a, b) => a.rank - b.rank)
      .map(({ cell }) => cell);
  const written = (cells: readonly string[]): string => cells.map(quoted).join(style.delimiter);
  const blank = ['', style.delimiter.repeat(11), ' '];
  const chunks = style.title.map((title) => written([title, '']));
  const lines: number[] = [];
  for (const [at, plan] of plans.entries()) {
    const columns = ordered(columnsOf(plan, style));
    if (at === 0) chunks.push(written(columns.map(([heading]) => HEADING_STYLES[style.heading](heading))));
    for (const kind of style.blanks[at] ?? []) chunks.push(blank[kind] ?? '');
    lines.push(chunks.join('\n').split('\n').length + 1);
    chunks.push(written(columns.map(([, cell]) => cell)));
  }
  return { bytes: encode(chunks.join('\n').replaceAll('\n', style.lineEnd), style.encoding), lines };
}
