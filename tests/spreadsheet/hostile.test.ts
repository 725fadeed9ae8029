import { writeXlsx } from 'hucre/xlsx';
import { expect, test } from 'vitest';
import { readWorkbook } from '../../src/adapters/spreadsheet/index.ts';
import { archive, ods, odsContent, xlsxParts } from './support/archive.ts';
import { FORMATS, refusalOf, sheetRows, tab, written } from './support/filled.ts';

const MIB = 1024 * 1024;

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** How much more memory stands allocated once this ran; bytes. */
function grownBy(work: () => void): number {
  const before = process.memoryUsage();
  work();
  const after = process.memoryUsage();
  return after.heapUsed + after.external + after.arrayBuffers - before.heapUsed - before.external - before.arrayBuffers;
}

test('a file that is cut anywhere is refused with one clear message, and never half read', async () => {
  for (const format of FORMATS) {
    const whole = await written(format, tab(sheetRows({}, {}, {})));
    for (let length = 4; length < whole.length; length += 97) {
      expect(refusalOf(whole.subarray(0, length))).toEqual(['file-truncated']);
    }
  }
});

test('a file in which one byte changed says so, or says the same as before', async () => {
  for (const format of FORMATS) {
    const whole = await written(format, tab(sheetRows({}, {}, {})));
    const reading = readWorkbook(whole, { file: 'fichier' });
    for (let at = 0; at < whole.length; at += 13) {
      const changed = whole.slice();
      changed[at] = (changed[at] ?? 0) ^ 0x55;
      const again = readWorkbook(changed, { file: 'fichier' });
      if (again.kind === 'read' && again.mediaType !== 'text/csv') expect(again).toEqual(reading);
    }
  }
});

test('a workbook with a password is refused, whichever program encrypted it', async () => {
  const sheets = [tab(sheetRows({}))];
  const excel = await writeXlsx({ sheets, encryption: { password: 'secret', spinCount: 1000 } });
  const manifest =
    '<manifest:manifest><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>';
  const office = ods('chiffré', { name: 'META-INF/manifest.xml', content: manifest });
  const zip = archive({ name: 'content.xml', content: 'x', flags: 1 });
  for (const encrypted of [excel, office, zip]) expect(refusalOf(encrypted)).toEqual(['file-encrypted']);
});

test('an .xls that was renamed .ods is told by its bytes', () => {
  const old = new Uint8Array(4096);
  old.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  const reading = readWorkbook(old, { file: 'feuille.ods' });
  expect(reading).toMatchObject({
    faults: [{ rule: 'file-is-old-excel', file: 'feuille.ods', tab: null, cell: null }],
  });
});

test('what is no spreadsheet is refused, whatever its name', () => {
  const text = archive(
    { name: 'mimetype', content: 'application/vnd.oasis.opendocument.text', method: 0 },
    { name: 'content.xml', content: '<a/>' },
  );
  const word = xlsxParts('').map((part) =>
    part.name === 'xl/_rels/workbook.xml.rels' ? { ...part, content: '<Relationships/>' } : part,
  );
  const others = ['%PDF-1.7', '<html>', '{\\rtf1', 'a\0b'].map(bytesOf);
  for (const file of [text, archive(...word), archive({ name: 'a.txt', content: 'a' }), ...others]) {
    expect(refusalOf(file)).toEqual(['file-is-no-spreadsheet']);
  }
  expect(refusalOf(new Uint8Array())).toEqual(['file-empty']);
});

test('a file of 200 MB is refused before anything of it is read', () => {
  const huge = new Uint8Array(200 * 1000 * 1000);
  huge.set([0x50, 0x4b, 0x03, 0x04]);
  expect(refusalOf(huge)).toEqual(['file-at-most-20-mib']);
  expect(refusalOf(bytesOf('a;b\n'.repeat(MIB)))).toEqual(['text-at-most-2-mib']);
});

test('a zip bomb is not unpacked, whatever size it claims', () => {
  const zeros = new Uint8Array(100 * MIB);
  const bombs = [zeros.length, 0, 10].map((claims) =>
    archive(
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet' },
      { name: 'content.xml', content: zeros, claims },
    ),
  );
  const grown = grownBy(() => {
    for (const bomb of bombs) expect(refusalOf(bomb)).toEqual(['file-unpacks-too-large']);
  });
  expect(grown).toBeLessThan(200 * MIB);
});

test('many parts that are each small enough count together', () => {
  const part = new Uint8Array(40 * MIB).fill(0x20);
  const parts = xlsxParts('').map((one) =>
    one.name === 'xl/sharedStrings.xml' || one.name === 'xl/styles.xml' ? { ...one, content: part } : one,
  );
  expect(refusalOf(archive(...parts))).toEqual(['file-unpacks-too-large']);
  const many = Array.from({ length: 3000 }, (_, at) => ({ name: `part${at}`, content: '' }));
  expect(refusalOf(archive(...many))).toEqual(['file-too-complex']);
});

test('an archive in which a part stands twice, or is not what it claims, is damaged', () => {
  const content = odsContent('');
  const twice = [
    { name: 'content.xml', content },
    { name: 'content.xml', content },
  ];
  expect(refusalOf(archive(...twice))).toEqual(['file-damaged']);
  expect(refusalOf(archive({ name: 'content.xml', content, crc: 1 }))).toEqual(['file-damaged']);
  expect(refusalOf(archive({ name: 'content.xml', content, method: 12 }))).toEqual(['file-damaged']);
  expect(refusalOf(archive({ name: 'content.xml', content: Uint8Array.of(0xff, 0xfe, 0xfd) }))).toEqual([
    'file-damaged',
  ]);
});
