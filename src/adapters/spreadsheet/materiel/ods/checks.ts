import { columnName } from '../../workbook/cell.ts';
import type { Check } from '../checks.ts';
import type { LaidTab } from '../layout.ts';
import { escaped } from './xml.ts';

/** The name of a check of a tab. @param tab its place, from 0 */
export const checkName = (tab: number, column: number): string => `check-${tab}-${column}`;

const day = (date: string): string => `DATE(${date.split('-').map(Number).join(';')})`;

/** The condition in OpenFormula, and how texts are offered. */
function condition({ expects }: Check): string {
  if (expects.kind === 'day') {
    const between = `cell-content-is-between(${day(expects.first)},${day(expects.last)})`;
    return `table:condition="of:cell-content-is-date() and ${between}"`;
  }
  const texts = expects.texts.map((text) => `"${text}"`).join(';');
  return `table:condition="${escaped(`of:cell-content-is-in-list(${texts})`)}" table:display-list="unsorted"`;
}

const said = (element: string, title: string, text: string, more = ''): string =>
  `<table:${element} table:title="${escaped(title)}" table:display="true"${more}><text:p>${escaped(text)}</text:p></table:${element}>`;

const checkOf = (tab: LaidTab, at: number, check: Check): string => {
  const base = escaped(`'${tab.name}'.${columnName(check.column)}${check.from}`);
  return [
    `<table:content-validation table:name="${checkName(at, check.column)}" ${condition(check)} table:allow-empty-cell="true" table:base-cell-address="${base}">`,
    said('help-message', check.title, check.hint),
    said('error-message', check.title, check.warning, ' table:message-type="warning"'),
    '</table:content-validation>',
  ].join('');
};

/** The checks of all tabs, which their cells name. */
export function contentChecks(tabs: readonly LaidTab[]): string {
  const all = tabs.flatMap((tab, at) => tab.checks.map((check) => checkOf(tab, at, check)));
  return all.length === 0 ? '' : `<table:content-validations>${all.join('')}</table:content-validations>`;
}
