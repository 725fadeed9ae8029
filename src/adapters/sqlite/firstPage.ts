import { openSync, readSync, statSync } from 'node:fs';
import { StoreError } from '../../domain/store/errors.ts';
import type { Header } from './header.ts';

/** How much of a file its header takes (https://www.sqlite.org/fileformat.html, 1.3), in bytes. */
const HEADER_BYTES = 100;

const MAGIC = 'SQLite format 3\0';

/** A file that stays open, and which one it was. */
interface Kept {
  readonly descriptor: number;
  readonly file: string;
}

const kept = new Map<string, Kept>();

/**
 * Reads the header from the file itself, for the versions of Node before 22.15, whose driver has no way to look at a
 * file without touching its neighbours.
 *
 * The file stays open as long as the process lives, once for each path: were it closed, the operating system would
 * drop the locks of every connection that this process has to it.
 *
 * @throws StoreError `store-not-ours` where it is no SQLite database
 */
export function firstPageHeader(path: string): Header {
  const bytes = Buffer.alloc(HEADER_BYTES);
  const read = readSync(descriptorOf(path), bytes, 0, HEADER_BYTES, 0);
  if (read < HEADER_BYTES || bytes.toString('latin1', 0, MAGIC.length) !== MAGIC) {
    throw new StoreError('store-not-ours', `${path}: not a SQLite database`);
  }
  return {
    schemaVersion: bytes.readUInt32BE(40),
    userVersion: bytes.readInt32BE(60),
    applicationId: bytes.readInt32BE(68),
  };
}

function descriptorOf(path: string): number {
  const { dev, ino } = statSync(path);
  const file = `${dev}:${ino}`;
  const known = kept.get(path);
  if (known?.file === file) return known.descriptor;
  const descriptor = openSync(path, 'r');
  kept.set(path, { descriptor, file });
  return descriptor;
}
