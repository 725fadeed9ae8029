import fc from 'fast-check';
import { establishments, examinerNames, plannedSlots } from '../../../src/adapters/testing/arbitraries/index.ts';
import { sheetField } from '../../../src/domain/values/policy.ts';
import type { PrintView } from '../../../src/projections/sheet/printView.ts';

/** The head that printed documents of tests bear. */
export const HEAD = { stream: 'session-rouen-b12', revision: 57, hash: '8ab4'.repeat(16) };

/** How documents of tests are printed. */
export const OPTIONS = { head: HEAD, at: Date.parse('2019-05-14T05:45:00Z') };

/** Letters of the alphabets that names are written in, accents and all. */
const letters = fc
  .oneof(
    fc.integer({ min: 0x41, max: 0x7a }),
    fc.integer({ min: 0xc0, max: 0x24f }),
    fc.integer({ min: 0x370, max: 0x52f }),
    fc.integer({ min: 0x1e00, max: 0x1fff }),
  )
  .map((point) => String.fromCodePoint(point))
  .filter((letter) => /\p{L}/u.test(letter));

const words = fc.oneof(
  { weight: 6, arbitrary: fc.string({ unit: letters, minLength: 1, maxLength: 14 }) },
  { weight: 1, arbitrary: fc.string({ unit: letters, minLength: 60, maxLength: 150, size: 'max' }) },
);

/** What may stand in a cell: nothing, a name of any length, a remark of several lines. */
const cells = fc.oneof(
  fc.constant(''),
  fc
    .tuple(words, fc.array(fc.tuple(fc.constantFrom(' ', '-', ' ', '’', '\n', ' : '), words), { maxLength: 6 }))
    .map(([first, others]) => [first, ...others.flat()].join('').normalize('NFC')),
);

/** Copies of sheets with any columns and whatever people may be called. */
export const printViews: fc.Arbitrary<PrintView> = fc
  .record({
    establishment: establishments,
    slot: plannedSlots,
    names: fc.array(examinerNames, { minLength: 1, maxLength: 3 }),
    copy: fc.constantFrom('copyToSign', 'examinersCopy'),
    columns: fc.array(fc.constantFrom(...sheetField.options), { maxLength: 20 }),
  })
  .chain(({ names, ...head }) =>
    fc.array(fc.array(cells, { minLength: head.columns.length, maxLength: head.columns.length }), { maxLength: 8 }).map(
      (rows): PrintView => ({
        ...head,
        copy: head.copy === 'copyToSign' ? 'copyToSign' : 'examinersCopy',
        session: 'rouen-b12',
        accessCode: null,
        examiners: names.map((name, place) => ({ id: `e${place}`, name })),
        revision: 56,
        rows: rows.map((own, place) => ({ number: place + 1, cells: own })),
      }),
    ),
  );
