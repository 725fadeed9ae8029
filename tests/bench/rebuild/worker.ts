import { existsSync, readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { openProjector } from '../../../src/adapters/projector/index.ts';
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts';
import { openSqliteViews } from '../../../src/adapters/sqlite/views/views.ts';
import type { NewEvent } from '../../../src/domain/store/envelope.ts';
import { sheetsModel } from '../../../src/projections/readModels/sheetsModel.ts';
import { readHistories, textsOfSessions } from '../sessions.ts';

// One job in a process of its own, so that nobody else's memory is counted. Says how long it took, in milliseconds, and
// how much memory it ever had, in megabytes.
const [job = '', path = '', wanted = '0'] = process.argv.slice(2);

const SESSIONS = 50;

const idOf = (place: number): string => `00000000-0000-4000-8000-${place.toString(16).padStart(12, '0')}`;

/** Sessions one after the other, until there are so many events. */
async function fill(): Promise<void> {
  const sessions = readHistories(textsOfSessions(SESSIONS)) as readonly (readonly NewEvent[])[];
  const store = openSqliteStore(path, { synchronous: 'normal' });
  for (let session = 0, events = 0; events < Number(wanted); session++) {
    const some = sessions[session % SESSIONS] ?? [];
    const first = events;
    await store.append(
      `session-${session}`,
      'none',
      some.map((event, n) => ({ ...event, id: idOf(first + n) })),
    );
    events += some.length;
  }
  await store.close();
}

/** What nobody can do without: reading each row, and its text. */
function bare(): void {
  const db = new DatabaseSync(path, { readOnly: true });
  let read = 0;
  for (const { event } of db.prepare('SELECT event FROM events ORDER BY position').iterate()) {
    if (JSON.parse(String(event)) !== null) read++;
  }
  db.close();
  if (read < Number(wanted)) throw new Error(`${read} events are read`);
}

/** The attendance sheets of all sessions, made anew. */
async function rebuild(store: ReturnType<typeof openSqliteStore>): Promise<void> {
  const views = openSqliteViews(`${path}.views`);
  const projector = openProjector(store, views, [sheetsModel]);
  if (!(await projector.rebuild(sheetsModel.name))) throw new Error('The rebuild stopped');
  await projector.close();
  await views.close();
}

/**
 * Most memory that this process ever had. What Linux tells of resources used counts in what the process had that
 * started this one, since it was the same until it became another program; the status of the process does not.
 */
function kilobytes(): number {
  const status = '/proc/self/status';
  const [, most] = existsSync(status) ? (/^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8')) ?? []) : [];
  return most === undefined ? process.resourceUsage().maxRSS : Number(most);
}

const store = job === 'rebuild' ? openSqliteStore(path) : null;
const start = performance.now();
if (job === 'fill') await fill();
if (job === 'bare') bare();
if (store !== null) await rebuild(store);
const ms = performance.now() - start;
await store?.close();
process.stdout.write(JSON.stringify({ ms, megabytes: kilobytes() / 1024 }));
