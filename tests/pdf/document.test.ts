import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fraudPdf, pvPdf, sheetPdf } from '../../src/adapters/pdf/index.ts';
import { project } from '../../src/projections/projection.ts';
import { pv } from '../../src/projections/pv/pv.ts';
import { attendanceSheet } from '../../src/projections/sheet/attendanceSheet.ts';
import { printView } from '../../src/projections/sheet/printView.ts';
import { morningEvents } from '../projections/morning.ts';
import { holds } from '../support/property.ts';
import { written } from './support/expected.ts';
import { canRead, codesOf, fontsOf, infoOf, partsOf } from './support/tools.ts';
import { OPTIONS, printViews } from './support/views.ts';

const events = morningEvents();
const sheet = project(attendanceSheet, events);
const minutes = project(pv, events);

/** Every document of that morning, with its title and how many pages it has. */
const DOCUMENTS = [
  {
    title: 'Feuille d’émargement, exemplaire à signer, session rouen-b12',
    pages: 1,
    make: () => sheetPdf(printView(sheet, 'copyToSign'), OPTIONS),
  },
  {
    title: 'Feuille d’émargement, exemplaire de l’examinateur, session rouen-b12',
    pages: 1,
    make: () => sheetPdf(printView(sheet, 'examinersCopy'), OPTIONS),
  },
  { title: 'Feuille d’émargement, session rouen-b12', pages: 1, make: () => sheetPdf(sheet, OPTIONS) },
  { title: 'Procès-verbal de session, session rouen-b12', pages: 2, make: () => pvPdf(minutes, OPTIONS) },
  {
    title: 'Rapport de fraude, session rouen-b12',
    pages: 1,
    make: async () => (await fraudPdf(minutes, OPTIONS)) ?? new Uint8Array(),
  },
];

describe.each(DOCUMENTS)('the document « $title »', ({ title, pages, make }) => {
  test('has the same bytes whenever it is printed from the same record', async () => {
    const first = await make();
    expect(Buffer.compare(await make(), first)).toBe(0);
  });

  test.skipIf(!canRead)('says its title, its language, its date and its pages in A4', async () => {
    const pdf = await make();
    const info = infoOf(pdf);
    expect(info).toMatch(new RegExp(`^Title: +${title}$`, 'm'));
    expect(info).toMatch(/^CreationDate: +Tue May 14 05:45:00 2019/m);
    expect(info).toMatch(/^Tagged: +yes$/m);
    expect(info).toMatch(/^Page size: .*\(A4\)$/m);
    expect(info).toMatch(new RegExp(`^Pages: +${pages}$`, 'm'));
    expect(Buffer.from(pdf).toString('latin1')).toContain('/Lang (fr)');
  });

  test.skipIf(!canRead)('brings what it needs of its fonts, so that it reads alike everywhere', async () => {
    const fonts = fontsOf(await make());
    expect(fonts.length).toBe(2);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+DejaVuSansCondensed(-Bold)? .* yes yes yes /);
  });

  test.skipIf(!canRead)('tells assistive readers what is a heading, a paragraph, a list or a table', async () => {
    const tags = partsOf(await make()).map(({ tag }) => tag);
    expect(tags.slice(0, 2)).toEqual(['Document', 'H1']);
    const others = ['H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD'];
    for (const tag of tags.slice(1)) expect(others).toContain(tag);
  });

  test.skipIf(!canRead)('bears the head of the record on every page, for a camera as well', async () => {
    expect(codesOf(await make())).toEqual(Array.from({ length: pages }, () => written(OPTIONS)));
  });
});

test.skipIf(!canRead)('A camera reads the head of any session, however long its identity', () =>
  holds(
    fc.asyncProperty(
      fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9._:-]{0,99}$/),
      fc.nat(99_999),
      fc.stringMatching(/^[0-9a-f]{64}$/),
      printViews,
      async (session, revision, hash, view) => {
        const options = { ...OPTIONS, head: { stream: `session-${session}`, revision, hash } };
        const codes = codesOf(await sheetPdf({ ...view, session, rows: [] }, options));
        expect(codes).toEqual([written(options)]);
      },
    ),
    { runs: 12 },
  ),
);
