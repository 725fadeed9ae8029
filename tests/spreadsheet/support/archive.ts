import { crc32, deflateRawSync } from 'node:zlib';

/** A part of an archive; what it claims of itself may differ from what it is. */
export interface Part {
  readonly name: string;
  readonly content: string | Uint8Array;
  readonly flags?: number;
  readonly method?: number;
  readonly crc?: number;
  /** The size unpacked, as the archive claims it. */
  readonly claims?: number;
}

const header = (length: number, fields: readonly (readonly [at: number, bytes: 2 | 4, value: number])[]): Buffer => {
  const buffer = Buffer.alloc(length);
  for (const [at, bytes, value] of fields) buffer.writeUIntLE(value, at, bytes);
  return buffer;
};

/** A zip archive of these parts, in their order. */
export function archive(...parts: readonly Part[]): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, flags = 0, method = 8, crc, claims } of parts) {
    const bytes = Buffer.from(content);
    const packed = method === 8 ? deflateRawSync(bytes) : bytes;
    const title = Buffer.from(name);
    const about = [
      [0, 2, flags],
      [2, 2, method],
      [8, 4, crc ?? crc32(bytes)],
      [12, 4, packed.length],
      [16, 4, claims ?? bytes.length],
      [20, 2, title.length],
    ] as const;
    const shifted = (by: number) => about.map(([at, size, value]) => [at + by, size, value] as const);
    const local = header(30, [[0, 4, 0x04034b50], ...shifted(6)]);
    directory.push(header(46, [[0, 4, 0x02014b50], ...shifted(8), [42, 4, offset]]), title);
    bodies.push(local, title, packed);
    offset += local.length + title.length + packed.length;
  }
  const size = directory.reduce((sum, { length }) => sum + length, 0);
  const end = header(22, [
    [0, 4, 0x06054b50],
    [8, 2, parts.length],
    [10, 2, parts.length],
    [12, 4, size],
    [16, 4, offset],
  ]);
  return new Uint8Array(Buffer.concat([...bodies, ...directory, end]));
}

const ODS_TYPE = 'application/vnd.oasis.opendocument.spreadsheet';

/** An .ods of this content, and of parts that a test adds. */
export const ods = (content: string, ...others: readonly Part[]): Uint8Array =>
  archive({ name: 'mimetype', content: ODS_TYPE, method: 0 }, { name: 'content.xml', content }, ...others);

/** The content of an .ods with these tables, and styles before them. */
export const odsContent = (tables: string, styles = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?><office:document-content>${styles}<office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;

/** A cell of an .ods with a text. */
export const odsText = (text: string, attributes = ''): string =>
  `<table:table-cell office:value-type="string"${attributes}><text:p>${text}</text:p></table:table-cell>`;

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

const relations = (...given: readonly (readonly [id: string, type: string, target: string])[]): string =>
  `<Relationships>${given.map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`).join('')}</Relationships>`;

/** The parts of an .xlsx of one tab, each of which a test may put in another's place. */
export const xlsxParts = (sheet: string, styles = '<styleSheet/>'): Part[] => [
  { name: '[Content_Types].xml', content: '<Types/>' },
  { name: '_rels/.rels', content: relations(['r1', 'officeDocument', 'xl/workbook.xml']) },
  {
    name: 'xl/workbook.xml',
    content: '<workbook><sheets><sheet name="Session 1" sheetId="1" r:id="r1"/></sheets></workbook>',
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content: relations(
      ['r1', 'worksheet', 'worksheets/sheet1.xml'],
      ['r2', 'sharedStrings', 'sharedStrings.xml'],
      ['r3', 'styles', '/xl/styles.xml'],
    ),
  },
  { name: 'xl/sharedStrings.xml', content: '<sst><si><t>commun</t></si></sst>' },
  { name: 'xl/styles.xml', content: styles },
  { name: 'xl/worksheets/sheet1.xml', content: `<worksheet>${sheet}</worksheet>` },
];

/** An .xlsx of one tab. */
export const xlsx = (sheet: string, styles?: string): Uint8Array => archive(...xlsxParts(sheet, styles));
