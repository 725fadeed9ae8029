import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSheets, readWorkbook, slotRows } from '../../src/adapters/spreadsheet/index.ts';
import { holds } from '../support/property.ts';
import { archive, xlsxParts } from './support/archive.ts';
import { FORMATS, sheetRows, tab, written } from './support/filled.ts';

const takeAll = (bytes: Uint8Array): void => {
  const reading = readWorkbook(bytes, { file: 'fichier' });
  if (reading.kind === 'refused') expect(reading.faults).toHaveLength(1);
  else {
    readSheets(reading.workbook);
    slotRows(reading.workbook);
  }
};

test('nothing is thrown for any bytes, nor for a workbook with any bytes in its midst', async () => {
  holds(fc.property(fc.uint8Array({ maxLength: 300 }), takeAll), { runs: 300 });
  const wholes = await Promise.all(FORMATS.map((format) => written(format, tab(sheetRows({}, {})))));
  const spoiled = fc
    .tuple(fc.constantFrom(...wholes), fc.double({ min: 0, max: 1, noNaN: true }), fc.uint8Array({ maxLength: 40 }))
    .map(([whole, share, bytes]) => {
      const copy = whole.slice();
      copy.set(bytes.subarray(0, copy.length), Math.floor(share * (copy.length - bytes.length)));
      return copy;
    });
  holds(fc.property(spoiled, takeAll), { runs: 300 });
});

test('nothing is thrown for any XML in the place of what a spreadsheet writes', () => {
  const tags = [
    'row',
    'c',
    'v',
    'f',
    'is',
    't',
    'r',
    'si',
    'xf',
    'cellXfs',
    'numFmt',
    'sheet',
    'mergeCell',
    'col',
    'Relationship',
  ];
  const attributes = ['r', 't', 's', 'min', 'max', 'hidden', 'ref', 'Id', 'Type', 'Target', 'numFmtId', 'formatCode'];
  const values = ['A1', 'B2:C3', '1', '-1', '1e9', 's', 'd', 'true', '../..', 'é', ''];
  const element = fc
    .record({
      tag: fc.constantFrom(...tags),
      given: fc.array(fc.tuple(fc.constantFrom(...attributes), fc.constantFrom(...values)), { maxLength: 4 }),
      text: fc.constantFrom('', '0', '43599', 'texte', '&amp;', '&#65;', '<t>x</t>', '<v>1</v>'),
    })
    .map(
      ({ tag, given, text }) =>
        `<${tag} ${given.map(([name, value]) => `${name}="${value}"`).join(' ')}>${text}</${tag}>`,
    );
  const xml = fc.array(element, { maxLength: 12 }).map((elements) => `<a>${elements.join('')}</a>`);
  const parts = xlsxParts('');
  const property = fc.property(fc.nat(parts.length - 1), xml, (at, content) => {
    takeAll(archive(...parts.map((part, place) => (place === at ? { ...part, content } : part))));
  });
  holds(property, { runs: 500 });
});
