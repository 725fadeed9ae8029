import { accessSync, constants, realpathSync, type Stats, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { pathToFileURL } from 'node:url';
import { isStoreError, StoreError } from '../../domain/store/errors.ts';
import { onFile } from './faults.ts';
import { firstPageHeader } from './firstPage.ts';
import { headerOf } from './header.ts';
import { assertSound, refuseForeign, type Schema } from './schema.ts';

/**
 * Where a path leads, absolute: SQLite too follows links, and keeps its log beside what they lead to. An absolute path
 * is never taken for a URI, and outlives a change of the working directory.
 */
export function realPlace(given: string): string {
  const path = resolve(given);
  try {
    return realpathSync(path);
  } catch {
    // Absent, or something that the inspection will refuse.
    return path;
  }
}

/**
 * Looks at a place before anything is written there. An absent or empty file is free to be used, and a file of the
 * same kind may be opened; whatever else is there is refused, and stays as it is, byte for byte.
 *
 * @param schema what the file must be
 * @param path as {@link realPlace} gives it
 * @param busyTimeoutMs how long to wait for others; milliseconds
 * @returns whether a file lies there that was read as a whole and found sound
 * @throws StoreError `store-unwritable`, `store-not-ours`, `store-newer`, `store-damaged`
 */
export function inspectPlace(schema: Schema, path: string, busyTimeoutMs: number): boolean {
  // The log first: a log that is older than an empty file has lost the file that it belongs to.
  const log = statusOf(`${path}-wal`);
  const file = statusOf(path);
  if (file !== undefined && !file.isFile()) throw new StoreError('store-unwritable', `${path}: not a file`);
  assertWritable(path, file === undefined ? dirname(path) : path);
  const isLogged = log !== undefined && log.size > 0;
  const isEmpty = file === undefined || file.size === 0;
  if (isEmpty && isLogged) {
    throw new StoreError('store-damaged', `${path}: empty or absent, but ${path}-wal holds what was written to it`);
  }
  if (!isEmpty) inspectHeader(schema, path);
  if (isLogged) inspectLogged(schema, path, busyTimeoutMs);
  return isLogged;
}

/**
 * Reads the first page as it lies there. `immutable` keeps SQLite from locking, recovering, or creating files beside
 * it. It must be SQLite that reads: were the file opened and closed by other means, the operating system would drop
 * the locks of every connection that this process has to the same file.
 */
function inspectHeader(schema: Schema, path: string): void {
  try {
    reading(path, `${pathToFileURL(path).href}?immutable=1`, (db) => {
      // The header only. A crash may leave a page count that the log beside the file, ignored here, will set right.
      db.exec('PRAGMA writable_schema = ON');
      refuseForeign(path, headerOf(db), schema);
    });
  } catch (thrown) {
    // The file can be read and written, so it is the driver that does not know how to be given a URI.
    if (!isStoreError(thrown) || thrown.code !== 'store-unwritable') throw thrown;
    refuseForeign(path, firstPageHeader(path), schema);
  }
}

/**
 * Reads a file together with its log. A writer that finds fault with it would, when it closes, move the log into the
 * file all the same; a reader leaves both as they are.
 */
function inspectLogged(schema: Schema, path: string, busyTimeoutMs: number): void {
  reading(path, path, (db) => {
    db.exec(`PRAGMA busy_timeout = ${busyTimeoutMs}`);
    refuseForeign(path, headerOf(db), schema);
    assertSound(db, path);
  });
}

function reading(path: string, location: string, look: (db: DatabaseSync) => void): void {
  onFile(path, () => {
    const db = new DatabaseSync(location, { readOnly: true, defensive: false });
    try {
      look(db);
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
