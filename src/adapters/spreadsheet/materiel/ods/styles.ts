import type { LaidTab } from '../layout.ts';
import { type Appearance, FONT, LOOKS } from '../looks.ts';
import { A4_HEIGHT_CM, A4_WIDTH_CM, FOOT_CM, MARGIN_CM } from '../paper.ts';
import { part } from './xml.ts';

/** How what is typed is understood: as text whatever it looks like, as a day as it is written in France, as a number. */
const FORMATS = [
  '<number:text-style style:name="text"><number:text-content/></number:text-style>',
  '<number:date-style style:name="day" number:language="fr" number:country="FR"><number:day number:style="long"/><number:text>/</number:text><number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/></number:date-style>',
  '<number:number-style style:name="number"><number:number number:decimal-places="0" number:min-integer-digits="1"/></number:number-style>',
].join('');

function cellStyle(name: string, { bold, size, fill, boxed, align, wrapped, holds, isOpen }: Appearance): string {
  const cell = [
    `style:cell-protect="${isOpen ? 'none' : 'protected'}"`,
    'style:vertical-align="middle"',
    'style:text-align-source="fix"',
    `fo:wrap-option="${wrapped ? 'wrap' : 'no-wrap'}"`,
    ...(fill === null ? [] : [`fo:background-color="#${fill}"`]),
    ...(boxed ? ['fo:border="0.74pt solid #000000"', 'fo:padding="0.05cm"'] : []),
  ];
  const letters = `fo:font-size="${size}pt" fo:font-weight="${bold ? 'bold' : 'normal'}"`;
  return `<style:style style:name="${name}" style:family="table-cell" style:parent-style-name="Default" style:data-style-name="${holds}"><style:table-cell-properties ${cell.join(' ')}/><style:paragraph-properties fo:text-align="${align === 'left' ? 'start' : align}"/><style:text-properties ${letters}/></style:style>`;
}

const CELLS = Object.entries(LOOKS)
  .map(([look, appearance]) => cellStyle(look, appearance))
  .join('');

/** A digit of the font is seven dots wide, beside five that are left free; there are 96 to an inch. */
const centimetres = (digits: number): string => (((digits * 7 + 5) * 2.54) / 96).toFixed(3);

/** The name of a column's style. @param digits its width */
export const columnStyle = (digits: number): string => `co${digits}`;

/** The name of a row's style. @param points its height */
export const rowStyle = (points: number): string => `ro${String(points).replace('.', '-')}`;

/** The style of every tab: its pages. */
export const TAB_STYLE = 'tab';

/** The styles of the cells, columns, rows and tabs of a workbook. */
export function contentStyles(tabs: readonly LaidTab[]): string {
  const widths = [...new Set(tabs.flatMap((tab) => tab.widths))];
  const heights = [...new Set(tabs.flatMap(({ rows }) => rows.map(({ height }) => height)))];
  return [
    '<office:automatic-styles>',
    ...widths.map(
      (width) =>
        `<style:style style:name="${columnStyle(width)}" style:family="table-column"><style:table-column-properties style:column-width="${centimetres(width)}cm"/></style:style>`,
    ),
    ...heights.map(
      (height) =>
        `<style:style style:name="${rowStyle(height)}" style:family="table-row"><style:table-row-properties style:row-height="${height}pt" style:use-optimal-row-height="false"/></style:style>`,
    ),
    `<style:style style:name="${TAB_STYLE}" style:family="table" style:master-page-name="Page"><style:table-properties table:display="true" style:writing-mode="lr-tb"/></style:style>`,
    FORMATS,
    CELLS,
    '</office:automatic-styles>',
  ].join('');
}

const MARGINS = ['top', 'bottom', 'left', 'right'].map((side) => `fo:margin-${side}="${MARGIN_CM}cm"`).join(' ');

/** The part of the archive that says how pages are printed: A4 on its side, as wide as the table, « Page n/N ». */
export const stylesPart: string = part(
  'styles',
  [
    `<office:font-face-decls><style:font-face style:name="${FONT}" svg:font-family="${FONT}" style:font-family-generic="swiss"/></office:font-face-decls>`,
    `<office:styles><style:default-style style:family="table-cell"><style:text-properties style:font-name="${FONT}" fo:font-size="${LOOKS.fact.size}pt" fo:language="fr" fo:country="FR"/></style:default-style><style:style style:name="Default" style:family="table-cell"/></office:styles>`,
    `<office:automatic-styles><style:page-layout style:name="paper"><style:page-layout-properties fo:page-width="${A4_WIDTH_CM}cm" fo:page-height="${A4_HEIGHT_CM}cm" style:print-orientation="landscape" ${MARGINS} style:scale-to-X="1" style:scale-to-Y="0"/><style:header-style/><style:footer-style><style:header-footer-properties fo:min-height="${FOOT_CM}cm" fo:margin-top="0.3cm"/></style:footer-style></style:page-layout></office:automatic-styles>`,
    '<office:master-styles><style:master-page style:name="Page" style:page-layout-name="paper"><style:header style:display="false"/><style:footer><style:region-left><text:p><text:sheet-name>Session</text:sheet-name></text:p></style:region-left><style:region-right><text:p>Page <text:page-number>1</text:page-number>/<text:page-count>1</text:page-count></text:p></style:region-right></style:footer></style:master-page></office:master-styles>',
  ].join(''),
);
