import { expect, test } from 'vitest';
import { textOf } from '../../src/adapters/spreadsheet/index.ts';
import { archive, ods, odsContent, odsText, xlsx, xlsxParts } from './support/archive.ts';
import { workbookOf } from './support/filled.ts';

const table = (inside: string, attributes = ' table:name="a"'): string =>
  `<table:table${attributes}>${inside}</table:table>`;

const odsRow = (text: string, attributes = ''): string =>
  `<table:table-row${attributes}>${odsText(text)}</table:table-row>`;

const tabOf = (bytes: Uint8Array) => workbookOf(bytes).tabs[0];

const firstCells = (bytes: Uint8Array) => tabOf(bytes)?.rows.map(({ line, cells }) => [line, ...cells.map(textOf)]);

test('rows in a group, and those that a print repeats on each page, are rows like others', () => {
  const content = table(
    `${odsRow('titre')}<table:table-header-rows>${odsRow('en-tête')}</table:table-header-rows><table:table-row-group>${odsRow('groupe')}</table:table-row-group>${odsRow('fin')}`,
  );
  expect(firstCells(ods(odsContent(content)))).toEqual([
    [1, 'titre'],
    [2, 'en-tête'],
    [3, 'groupe'],
    [4, 'fin'],
  ]);
});

test('hidden tabs, rows and columns of an .ods are seen as hidden', () => {
  const style =
    '<office:automatic-styles><style:style style:name="ta1" style:family="table"/><style:style style:name="ta2" style:family="table"><style:table-properties table:display="false"/></style:style></office:automatic-styles>';
  const columns =
    '<table:table-column/><table:table-column table:visibility="collapse" table:number-columns-repeated="2"/><table:table-column/>';
  const rows = odsRow('a', ' table:visibility="filter"') + odsRow('b', ' table:visibility="visible"');
  const content =
    table(columns + rows, ' table:name="a" table:style-name="ta1"') +
    table(rows, ' table:name="b" table:style-name="ta2"');
  expect(workbookOf(ods(odsContent(content, style))).tabs).toMatchObject([
    { name: 'a', hidden: false, hiddenColumns: [2, 3], rows: [{ hidden: true }, { hidden: false }] },
    { name: 'b', hidden: true, hiddenColumns: [] },
  ]);
});

test('a note on a cell, a picture over it and what it covers are no part of its text', () => {
  const cell =
    '<table:table-cell office:value-type="string" table:number-columns-spanned="2"><office:annotation><text:p>une note</text:p></office:annotation><text:p>a<text:span>b</text:span><text:tab/>c<text:line-break/>d</text:p><text:p>e<text:s text:c="2"/>f<text:s/>g</text:p><draw:frame><text:p>une image</text:p></draw:frame></table:table-cell><table:covered-table-cell><text:p>couvert</text:p></table:covered-table-cell>';
  const tab = tabOf(ods(odsContent(table(`<table:table-row>${cell}${odsText('h')}</table:table-row>`))));
  expect(tab?.rows[0]?.cells.map(textOf)).toEqual(['ab\tc\nd\ne  f g', '', 'h']);
  expect(tab?.merged).toEqual([{ fromLine: 1, toLine: 1, fromColumn: 1, toColumn: 2 }]);
});

test('each type of a cell of an .ods is kept, and what does not fit its type stays what it shows', () => {
  const typed: readonly (readonly [string, string])[] = [
    ['office:value-type="percentage" office:value="0.3333"', '33,33 %'],
    ['office:value-type="currency" office:value="12"', '12 €'],
    ['office:value-type="float" office:value=""', 'douze'],
    ['office:value-type="date" office:date-value="2019-05-14T00:00:00"', '14/05/2019'],
    ['office:value-type="date" office:date-value="hier"', 'hier'],
    ['office:value-type="time" office:time-value="PT08H30M15.2S"', '08:30:15'],
    ['office:value-type="time" office:time-value="PT08H29M59.9999424S"', '08:30'],
    ['office:value-type="time" office:time-value="PT30H00M00S"', '30:00'],
    ['office:value-type="date" office:date-value="2019-05-14T08:29:59.999999999"', '14/05/2019 08:30'],
    ['table:formula="of:=TRUE()" office:value-type="boolean" office:boolean-value="true"', 'VRAI'],
    ['office:value-type="boolean" office:boolean-value="true"', 'VRAI'],
    ['office:value-type="string" office:string-value="caché"', ''],
    ['office:value-type="string" calcext:value-type="error"', '#NOM ?'],
    ['table:formula="of:=1+1" office:value-type="float" office:value="2"', '2'],
    ['office:value-type="string"', '   '],
    ['', 'fin'],
  ];
  const cells = typed.map(
    ([attributes, shown]) => `<table:table-cell ${attributes}><text:p>${shown}</text:p></table:table-cell>`,
  );
  const tab = tabOf(ods(odsContent(table(`<table:table-row>${cells.join('')}</table:table-row>`))));
  expect(tab?.rows[0]?.cells).toEqual([
    { kind: 'number', value: 0.3333, percent: true },
    { kind: 'number', value: 12, percent: false },
    { kind: 'text', text: 'douze' },
    { kind: 'date', date: '2019-05-14', time: null },
    { kind: 'text', text: 'hier' },
    { kind: 'time', time: '08:30:15' },
    { kind: 'time', time: '08:30:00' },
    { kind: 'text', text: '30:00' },
    { kind: 'date', date: '2019-05-14', time: '08:30:00' },
    { kind: 'boolean', value: true },
    { kind: 'boolean', value: true },
    { kind: 'text', text: 'caché' },
    { kind: 'error', text: '#NOM ?' },
    { kind: 'formula', text: '2' },
    { kind: 'empty' },
    { kind: 'text', text: 'fin' },
  ]);
  expect(tab?.rows[0]?.cells.slice(0, 2).map(textOf)).toEqual(['33.33%', '12']);
});

const STYLES = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="[$-40C]hh&quot;h&quot;mm;@"/><numFmt numFmtId="166" formatCode="[Red]0.00&quot;jours&quot;"/><numFmt numFmtId="167" formatCode="mmmm"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${[0, 164, 165, 10, 166, 22, 167, 46].map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs></styleSheet>`;

const xlsxRow = (...cells: readonly string[]): string => `<sheetData><row>${cells.join('')}</row></sheetData>`;

test('numbers of an .xlsx are what their formats show: days, times, percentages', () => {
  const shown = (style: number, value: string) => `<c s="${style}"><v>${value}</v></c>`;
  const cells = [
    shown(0, '43599'),
    shown(1, '43599'),
    shown(1, '60'),
    shown(1, '1'),
    shown(2, '0.354166666666667'),
    shown(2, '43599.5'),
    shown(3, '0.3333'),
    shown(4, '2'),
    shown(5, '43599.354166666664'),
    shown(6, '43599'),
    shown(7, '0.999999999'),
    shown(1, '-2'),
    shown(1, '3000000'),
    shown(0, 'douze'),
    shown(1, '0.5'),
  ];
  expect(tabOf(xlsx(xlsxRow(...cells), STYLES))?.rows[0]?.cells.map(textOf)).toEqual([
    '43599',
    '2019-05-14',
    '1900-02-28',
    '1900-01-01',
    '08:30',
    '12:00',
    '33.33%',
    '2',
    '2019-05-14 08:30',
    '2019-05-14',
    '00:00',
    '-2',
    '3000000',
    'douze',
    '12:00',
  ]);
});

test('days are counted from 1904 where the workbook says so', () => {
  const sheet = xlsxRow('<c s="1"><v>42137</v></c>');
  const parts = xlsxParts(sheet, STYLES).map((part) =>
    part.name === 'xl/workbook.xml'
      ? { ...part, content: String(part.content).replace('<sheets>', '<workbookPr date1904="1"/><sheets>') }
      : part,
  );
  expect(tabOf(archive(...parts))?.rows[0]?.cells.map(textOf)).toEqual(['2019-05-14']);
});

test('texts of an .xlsx are read wherever they stand: shared, in the cell, in runs, without how they are pronounced', () => {
  const cells = [
    '<c t="s"><v>0</v></c>',
    '<c t="s"><v>99</v></c>',
    '<c t="inlineStr"><is><r><t>en </t></r><r><rPr><b/></rPr><t>gras</t></r><rPh><t>lu</t></rPh></is></c>',
    '<c t="str"><v>ligne_x000A_deux</v></c>',
    '<c t="b"><v>1</v></c>',
    '<c t="e"><v>#REF!</v></c>',
    '<c t="d"><v>2019-05-14T08:30:00Z</v></c>',
    '<c t="d"><v>mardi</v></c>',
    '<c><f>A1</f><v>commun</v></c>',
    '<c t="b"><f>FALSE()</f><v>0</v></c>',
    '<c t="inlineStr"><is><t> </t></is></c>',
    '<c><v>1</v></c>',
  ];
  expect(tabOf(xlsx(xlsxRow(...cells)))?.rows[0]?.cells).toEqual([
    { kind: 'text', text: 'commun' },
    { kind: 'empty' },
    { kind: 'text', text: 'en gras' },
    { kind: 'text', text: 'ligne\ndeux' },
    { kind: 'boolean', value: true },
    { kind: 'error', text: '#REF!' },
    { kind: 'date', date: '2019-05-14', time: '08:30:00' },
    { kind: 'text', text: 'mardi' },
    { kind: 'formula', text: 'commun' },
    { kind: 'boolean', value: false },
    { kind: 'empty' },
    { kind: 'number', value: 1, percent: false },
  ]);
});

test('hidden rows and columns and merged cells of an .xlsx are seen as such', () => {
  const sheet =
    '<cols><col min="2" max="3" hidden="true"/><col min="4" max="4"/></cols><sheetData><row r="3" hidden="1"><c r="C3"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:$B$2"/><mergeCell ref="C3"/></mergeCells>';
  expect(tabOf(xlsx(sheet))).toMatchObject({
    hiddenColumns: [2, 3],
    rows: [{ line: 3, hidden: true, cells: [{ kind: 'empty' }, { kind: 'empty' }, { kind: 'number' }] }],
    merged: [
      { fromLine: 1, toLine: 2, fromColumn: 1, toColumn: 2 },
      { fromLine: 3, toLine: 3, fromColumn: 3, toColumn: 3 },
    ],
  });
});
