import { Unreadable } from '../../fault.ts';
import type { Budget } from '../budget.ts';
import type { Tab } from '../workbook.ts';
import { scanXml } from '../xml.ts';
import type { Archive } from '../zip.ts';
import { readFormats } from './formats.ts';
import { folderOf, localName, type Relation, relationsPath, resolved } from './names.ts';
import { readSheet } from './sheet.ts';
import { readStrings } from './strings.ts';

const nothing = (): void => {};

/** What a part points to. The archive as a whole is the part without a name. */
function relationsOf(archive: Archive, path: string, budget: Budget): readonly Relation[] {
  const part = relationsPath(path);
  const relations: Relation[] = [];
  if (!archive.names.has(part)) return relations;
  scanXml(archive.text(part), part, budget, {
    open(written, attributes) {
      if (localName(written) !== 'Relationship') return;
      const [id = '', type = '', target = ''] = ['Id', 'Type', 'Target'].map((name) => attributes.get(name));
      // The last word of the type: its beginning differs between the two flavours of the standard.
      relations.push({
        id,
        type: type.slice(type.lastIndexOf('/') + 1),
        path: resolved(folderOf(path), target),
      });
    },
    close: nothing,
    text: nothing,
  });
  return relations;
}

/** A tab as the workbook names it. */
interface Named {
  readonly name: string;
  readonly hidden: boolean;
  readonly relation: string;
}

/** Reads which tabs there are, and from when days are counted. */
function readBook(xml: string, budget: Budget): { readonly tabs: readonly Named[]; readonly from1904: boolean } {
  const tabs: Named[] = [];
  let from1904 = false;
  scanXml(xml, 'workbook.xml', budget, {
    open(written, attributes) {
      const name = localName(written);
      if (name === 'workbookPr') from1904 = ['1', 'true'].includes(attributes.get('date1904') ?? '');
      if (name !== 'sheet') return;
      const relation = [...attributes].find(([key]) => key !== 'id' && localName(key) === 'id')?.[1] ?? '';
      const hidden = !['visible', undefined].includes(attributes.get('state'));
      tabs.push({ name: attributes.get('name') ?? '', hidden, relation });
    },
    close: nothing,
    text: nothing,
  });
  return { tabs, from1904 };
}

/**
 * Reads an .xlsx: its tabs, the texts that cells share, and what shows a number as a date. Charts, images and whatever
 * else may be in it is not unpacked.
 *
 * @throws {Unreadable} where it is no spreadsheet
 */
export function readXlsx(archive: Archive, budget: Budget): Tab[] {
  const book = relationsOf(archive, '', budget).find(({ type }) => type === 'officeDocument')?.path ?? '';
  const relations = relationsOf(archive, book, budget);
  // Other documents of the same family lead to no sheets, and a workbook in binary form is not XML.
  if (!/\.xml$/.test(book) || !relations.some(({ type }) => type === 'worksheet')) {
    throw new Unreadable('file-is-no-spreadsheet');
  }
  const partOf = <T>(type: string, read: (xml: string, budget: Budget) => readonly T[]): readonly T[] => {
    const path = relations.find((relation) => relation.type === type)?.path;
    return path === undefined ? [] : read(archive.text(path), budget);
  };
  const { tabs, from1904 } = readBook(archive.text(book), budget);
  const meaning = { strings: partOf('sharedStrings', readStrings), formats: partOf('styles', readFormats), from1904 };
  return tabs.flatMap(({ name, hidden, relation }) => {
    const to = relations.find(({ id }) => id === relation);
    // A tab may hold a chart alone.
    return to?.type === 'worksheet' ? [readSheet(archive.text(to.path), { name, hidden }, meaning, budget)] : [];
  });
}
