import { buffer } from 'node:stream/consumers';
import PDFDocument from 'pdfkit';
import { FONTS } from '../../src/adapters/pdf/fonts.ts';
import { sheetPdf } from '../../src/adapters/pdf/sheetPdf.ts';
import { identityOf } from '../../src/adapters/testing/arbitraries/people.ts';
import { COLUMNS } from '../../src/projections/sheet/columns.ts';
import type { PrintView } from '../../src/projections/sheet/printView.ts';
import { ESTABLISHMENT, SLOT } from '../support/asked.ts';
import { median, type Verdict } from './ratio.ts';

const ROUNDS = 40;
/** Rounds before the engine has compiled what it runs. */
const WARM_UP = 10;
const CANDIDATES = 20;

const HEAD = { stream: 'session-b204', revision: 57, hash: '8a'.repeat(32) };

/** A full room, on the copy that is signed: one page. */
const view: PrintView = {
  session: 'b204',
  establishment: ESTABLISHMENT,
  slot: { ...SLOT, startsAt: 0, endsAt: 0 },
  examiners: [],
  accessCode: null,
  revision: 56,
  copy: 'copyToSign',
  columns: ['surname', 'firstName', 'birthDate', 'birthPlace', 'identifier', 'signature'],
  rows: Array.from({ length: CANDIDATES }, (_, n) => {
    const { surname, firstName, birthDate, birthPlace } = identityOf(n);
    return { number: n + 1, cells: [surname, firstName, birthDate, birthPlace, `INE 0123456${100 + n}A`, ''] };
  }),
};

/** A page with nothing but a table of the same texts, as the library makes it by itself, in the same font. */
function bareTable(): Promise<Uint8Array> {
  const doc = new PDFDocument({ size: 'A4', layout: 'landscape', margin: 24, font: FONTS.regular });
  doc.fontSize(9).table({
    data: [
      ['N°', ...view.columns.map((field) => COLUMNS[field])],
      ...view.rows.map(({ number, cells }) => [String(number), ...cells]),
    ],
  });
  doc.end();
  return buffer(doc);
}

async function timed(make: () => Promise<Uint8Array>): Promise<number> {
  const start = performance.now();
  await make();
  return performance.now() - start;
}

/** What a page costs. */
export async function pdfVerdict(): Promise<Verdict> {
  const ratios: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const bare = await timed(bareTable);
    ratios.push((await timed(() => sheetPdf(view, { head: HEAD, at: 0 }))) / bare);
  }
  const what = 'a page of a sheet against a bare table of the same text, by the same library';
  return { what, ratio: median(ratios.slice(WARM_UP)), limit: { kind: 'at-most', value: 3 } };
}
