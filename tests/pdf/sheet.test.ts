import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sheetPdf } from '../../src/adapters/pdf/index.ts';
import { readable } from '../../src/adapters/pdf/readable.ts';
import { identityOf } from '../../src/adapters/testing/arbitraries/people.ts';
import { histories } from '../../src/adapters/testing/histories/histories.ts';
import { sheetField } from '../../src/domain/values/policy.ts';
import { COPIES } from '../../src/projections/french/words.ts';
import { project } from '../../src/projections/projection.ts';
import { attendanceSheet } from '../../src/projections/sheet/attendanceSheet.ts';
import { cellOf } from '../../src/projections/sheet/cells.ts';
import { COLUMNS } from '../../src/projections/sheet/columns.ts';
import { particularsOf } from '../../src/projections/sheet/particulars.ts';
import { type PrintView, printView } from '../../src/projections/sheet/printView.ts';
import { morningEvents } from '../projections/morning.ts';
import { holds } from '../support/property.ts';
import { bodyOf, inOne, written } from './support/expected.ts';
import { bare, canRead, marginOf, pagesOf, rowsOf } from './support/tools.ts';
import { OPTIONS, printViews } from './support/views.ts';

const nameOf = ({ copy }: PrintView): string => `Feuille d’émargement, ${COPIES[copy]}`;

const titlesOf = ({ columns }: PrintView): readonly string[] => ['N°', ...columns.map((field) => COLUMNS[field])];

/** All that stands on a copy between the feet of its pages. */
function textOf(view: PrintView): string {
  const particulars = particularsOf(view).map(([what, text]) => `${what} : ${text}`);
  const signature = view.copy === 'copyToSign' ? ['Signature de l’examinateur'] : [];
  const cells = view.rows.flatMap(({ number, cells }) => [String(number), ...cells.map(readable)]);
  const state = `État du registre au rang ${view.revision}, impression notée au rang ${OPTIONS.head.revision}. Empreinte : ${written(OPTIONS)}`;
  return bare([nameOf(view), ...particulars, ...signature, ...titlesOf(view), ...cells, state].join(' '));
}

const cellsOf = (view: PrintView) => [
  titlesOf(view),
  ...view.rows.map(({ number, cells }) => [String(number), ...cells.map((text) => inOne(readable(text)))]),
];

const sheet = project(attendanceSheet, morningEvents());

describe.skipIf(!canRead)('a sheet on paper', () => {
  test('shows every cell of its view and nothing else, whoever the candidates are', () =>
    holds(
      fc.asyncProperty(
        histories({ mistakes: 0 }),
        fc.constantFrom('copyToSign', 'examinersCopy'),
        async (history, copy) => {
          const found = project(attendanceSheet, history.events);
          const view = { ...printView(found, copy === 'copyToSign' ? copy : 'examinersCopy'), revision: 56 };
          const pdf = await sheetPdf(view, OPTIONS);
          expect(rowsOf(pdf)).toEqual(cellsOf(view));
          expect(bodyOf(pagesOf(pdf), nameOf(view), OPTIONS, titlesOf(view).join(''))).toBe(textOf(view));
        },
      ),
      { runs: 8 },
    ));

  test('that is filled in shows every cell of every line that was not taken off it', () =>
    holds(
      fc.asyncProperty(histories({ mistakes: 0 }), async ({ events }) => {
        const { lines, ...rest } = project(attendanceSheet, events);
        const standing = lines.filter(({ withdrawn }) => !withdrawn);
        const [, ...rows] = rowsOf(await sheetPdf({ ...rest, lines }, OPTIONS));
        expect(rows).toEqual(
          standing.map((line) => [
            String(line.number),
            ...sheetField.options.map((field) => inOne(cellOf(line, field))),
          ]),
        );
      }),
      { runs: 6 },
    ));

  test('cuts no name, however long, in whatever columns, and reads every alphabet of Europe', () =>
    holds(
      fc.asyncProperty(printViews, async (view) => {
        const pdf = await sheetPdf(view, OPTIONS);
        expect(rowsOf(pdf)).toEqual(cellsOf(view));
        expect(marginOf(pdf)).toBeGreaterThan(20);
        const [first = '', ...others] = pagesOf(pdf);
        for (const page of others) expect(page.startsWith(bare(titlesOf(view).join('')))).toBe(true);
        const all = [...bare(textOf(view))].sort().join('');
        const titles = others.map(() => titlesOf(view).join('')).join('');
        const drawn = bodyOf([first, ...others], nameOf(view), OPTIONS);
        // A row of more than a page is drawn cell by cell on each: in another order, and all of it.
        expect([...drawn].sort().join('')).toBe([...all, ...bare(titles)].sort().join(''));
      }),
      { runs: 20 },
    ));

  test('goes on over the page in a row that no page holds, under its headings', async () => {
    const remark = Array.from({ length: 60 }, (_, n) => `Remarque ${n} : le candidat a changé de poste.`).join('\n');
    const view = printView(sheet, 'examinersCopy');
    const place = view.columns.indexOf('comments');
    const rows = view.rows.map((row, n) => (n === 1 ? { ...row, cells: row.cells.with(place, remark) } : row));
    const pdf = await sheetPdf({ ...view, rows }, OPTIONS);
    const pages = pagesOf(pdf);
    expect(pages.length).toBeGreaterThan(1);
    expect(rowsOf(pdf)).toEqual(cellsOf({ ...view, rows }));
    for (const page of pages) expect(page).toContain(bare(titlesOf(view).join('')));
  });

  test('has room for the signatures of twenty candidates on one page', async () => {
    const view = printView(sheet, 'copyToSign');
    const rows = Array.from({ length: 20 }, (_, n) => {
      const { surname, firstName, birthDate, birthPlace } = identityOf(n);
      return { number: n + 1, cells: [surname, firstName, birthDate, birthPlace, 'INE 0123456789A', ''] };
    });
    expect(pagesOf(await sheetPdf({ ...view, rows }, OPTIONS)).length).toBe(1);
  });

  test('to be signed bears nothing that its view leaves out: no address, no extra time, no access code', async () => {
    const kept = ['chloe@lycee.example', 'vérifié:1/3', 'accordé:1/3', 'BCDF23', '100001'];
    const [page = ''] = pagesOf(await sheetPdf(printView(sheet, 'copyToSign'), OPTIONS));
    expect(page).toContain('GARÇON');
    for (const text of kept) expect(page).not.toContain(text);
    const [own = ''] = pagesOf(await sheetPdf(printView(sheet, 'examinersCopy'), OPTIONS));
    for (const text of kept) expect(own).toContain(text);
  });

  test('of a register without a seal bears no head', async () => {
    const view = printView(sheet, 'copyToSign');
    const [page = ''] = pagesOf(await sheetPdf(view, { ...OPTIONS, head: null }));
    expect(page).toContain(bare(`État du registre au rang ${view.revision}.`));
    expect(page).not.toContain('Empreinte');
  });
});
