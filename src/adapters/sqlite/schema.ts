import type { DatabaseSync } from 'node:sqlite';
import { StoreError } from '../../domain/store/errors.ts';
import { type Header, headerOf } from './header.ts';
import { transactionsOn } from './transaction.ts';

/** What a file of this library holds, and how it came to. */
export interface Schema {
  /** What such a file is, as a message says it after "a". */
  readonly what: string;
  /** Marks a file as one of these. */
  readonly applicationId: number;
  /**
   * The steps from an empty file to today's schema. A released step is never changed: a file's `user_version` is the
   * number of steps that it has taken.
   */
  readonly steps: readonly string[];
  /** A statement that can be prepared only where the file has its tables. */
  readonly probe: string;
}

/**
 * Refuses a file by its header.
 *
 * @throws StoreError `store-not-ours`, `store-newer`
 */
export function refuseForeign(path: string, { applicationId: found, userVersion }: Header, schema: Schema): void {
  const { what, applicationId, steps } = schema;
  if (found !== applicationId) {
    throw new StoreError('store-not-ours', `${path}: a SQLite database, but not a ${what} of this library`);
  }
  if (userVersion > steps.length) {
    throw new StoreError(
      'store-newer',
      `${path}: written by a newer version (schema ${userVersion}; this one knows up to ${steps.length})`,
    );
  }
}

/**
 * Refuses a file in which SQLite finds anything broken: its pages, or an index that disagrees with its table. Every
 * page is read, at about 4 ms per megabyte; but on a broken index the next append could give a revision twice.
 *
 * @throws StoreError `store-damaged`
 */
export function assertSound(db: DatabaseSync, path: string): void {
  const findings = db.prepare('PRAGMA integrity_check(1)').all();
  for (const { integrity_check: finding } of findings) {
    if (finding !== 'ok') throw new StoreError('store-damaged', `${path}: ${finding}`);
  }
}

/**
 * Brings an empty or older file to today's schema, in one transaction.
 *
 * @throws StoreError as {@link refuseForeign}
 */
export function migrate(db: DatabaseSync, path: string, schema: Schema): void {
  if (!isCurrent(headerOf(db), schema)) takeSteps(schema, db, path);
  // A file that lacks its table is damaged, and this must be known before anything is written.
  db.prepare(schema.probe);
}

function takeSteps(schema: Schema, db: DatabaseSync, path: string): void {
  const { applicationId, steps } = schema;
  transactionsOn(db)(() => {
    // Read again under the lock: another process may have been faster.
    const header = headerOf(db);
    if (!isBlank(header)) refuseForeign(path, header, schema);
    for (const step of steps.slice(header.userVersion)) db.exec(step);
    db.exec(`PRAGMA application_id = ${applicationId}; PRAGMA user_version = ${steps.length}`);
  });
}

const isCurrent = ({ applicationId, userVersion }: Header, schema: Schema): boolean =>
  applicationId === schema.applicationId && userVersion === schema.steps.length;

const isBlank = ({ applicationId, userVersion, schemaVersion }: Header): boolean =>
  applicationId === 0 && userVersion === 0 && schemaVersion === 0;
