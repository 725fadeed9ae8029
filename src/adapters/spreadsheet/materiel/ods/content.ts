import { shortDate } from '../../../../projections/french/dates.ts';
import type { LaidCell, LaidRow, LaidTab } from '../layout.ts';
import { checkName, contentChecks } from './checks.ts';
import { columnStyle, contentStyles, rowStyle, TAB_STYLE } from './styles.ts';
import { escaped, part } from './xml.ts';

/**
 * White space that would otherwise be layout is counted. A tab stands as it is: LibreOffice keeps that one, and loses the
 * element of a tab where a cell has several lines.
 */
const spaced = (line: string): string =>
  escaped(line).replace(/^ | {2,}| $/g, (spaces) => `<text:s text:c="${spaces.length}"/>`);

/** A paragraph for each line. */
const paragraphs = (text: string): string =>
  text
    .split('\n')
    .map((line) => `<text:p>${spaced(line)}</text:p>`)
    .join('');

/** What a cell holds: the attributes that say it, and what is shown. */
function held({ cell }: LaidCell): readonly [attributes: string, shown: string] {
  switch (cell.kind) {
    case 'text':
      return [' office:value-type="string"', paragraphs(cell.text)];
    case 'number':
      return [` office:value-type="float" office:value="${cell.value}"`, paragraphs(String(cell.value))];
    case 'date':
      return [` office:value-type="date" office:date-value="${cell.date}"`, paragraphs(shortDate(cell.date))];
    default:
      return ['', ''];
  }
}

/** A cell. @param check the attribute that names its check; empty where it has none */
function cellXml(laid: LaidCell, check: string): string {
  const [attributes, shown] = held(laid);
  const opened = `<table:table-cell table:style-name="${laid.look}"${check}${attributes}`;
  return shown === '' ? `${opened}/>` : `${opened}>${shown}</table:table-cell>`;
}

function rowXml({ height, cells }: LaidRow, checks: ReadonlyMap<number, string>): string {
  const inside = cells.map((laid, at) => cellXml(laid, checks.get(at + 1) ?? '')).join('');
  // A row has to hold a cell.
  return `<table:table-row table:style-name="${rowStyle(height)}">${inside === '' ? '<table:table-cell/>' : inside}</table:table-row>`;
}

const NO_CHECKS: ReadonlyMap<number, string> = new Map();

/** Without a password: what nobody should type in is kept from slips, not from people. */
const PROTECTION =
  '<loext:table-protection loext:select-protected-cells="true" loext:select-unprotected-cells="true"/>';

function tabXml({ name, widths, rows, headings, checks }: LaidTab, at: number): string {
  const named = new Map(
    checks.map(({ column }) => [column, ` table:content-validation-name="${checkName(at, column)}"`]),
  );
  const lines = rows.map((row, line) => rowXml(row, line < headings ? NO_CHECKS : named));
  return [
    `<table:table table:name="${escaped(name)}" table:style-name="${TAB_STYLE}" table:protected="true">`,
    PROTECTION,
    ...widths.map((width) => `<table:table-column table:style-name="${columnStyle(width)}"/>`),
    ...lines.slice(0, headings - 1),
    '<table:table-header-rows>',
    ...lines.slice(headings - 1, headings),
    '</table:table-header-rows>',
    ...lines.slice(headings),
    '</table:table>',
  ].join('');
}

/** The part of the archive that holds the tabs. */
export const contentPart = (tabs: readonly LaidTab[]): string =>
  part(
    'content',
    `${contentStyles(tabs)}<office:body><office:spreadsheet>${contentChecks(tabs)}${tabs.map(tabXml).join('')}</office:spreadsheet></office:body>`,
  );
