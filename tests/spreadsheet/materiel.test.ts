import fc from 'fast-check';
import { readOds } from 'hucre/ods';
import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import {
  locateSheets,
  MOST_SESSIONS,
  readSheets,
  type SpreadsheetFormat,
  textOf,
  type Workbook,
  writeMateriel,
  writeSheet,
} from '../../src/adapters/spreadsheet/index.ts';
import { nameOf } from '../../src/projections/french/personal.ts';
import type { SessionHeader } from '../../src/projections/header.ts';
import { type AttendanceSheet, attendanceSheet } from '../../src/projections/sheet/attendanceSheet.ts';
import { holds } from '../support/property.ts';
import { FIRST, FORMATS, HEADINGS, workbookOf } from './support/filled.ts';
import { sessionSheets } from './support/materiel.ts';
import { typed } from './support/typed.ts';

const formats = fc.constantFrom(...FORMATS);

/** What stands in a tab, as texts, row by row. */
const textsOf = ({ tabs }: Workbook, at: number): readonly (readonly string[])[] =>
  tabs[at]?.rows.map(({ cells }) => cells.map(textOf)) ?? [];

/** The row of a session in the first tab. */
const codeRow = ({ slot, examiners, session, accessCode }: SessionHeader): readonly string[] => [
  String(slot?.date),
  String(slot?.start),
  String(slot?.end),
  String(slot?.site),
  String(slot?.room),
  examiners.map(({ name }) => nameOf(name)).join(', '),
  session,
  ...(accessCode === null ? [] : [accessCode]),
];

/** What another library reads in a workbook, without blank cells at the end; of an .ods it leaves out what a print repeats. */
async function readByOthers(format: SpreadsheetFormat, bytes: Uint8Array) {
  const { sheets } = await (format === 'ods' ? readOds : readXlsx)(bytes);
  const shown = (value: unknown): string =>
    value instanceof Date ? value.toISOString().slice(0, 10) : String(value ?? '');
  return sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map((row) => row.map(shown).join('|').replace(/\|+$/, '')).filter((row) => !/^(N°|Date)\|\S/.test(row)),
  }));
}

const only = (sheets: readonly AttendanceSheet[]): AttendanceSheet => sheets[0] ?? attendanceSheet.initial;

describe('the « Matériel certification »', () => {
  test('lists the access code of each session in its first tab, whatever its texts look like', async () => {
    const property = fc.asyncProperty(sessionSheets, formats, async (sheets, format) => {
      const [title, hint, headings, ...rows] = textsOf(workbookOf(await writeMateriel(sheets, { format })), 0);
      expect([title?.[0], hint?.[0]]).toEqual([
        'Matériel certification — codes d’accès',
        expect.stringContaining('au lancement du test'),
      ]);
      expect(headings).toContain('Code d’accès');
      expect(rows).toEqual(sheets.map(({ header }) => codeRow(header)));
    });
    await holds(property, { runs: 60 });
  });

  test('has a blank sheet for each session, from which the session is known again once a line is filled in', async () => {
    const property = fc.asyncProperty(sessionSheets, formats, async (sheets, format) => {
      const bytes = await writeMateriel(sheets, { format });
      expect(readSheets(workbookOf(bytes))).toMatchObject({ sheets: [], faults: [{ rule: 'sheets-blank' }] });
      const filled = typed(
        format,
        bytes,
        ...sheets.map((_, at) => ({ tab: at + 1, line: 1, cells: [null, 'MARTIN', 'Léa', 'Rouen', '11/02/2003'] })),
      );
      const read = readSheets(workbookOf(filled));
      const planned = sheets.map(({ header }) => {
        return { header, lifecycle: 'planned' as const, candidates: 0, revision: 1, stream: header.session };
      });
      const { located, faults } = locateSheets(read.sheets, planned);
      expect([...read.faults, ...faults]).toEqual([]);
      expect(located.map(({ session }) => session)).toEqual(sheets.map(({ header }) => header.session));
      expect(read.sheets.map(({ version }) => version)).toEqual(sheets.map(() => '1.0'));
    });
    await holds(property, { runs: 40 });
  });

  test('is read the same by another library', async () => {
    const property = fc.asyncProperty(sessionSheets, async (sheets) => {
      const [ods, xlsx] = await Promise.all(
        FORMATS.map(async (format) => readByOthers(format, await writeMateriel(sheets, { format }))),
      );
      expect(xlsx).toEqual(ods);
    });
    await holds(property, { runs: 40 });
  });

  test('is the same, byte for byte, for the same sessions', async () => {
    const property = fc.asyncProperty(sessionSheets, formats, async (sheets, format) => {
      expect(await writeMateriel(sheets, { format })).toEqual(await writeMateriel(sheets, { format }));
    });
    await holds(property, { runs: 10 });
  });

  test('names its tabs so that office suites take them, and no two alike', async () => {
    const property = fc.asyncProperty(sessionSheets, formats, async (sheets, format) => {
      const twice = [...sheets, ...sheets, ...sheets];
      const names = workbookOf(await writeMateriel(twice, { format })).tabs.map(({ name }) => name);
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(twice.length + 1);
      for (const name of names) {
        expect(name).toMatch(/^[^[\]:*?/\\'&]{1,31}$/);
        expect([name.trim(), name.isWellFormed()]).toEqual([name, true]);
      }
    });
    await holds(property, { runs: 40 });
  });

  test('has as many numbered lines as the session may have candidates, below the headings that centres use', async () => {
    const property = fc.asyncProperty(sessionSheets, formats, async (sheets, format) => {
      const workbook = workbookOf(await writeMateriel(sheets, { format }));
      for (const [at, { header }] of sheets.entries()) {
        const { rows = [] } = workbook.tabs[at + 1] ?? {};
        const lines = rows.filter(({ line }) => line >= FIRST - 1).map(({ cells }) => cells.map(textOf));
        const numbers = Array.from({ length: 20 * header.examiners.length }, (_, line) => [String(line + 1)]);
        expect(lines).toEqual([[...HEADINGS], ...numbers]);
      }
    });
    await holds(property, { runs: 20 });
  });

  test('bears no access code on the sheets, which go from hand to hand before the start', async () => {
    const property = fc.asyncProperty(sessionSheets, formats, async (sheets, format) => {
      const workbook = workbookOf(await writeMateriel(sheets, { format }));
      for (const [at, { header }] of sheets.entries()) {
        if (header.accessCode !== null) expect(textsOf(workbook, at + 1).flat()).not.toContain(header.accessCode);
      }
    });
    await holds(property, { runs: 20 });
  });

  test('shows a session of which nothing is planned yet by its number alone', async () => {
    const { initial } = attendanceSheet;
    const sheet = { ...initial, header: { ...initial.header, session: 's' } };
    for (const format of FORMATS) {
      const workbook = workbookOf(await writeMateriel([sheet], { format }));
      expect(workbook.tabs.map(({ name }) => name)).toEqual(['Codes d’accès', 's']);
      expect(textsOf(workbook, 1)[2]).toEqual(['Session n°', '', 's']);
    }
  });

  test('is refused for more sessions than a reader would take back', async () => {
    const many = Array.from({ length: MOST_SESSIONS + 1 }, () => attendanceSheet.initial);
    await expect(writeMateriel(many, { format: 'ods' })).rejects.toThrow(RangeError);
    const most = workbookOf(await writeMateriel(many.slice(1), { format: 'ods' }));
    expect(most.tabs).toHaveLength(MOST_SESSIONS + 1);
  });
});

test('what a cell or XML cannot hold is written as far as it goes, and the file can be read', async () => {
  const [sheet] = fc.sample(sessionSheets, 1).map(only);
  const { slot } = sheet?.header ?? {};
  const where = { ...slot, site: `\uFFFF<\u0001>`, room: 'B'.repeat(40_000) };
  const odd = { ...sheet, header: { ...sheet?.header, slot: where } } as AttendanceSheet;
  for (const format of FORMATS) {
    const rows = textsOf(workbookOf(await writeSheet(odd, { format })), 0);
    expect(rows[5]?.[2]).toBe(format === 'ods' ? '\uFFFD<\uFFFD>' : '\uFFFF<\u0001>');
    expect(rows[6]?.[2]).toHaveLength(32_767);
  }
});
