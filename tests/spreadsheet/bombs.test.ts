import { expect, test } from 'vitest';
import { readWorkbook } from '../../src/adapters/spreadsheet/index.ts';
import { archive, ods, odsContent, odsText, xlsx, xlsxParts } from './support/archive.ts';
import { refusalOf } from './support/filled.ts';

test('a row or a cell that is repeated by the billion is counted before it is made', () => {
  const cell = odsText('x', ' table:number-columns-repeated="200"');
  const rows = `<table:table-row table:number-rows-repeated="2000000000">${cell}</table:table-row>`;
  const wide = `<table:table-row>${odsText('x', ' table:number-columns-repeated="4000000000"')}</table:table-row>`;
  const table = (inside: string) => odsContent(`<table:table table:name="a">${inside}</table:table>`);
  expect(refusalOf(ods(table(rows)))).toEqual(['file-too-complex']);
  expect(refusalOf(ods(table(wide)))).toEqual(['columns-at-most-256']);
  expect(refusalOf(ods(table(rows.replace('2000000000', '-3'))))).toEqual(['file-damaged']);
  expect(refusalOf(ods(table(rows.replace('2000000000', 'beaucoup'))))).toEqual(['file-damaged']);
});

test('tabs, merged ranges and hidden rows are counted as well', () => {
  expect(refusalOf(ods(odsContent('<table:table table:name="a"/>'.repeat(201))))).toEqual(['file-too-complex']);
  const merged = `<mergeCells>${'<mergeCell ref="A1:B2"/>'.repeat(20_001)}</mergeCells>`;
  expect(refusalOf(xlsx(merged))).toEqual(['file-too-complex']);
  const hidden = `<sheetData>${'<row hidden="1"/>'.repeat(20_001)}</sheetData>`;
  expect(refusalOf(xlsx(hidden))).toEqual(['file-too-complex']);
});

test('empty rows and cells down to the end of a sheet cost nothing: office suites write them', () => {
  const empty = '<table:table-cell table:style-name="ce1" table:number-columns-repeated="16384"/>';
  const content = odsContent(
    `<table:table table:name="a"><table:table-row>${odsText('x')}</table:table-row><table:table-row table:number-rows-repeated="1048575">${empty}</table:table-row></table:table>`,
  );
  const reading = readWorkbook(ods(content), { file: 'f' });
  expect(reading).toMatchObject({ workbook: { tabs: [{ rows: [{ line: 1 }] }] } });
});

test('spaces that are counted and not written are as many as a cell holds', () => {
  const cell = '<table:table-cell><text:p>a<text:s text:c="900000000"/>b</text:p></table:table-cell>'.repeat(50);
  const content = odsContent(`<table:table table:name="a"><table:table-row>${cell}</table:table-row></table:table>`);
  const reading = readWorkbook(ods(content), { file: 'f' });
  const [text] = reading.kind === 'read' ? (reading.workbook.tabs[0]?.rows[0]?.cells ?? []) : [];
  expect(text).toMatchObject({ kind: 'text', text: expect.stringMatching(/^a {32766}$/) });
});

test('cells at the far corner of a sheet, and columns by the million, make no rectangle', () => {
  const corner =
    '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="B1048576"><v>2</v></c></row></sheetData>';
  expect(readWorkbook(xlsx(corner), { file: 'f' })).toMatchObject({
    workbook: { tabs: [{ rows: [{ line: 1 }, { line: 1_048_576 }] }] },
  });
  const columns = `<cols>${'<col min="1" max="16384" hidden="1"/>'.repeat(30_000)}</cols>`;
  expect(refusalOf(xlsx(columns))).toEqual(['file-too-complex']);
  expect(refusalOf(xlsx('<sheetData><row r="1"><c r="XFD1"><v>1</v></c></row></sheetData>'))).toEqual([
    'columns-at-most-256',
  ]);
  expect(refusalOf(xlsx('<sheetData><row><c r="0A"><v>1</v></c></row></sheetData>'))).toEqual(['file-damaged']);
});

test('an XML that declares entities is refused before any is known', () => {
  const lol = '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx"><!ENTITY y "&x;&x;&x;&x;">]>';
  const content = `<?xml version="1.0"?>${lol}${odsContent('').slice(38)}`;
  expect(refusalOf(ods(content))).toEqual(['file-declares-entities']);
  const strings = xlsxParts('').map((part) =>
    part.name === 'xl/sharedStrings.xml' ? { ...part, content: `${lol}<sst><si><t>&y;</t></si></sst>` } : part,
  );
  expect(refusalOf(archive(...strings))).toEqual(['file-declares-entities']);
});

test('attributes and entities by the million are counted too', () => {
  const cell = (text: string) =>
    odsContent(
      `<table:table table:name="a"><table:table-row><table:table-cell><text:p>${text}</text:p></table:table-cell></table:table-row></table:table>`,
    );
  expect(refusalOf(ods(`<a ${'b="" '.repeat(3_000_001)}/>`))).toEqual(['file-too-complex']);
  expect(refusalOf(ods(cell('&amp;'.repeat(60_000))))).toEqual(['file-too-complex']);
  expect(refusalOf(ods(cell(`${'&#65;'.repeat(40_000)}<a/>`.repeat(80))))).toEqual(['file-too-complex']);
});

test('an XML that is not well-formed is damaged: tags, attributes, entities, depth', () => {
  const wrong = [
    '<a>',
    '<a></b>',
    '<a',
    '</a>',
    '<a b=c/>',
    '<a b="<"/>',
    '<a>&inconnue;</a>',
    '<a>& </a>',
    '<a>&#xFFFFFF;</a>',
    '<!-- a',
    '<![CDATA[ a',
    '<? a',
    '<a>'.repeat(1000) + '</a>'.repeat(1000),
  ];
  for (const xml of wrong) expect(refusalOf(ods(xml))).toEqual(['file-damaged']);
  expect(refusalOf(ods('<a/>'.repeat(3_000_001)))).toEqual(['file-too-complex']);
});
