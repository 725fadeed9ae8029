import { crc32, inflateRawSync } from 'node:zlib';
import { Unreadable } from '../fault.ts';
import { LIMITS } from '../limits.ts';
import { DIRECTORY, END, LOCAL } from '../zipFormat.ts';
import type { Budget } from './budget.ts';

/** The parts of a zip archive, each unpacked when it is asked for. */
export interface Archive {
  readonly names: ReadonlySet<string>;
  /** @throws {Unreadable} where there is no such part, or it is damaged or too large */
  text(name: string): string;
}

interface Entry {
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly offset: number;
}

/** The end of an archive: 22 bytes, and a comment of 65,535 at most. */
const END_BYTES = 22;
const MOST_COMMENT = 0xffff;
const ENTRY_BYTES = 46;
const LOCAL_BYTES = 30;

/** Bits of an entry's flags: encrypted, strongly encrypted, directory encrypted. */
const ENCRYPTED = 0x2041;

const damaged = (detail: string): Unreadable => new Unreadable('file-damaged', { detail });

function endOf(view: DataView): number {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - MOST_COMMENT); at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw new Unreadable('file-truncated');
}

function entriesOf(bytes: Uint8Array, view: DataView): ReadonlyMap<string, Entry> {
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  if (count > LIMITS.entries) throw new Unreadable('file-too-complex', { detail: `zip > ${LIMITS.entries}` });
  const entries = new Map<string, Entry>();
  const names = new TextDecoder();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + ENTRY_BYTES > end || view.getUint32(at, true) !== DIRECTORY) throw damaged('zip');
    if ((view.getUint16(at + 8, true) & ENCRYPTED) !== 0) throw new Unreadable('file-encrypted');
    const after = at + ENTRY_BYTES + view.getUint16(at + 28, true);
    const name = names.decode(bytes.subarray(at + ENTRY_BYTES, after));
    // Of two parts of one name, one program shows the first and another the second.
    if (entries.has(name)) throw damaged(name);
    entries.set(name, {
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
    });
    at = after + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Unpacks no more than the budget leaves, whatever size the archive claims. */
function inflated(packed: Uint8Array, name: string, budget: Budget): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, budget.left('unpacked')) });
  } catch (thrown) {
    const { code }: { code?: unknown } = Object(thrown);
    throw code === 'ERR_BUFFER_TOO_LARGE' ? new Unreadable('file-unpacks-too-large') : damaged(name);
  }
}

/**
 * Opens a zip archive: its directory is read, and nothing unpacked. What a part claims of its size is not believed.
 *
 * @throws {Unreadable} where it was cut, is encrypted, or is no archive that a spreadsheet writes
 */
export function openArchive(bytes: Uint8Array, budget: Budget): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < END_BYTES) throw new Unreadable('file-truncated');
  const entries = entriesOf(bytes, view);

  const part = (name: string): Uint8Array => {
    const entry = entries.get(name);
    if (entry === undefined) throw damaged(name);
    const { method, crc, packed, offset } = entry;
    if (offset + LOCAL_BYTES > bytes.length || view.getUint32(offset, true) !== LOCAL) throw damaged(name);
    const start = offset + LOCAL_BYTES + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
    if (start + packed > bytes.length || (method !== 0 && method !== 8)) throw damaged(name);
    const raw = bytes.subarray(start, start + packed);
    const unpacked = method === 0 ? raw : inflated(raw, name, budget);
    budget.spend('unpacked', unpacked.length);
    if (crc32(unpacked) !== crc) throw damaged(name);
    return unpacked;
  };

  return {
    names: new Set(entries.keys()),
    text(name) {
      const unpacked = part(name);
      try {
        return new TextDecoder('utf-8', { fatal: true }).decode(unpacked);
      } catch {
        throw damaged(name);
      }
    },
  };
}
