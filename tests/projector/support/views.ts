import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, onTestFinished } from 'vitest';
import { openMemoryViews } from '../../../src/adapters/memory/views.ts';
import { openSqliteViews } from '../../../src/adapters/sqlite/views/views.ts';
import type { Views } from '../../../src/domain/store/views.ts';

const home = mkdtempSync(join(tmpdir(), 'emargement-'));
afterAll(() => rmSync(home, { recursive: true }));

let files = 0;

/** A place for views where nothing lies yet. */
export const viewsPlace = (): string => join(home, `${files++}.views`);

/** Where views are kept, each as it is used. */
export const KINDS: readonly { readonly kind: string; readonly open: () => Views }[] = [
  { kind: 'memory', open: openMemoryViews },
  { kind: 'SQLite', open: () => openSqliteViews(viewsPlace()) },
];

/** Opens views that are closed when the test is over. */
export function opened(open: () => Views): Views {
  const views = open();
  onTestFinished(() => views.close());
  return views;
}
