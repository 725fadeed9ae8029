import { accessCode } from '../../../domain/values/codes.ts';
import { foldedWords } from '../../../domain/values/fold.ts';
import { isoDate } from '../../../domain/values/time.ts';
import { faultOf, type SpreadsheetFault, type SpreadsheetRule } from '../fault.ts';
import { cellName, textOf } from '../workbook/cell.ts';
import type { Row } from '../workbook/workbook.ts';
import { dateFrom, timesFrom } from './values.ts';

/** What stands above the lines of a sheet. */
type HeadField = 'session' | 'accessCode' | 'date' | 'hours' | 'start' | 'end' | 'site' | 'room' | 'establishment';

/** A text with the cell in which it stands. */
export interface HeadText {
  readonly text: string;
  readonly cell: string;
}

/** Which session a sheet is of, as far as its head says; every field as written but for date, hours and code. */
export interface SheetHead {
  readonly session: HeadText | null;
  readonly accessCode: HeadText | null;
  /** `YYYY-MM-DD`. */
  readonly date: HeadText | null;
  /** `HH:MM`. */
  readonly start: HeadText | null;
  /** `HH:MM`. */
  readonly end: HeadText | null;
  readonly site: HeadText | null;
  readonly room: HeadText | null;
  readonly establishment: HeadText | null;
}

const LABELS: Record<HeadField, readonly string[]> = {
  session: ['session', 'session n', 'session numero', 'n session', 'numero session', 'nº session', 'session nº'],
  accessCode: ['code acces', 'code acces candidats'],
  date: ['date', 'date session', 'jour'],
  hours: ['heure', 'heures', 'horaire', 'horaires', 'heure debut fin', 'heures debut fin', 'heure locale debut fin'],
  start: ['heure debut', 'heure locale debut', 'debut'],
  end: ['heure fin', 'heure locale fin', 'fin'],
  site: ['site', 'nom site'],
  room: ['salle', 'nom salle'],
  establishment: ['etablissement', 'nom etablissement', 'centre certification', 'nom centre certification', 'centre'],
};

const FIELDS: ReadonlyMap<string, HeadField> = new Map(
  (Object.keys(LABELS) as HeadField[]).flatMap((field) =>
    LABELS[field].map((words): [string, HeadField] => [words, field]),
  ),
);

const SMALL_WORDS: ReadonlySet<string> = new Set(['d', 'de', 'des', 'du', 'et', 'l', 'la', 'le', 'les']);

const fieldOf = (label: string): HeadField | undefined =>
  FIELDS.get(
    foldedWords(label)
      .filter((word) => !SMALL_WORDS.has(word))
      .join(' '),
  );

/** The labels of the rows above the headings, each with what stands to its right, or after its own colon. */
function labelled(rows: readonly Row[]): ReadonlyMap<HeadField, HeadText> {
  const found = new Map<HeadField, HeadText>();
  for (const { line, cells } of rows) {
    const texts = cells.map((cell) => textOf(cell).trim());
    for (const [at, text] of texts.entries()) {
      const [label = '', ...after] = text.split(/\s*:\s*/u);
      const inside = fieldOf(text) === undefined && after.length > 0 && after.join('') !== '';
      const field = fieldOf(inside ? label : text);
      const to = inside ? at : texts.findIndex((other, place) => place > at && other !== '');
      if (field === undefined || found.has(field) || to === -1) continue;
      const value = inside ? text.slice(text.indexOf(':') + 1).trim() : String(texts[to]);
      found.set(field, { text: value, cell: cellName(to + 1, line) });
    }
  }
  return found;
}

/** Reads the head of a sheet: labels with their values, wherever they stand above the lines. */
export function readHead(
  rows: readonly Row[],
  { file, tab }: { readonly file: string; readonly tab: string },
): { readonly head: SheetHead; readonly faults: readonly SpreadsheetFault[] } {
  const found = labelled(rows);
  const faults: SpreadsheetFault[] = [];
  const of = (field: HeadField): HeadText | null => found.get(field) ?? null;

  /** A text as it is meant, or `null` and a fault. */
  const read = (given: HeadText | null, rule: SpreadsheetRule, meant: (text: string) => string | null) => {
    if (given === null) return null;
    const text = meant(given.text);
    if (text !== null) return { ...given, text };
    // Both hours may stand in one cell, and are told once.
    const isTold = faults.some(({ cell }) => cell === given.cell);
    if (!isTold) faults.push(faultOf(file, rule, { tab, cell: given.cell, value: given.text }));
    return null;
  };

  const dateOf = (text: string): string | null => {
    const said = dateFrom(text);
    return 'value' in said && isoDate.safeParse(said.value).success ? said.value : null;
  };
  const [hours, start, end] = [of('hours'), of('start'), of('end')];
  const head: SheetHead = {
    session: of('session'),
    accessCode: read(of('accessCode'), 'access-code-shape', (text) => accessCode.safeParse(text).data ?? null),
    date: read(of('date'), 'date-readable', dateOf),
    start: read(hours ?? start, 'hours-readable', (text) => timesFrom(text)[0] ?? null),
    end: read(hours ?? end, 'hours-readable', (text) => timesFrom(text)[hours === null ? 0 : 1] ?? null),
    site: of('site'),
    room: of('room'),
    establishment: of('establishment'),
  };
  return { head, faults };
}
