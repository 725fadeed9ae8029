import { readXlsx } from 'hucre/xlsx';
import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import {
  differenceOf,
  readSheets,
  type SpreadsheetFormat,
  type Workbook,
  writeMateriel,
  writeSheet,
} from '../../src/adapters/spreadsheet/index.ts';
import { examinerOf, identityOf } from '../../src/adapters/testing/arbitraries/people.ts';
import type { AttendanceSheet } from '../../src/projections/sheet/attendanceSheet.ts';
import { bare, canRead, pagesOf } from '../pdf/support/tools.ts';
import { EXAMINER, issue, must, opened, plan, SLOT, say } from '../support/asked.ts';
import { FORMATS, workbookOf } from './support/filled.ts';
import { hasOffice, saved } from './support/office.ts';

const ROOMS = ['B204', '=1+1', '#N/A'] as const;

/** Three sessions in rooms with awkward names; in the first, two candidates, one with what a formula begins with. */
async function centre() {
  const { register } = opened(openMemoryStore());
  for (const [at, room] of ROOMS.entries()) {
    const examiners = at === 1 ? [examinerOf(0), examinerOf(1)] : [examinerOf(0)];
    await must(register.handle(plan(`s${at}`, { slot: { ...SLOT, room }, examiners })));
    await must(register.handle(issue(`s${at}`)));
  }
  const identity = { ...identityOf(0), birthPlace: '+33 Ville  double', birthDate: '1900-01-02' };
  await must(
    register.handle(say('s0', 'RegisterCandidate', { identity, extraTime: '33 %', email: 'a@lycee.example' })),
  );
  await must(register.handle(say('s0', 'RegisterCandidate', { identity: identityOf(1) })));
  const text = '=A1\n« deux »  lignes & <plus>';
  await must(register.handle(say('s0', 'AddComment', { candidate: 1, text })));
  const sheets = await Promise.all(ROOMS.map((_, at) => register.sheet(`s${at}`)));
  return { register, sheets, sheet: sheets[0] as AttendanceSheet };
}

const other = (format: SpreadsheetFormat): SpreadsheetFormat => (format === 'ods' ? 'xlsx' : 'ods');

/** What stands in a workbook, without what only its format or its writer has. */
const held = ({ tabs }: Workbook) =>
  tabs.map(({ name, rows, hidden, merged }) => ({
    name,
    hidden,
    merged,
    rows: rows.map(({ line, cells }) => [line, cells]),
  }));

describe.skipIf(!hasOffice)('LibreOffice opens what is written', () => {
  test('and what it saves, in the other format, is read back the same', async () => {
    const { register, sheets, sheet } = await centre();
    const history = await register.history('s0');
    for (const format of FORMATS) {
      const materiel = await writeMateriel(sheets, { format });
      const filled = await writeSheet(sheet, { format });
      const converted = saved(other(format), { [`materiel.${format}`]: materiel, [`feuille.${format}`]: filled });
      const [again = new Uint8Array(), filledAgain = new Uint8Array()] = converted;
      expect(held(workbookOf(again))).toEqual(held(workbookOf(materiel)));
      expect(held(workbookOf(filledAgain))).toEqual(held(workbookOf(filled)));
      const read = readSheets(workbookOf(filledAgain));
      expect(read.faults).toEqual([]);
      const options = { phase: 'registration', actor: EXAMINER, digest: '0'.repeat(64), now: 0 } as const;
      expect(read.sheets.map((one) => differenceOf(one, history, options))).toMatchObject([
        { changes: [], faults: [] },
      ]);
    }
  });

  test('with its checks, its protected cells and its pages', async () => {
    const { sheets } = await centre();
    const [odsAsXlsx = new Uint8Array()] = saved('xlsx', {
      'materiel.ods': await writeMateriel(sheets, { format: 'ods' }),
    });
    for (const bytes of [odsAsXlsx, await writeMateriel(sheets, { format: 'xlsx' })]) {
      const [codes, first, second] = (await readXlsx(bytes, { readStyles: true })).sheets;
      const checks = (second?.dataValidations ?? []).map(({ type, range, errorStyle, values }) => {
        return [range, type, errorStyle ?? 'stop', values ?? []];
      });
      expect(checks.toSorted()).toEqual([
        ['E11:E50', 'date', 'warning', []],
        ['H11:H50', 'list', 'warning', ['1/3', '33 %', '25 %', '50 %', '100 %']],
        ['K11:K50', 'list', 'warning', ['X', 'x', 'vu', 'non vu']],
      ]);
      const isLocked = (cell: string): boolean => first?.cells?.get(cell)?.style?.protection?.locked !== false;
      // N°, the headings and the head; NOM, Date de naissance, Commentaires; Signature.
      expect(['10,0', '9,1', '2,2', '10,1', '10,4', '10,11', '10,8'].map(isLocked)).toEqual([
        ...[true, true, true],
        ...[false, false, false],
        true,
      ]);
      for (const sheet of [codes, first, second]) {
        expect(sheet?.protection).toMatchObject({ sheet: true });
        expect(sheet?.protection?.password).toBeUndefined();
        expect(sheet?.pageSetup).toMatchObject({ paperSize: 'a4', orientation: 'landscape', fitToWidth: 1 });
        expect(sheet?.headerFooter?.oddFooter).toMatch(/&P.*\/.*&N/);
      }
      expect(first?.pageSetup?.printTitlesRow?.replace(/[$A-Z]/g, '')).toBe('10:10');
    }
  });

  test.skipIf(!canRead)(
    'and prints it: a page for each session of twenty, two for one of forty, the headings on each',
    async () => {
      const { sheets } = await centre();
      for (const format of FORMATS) {
        const [pdf = new Uint8Array()] = saved('pdf', {
          [`materiel.${format}`]: await writeMateriel(sheets, { format }),
        });
        const pages = pagesOf(pdf);
        expect(pages).toHaveLength(5);
        expect(pages[0]).toContain(bare(String(sheets[0]?.header.accessCode)));
        for (const [at, page] of pages.entries()) {
          expect(page).toContain(`Page${at + 1}/5`);
          if (at > 0) expect(page).toContain('Signature');
        }
        expect(pages[3]).toContain('40');
      }
    },
  );
});
