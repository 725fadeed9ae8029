import type { Budget } from '../budget.ts';
import { type TabWriter, writeTab } from '../tab.ts';
import type { Tab } from '../workbook.ts';
import { type Attributes, type Handlers, scanXml } from '../xml.ts';
import { type CellText, newCellText } from './text.ts';
import { odsCell } from './value.ts';

/** How often a row, a column or a cell stands, or how far it spans; whatever is no such number is judged where it is put. */
const times = (attributes: Attributes, name: string): number => Number(attributes.get(`table:${name}`) ?? '1');

/** `collapse` is hidden by hand, `filter` by a filter. */
const isHidden = (attributes: Attributes): boolean =>
  !['visible', undefined].includes(attributes.get('table:visibility'));

/** The tab, the row and the cell where reading stands. */
interface Position {
  tab: TabWriter | null;
  line: number;
  column: number;
  nextColumnToHide: number;
  rowRepeated: number;
  cell: { readonly attributes: Attributes; readonly text: CellText } | null;
}

/** What each element of a table does. Rows count wherever they stand: in a group, or among those that a print repeats. */
function tableHandlers(at: Position, budget: Budget, hiddenStyles: ReadonlySet<string>, tabs: Tab[]) {
  const open: Readonly<Record<string, (attributes: Attributes) => void>> = {
    'table:table': (attributes) => {
      const name = attributes.get('table:name') ?? '';
      const hidden = hiddenStyles.has(attributes.get('table:style-name') ?? '');
      Object.assign(at, { tab: writeTab({ name, hidden }, budget), line: 1, nextColumnToHide: 1 });
    },
    'table:table-column': (attributes) => {
      const from = at.nextColumnToHide;
      at.nextColumnToHide += times(attributes, 'number-columns-repeated');
      if (isHidden(attributes)) at.tab?.hideColumns(from, at.nextColumnToHide - 1);
    },
    'table:table-row': (attributes) => {
      Object.assign(at, { rowRepeated: times(attributes, 'number-rows-repeated'), column: 1 });
      if (isHidden(attributes)) at.tab?.hideLines(at.line, at.line + at.rowRepeated - 1);
    },
    'table:covered-table-cell': (attributes) => {
      at.column += times(attributes, 'number-columns-repeated');
    },
    'table:table-cell': (attributes) => {
      at.cell = { attributes, text: newCellText() };
      const [across, down] = [times(attributes, 'number-columns-spanned'), times(attributes, 'number-rows-spanned')];
      if (across === 1 && down === 1) return;
      const { line: fromLine, column: fromColumn } = at;
      at.tab?.merge({ fromLine, fromColumn, toLine: fromLine + down - 1, toColumn: fromColumn + across - 1 });
    },
  };
  const endCell = (attributes: Attributes, shown: string): void => {
    const across = times(attributes, 'number-columns-repeated');
    at.tab?.put(at.line, at.column, odsCell(attributes, shown), across, at.rowRepeated);
    at.column += across;
  };
  const close: Readonly<Record<string, () => void>> = {
    'table:table': () => {
      if (at.tab !== null) tabs.push(at.tab.close());
      at.tab = null;
    },
    'table:table-row': () => {
      at.line += at.rowRepeated;
    },
    'table:table-cell': () => {
      if (at.cell !== null) endCell(at.cell.attributes, at.cell.text.written());
      at.cell = null;
    },
  };
  return { open, close };
}

/** Reads the tabs of an .ods from its `content.xml`. */
export function readContent(xml: string, budget: Budget): Tab[] {
  const tabs: Tab[] = [];
  const hiddenStyles = new Set<string>();
  let style = '';
  const at: Position = { tab: null, line: 1, column: 1, nextColumnToHide: 1, rowRepeated: 1, cell: null };
  const table = tableHandlers(at, budget, hiddenStyles, tabs);
  const handlers: Handlers = {
    open(name, attributes) {
      if (at.cell !== null) at.cell.text.open(name, attributes);
      else if (name === 'style:style') style = attributes.get('style:name') ?? '';
      else if (attributes.get('table:display') === 'false') hiddenStyles.add(style);
      else table.open[name]?.(attributes);
    },
    close(name) {
      if (at.cell === null || at.cell.text.close(name)) table.close[name]?.();
    },
    text: (text) => at.cell?.text.text(text),
  };
  scanXml(xml, 'content.xml', budget, handlers);
  return tabs;
}
