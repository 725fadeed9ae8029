import { accessSync, constants, type Stats, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { StoreError } from '../../domain/store/errors.ts';
import { onFile } from './faults.ts';
import { headerOf } from './header.ts';
import { refuseForeign } from './schema.ts';

/**
 * Looks at a place before anything is written there. An absent or empty file is free to be used, and a file of this
 * library may be opened; whatever else is there is refused, and stays as it is, byte for byte.
 *
 * @param path absolute
 * @throws StoreError `store-unwritable`, `store-not-ours`, `store-newer`, `store-damaged`
 */
export function inspectPlace(path: string): void {
  // The log first: a log that is older than an empty file has lost the file that it belongs to.
  const log = statusOf(`${path}-wal`);
  const file = statusOf(path);
  if (file !== undefined && !file.isFile()) throw new StoreError('store-unwritable', `${path}: not a file`);
  assertWritable(path, file === undefined ? dirname(path) : path);
  if (file !== undefined && file.size > 0) {
    inspectHeader(path);
  } else if (log !== undefined && log.size > 0) {
    throw new StoreError('store-damaged', `${path}: empty or absent, but ${path}-wal holds what was written to it`);
  }
}

/**
 * Reads the first page as it lies there. `immutable` keeps SQLite from locking, recovering, or creating files beside
 * it. It must be SQLite that reads: were the file opened and closed by other means, the operating system would drop
 * the locks of every connection that this process has to the same file.
 */
function inspectHeader(path: string): void {
  onFile(path, () => {
    const db = new DatabaseSync(`${pathToFileURL(path).href}?immutable=1`, { readOnly: true, defensive: false });
    try {
      // The header only. A crash may leave a page count that the log beside the file, ignored here, will set right.
      db.exec('PRAGMA writable_schema = ON');
      refuseForeign(path, headerOf(db));
    } finally {
      db.close();
    }
  });
}

function assertWritable(path: string, target: string): void {
  try {
    accessSync(target, constants.R_OK | constants.W_OK);
  } catch (cause) {
    throw new StoreError('store-unwritable', `${path}: ${target} cannot be written`, { cause });
  }
}

function statusOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch (cause) {
    throw new StoreError('store-unwritable', `${path}: cannot be looked at`, { cause });
  }
}
