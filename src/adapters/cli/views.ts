import { closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { isStoreError } from '../../domain/store/errors.ts';
import type { EventStore } from '../../domain/store/port.ts';
import type { Views } from '../../domain/store/views.ts';
import { READ_MODELS } from '../../projections/readModels/all.ts';
import { openProjector } from '../projector/index.ts';
import { openSqliteViews } from '../sqlite/views/views.ts';
import type { Io } from './io.ts';
import { besides } from './location.ts';
import type { Place } from './place.ts';

/** The file in which the views of a register lie. What is personal stands there as it is read, and not encrypted. */
export const viewsFile = (db: string): string => `${besides(db)}.views`;

/** Whether there are views of a register. */
export const hasViews = (db: string): boolean => existsSync(viewsFile(db));

/**
 * Opens the views of a register, and closes them whatever happens; a file that is absent is made, for its owner alone:
 * the record beside it may be read by anybody without its keys, and this may not.
 */
export async function withViews<T>(db: string, work: (views: Views) => Promise<T>): Promise<T> {
  closeSync(openSync(viewsFile(db), 'a', 0o600));
  const views = openSqliteViews(viewsFile(db));
  try {
    return await work(views);
  } finally {
    await views.close();
  }
}

/** Whether every view that there is follows the record, so that an erasure that was taken in has reached all of them. */
const follows = async (views: Views): Promise<boolean> =>
  (await views.all()).every(
    ({ model, version, isLive, stopped }) =>
      isLive && stopped === null && READ_MODELS.some((one) => one.name === model && one.version === version),
  );

/** Takes all that is recorded into the views. @returns whether each of them has taken it in */
const caughtUp = (store: EventStore, db: string): Promise<boolean> =>
  withViews(db, async (views) => {
    const models = new Set((await views.all()).map(({ model }) => model));
    const projector = openProjector(
      store,
      views,
      READ_MODELS.filter(({ name }) => models.has(name)),
    );
    await projector.catchUp();
    await projector.close();
    return follows(views);
  });

/**
 * Lets an erasure reach the views of a register at once, where there are any. Views that cannot take it in, whatever
 * hinders them, are deleted: they can be made anew, and what was erased must not stay there.
 */
export async function eraseFromViews({ store }: Place, db: string, { err }: Pick<Io, 'err'>): Promise<void> {
  if (!hasViews(db)) return;
  const file = viewsFile(db);
  try {
    if (await caughtUp(store, db)) return;
  } catch (thrown) {
    if (isStoreError(thrown) && thrown.code === 'store-not-ours') {
      err(`${file} n’est pas un fichier de vues : il est laissé tel quel.`);
      return;
    }
  }
  for (const end of ['', '-wal', '-shm']) rmSync(`${file}${end}`, { force: true });
  err(`Les vues (${file}) n’ont pu suivre et sont supprimées ; « emargement project » les refait.`);
}
