import { sealed } from '../../src/adapters/sealed/index.ts';
import { openSqliteStore } from '../../src/adapters/sqlite/index.ts';

/** Adds an event as it cannot be recorded: of a version that nobody can read yet, or with a box that no key opens. */
export async function addForged(db: string, session: string, type: string, schemaVersion: number): Promise<void> {
  const store = sealed(openSqliteStore(db));
  const stored = await store.readStream(`session-${session}`);
  const like = stored.find((event) => event.type === type);
  if (like === undefined) throw new Error(`nothing of type ${type} is recorded`);
  const id = '00000000-0000-4000-8000-000000000001';
  await store.append(`session-${session}`, stored.length, [{ ...like, id, schemaVersion, commandId: 'x' }]);
  await store.close();
}
