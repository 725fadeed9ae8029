import type { FaultCode } from './report.ts';

/** The text of a file and how it was decoded, or why it has none. */
type Decoded = { text: string; guessed: boolean } | { code: FaultCode; detail: string };

/** Workbooks are zip archives (.xlsx, .ods) or compound files (.xls). */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

const BYTE_ORDER_MARKS = [
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** What the bytes 0x80 to 0x9f stand for; some releases of Node leave them as in ISO 8859-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

const strictly = (encoding: string, bytes: Uint8Array): string | null => {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const windows1252 = (bytes: Uint8Array): string =>
  new TextDecoder('windows-1252')
    .decode(bytes)
    .replace(/[\u0080-\u009f]/g, (control) => WINDOWS_1252.charAt(control.charCodeAt(0) - 0x80));

/**
 * The text of a file: by its byte order mark where it has one, otherwise UTF-8, otherwise windows-1252, which is what an
 * office suite in France writes when it is not asked for anything else.
 *
 * @returns the text without its mark, or the code of the fault
 */
export function decode(bytes: Uint8Array): Decoded {
  if (WORKBOOKS.some((signature) => startsWith(bytes, signature))) return { code: 'file-is-workbook', detail: '' };
  const marked = BYTE_ORDER_MARKS.find(({ mark }) => startsWith(bytes, mark));
  const strict = strictly(marked?.encoding ?? 'utf-8', bytes);
  if (strict === null && marked !== undefined) return { code: 'encoding-readable', detail: marked.encoding };
  const text = strict ?? windows1252(bytes);
  return text.includes('\0') ? { code: 'file-is-text', detail: '' } : { text, guessed: strict === null };
}
