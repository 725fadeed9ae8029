import { DatabaseSync } from 'node:sqlite';
import { openSqliteViews } from '../../../src/adapters/sqlite/views/views.ts';
import { path, say } from '../../stores/workers/talk.ts';

// Overwrites what is personal while somebody reads, so that the log keeps it, and says so.
const views = openSqliteViews(path, { busyTimeoutMs: 0 });
const view = await views.begin('sheets', 1);
const rows = (text: string) => [{ stream: 's', text: JSON.stringify({ text }), isKept: true, columns: {} }];
const named = await views.commit(view, { to: '1', rows: rows('Diallo'), wipes: false });
const reader = new DatabaseSync(path);
reader.exec('BEGIN; SELECT * FROM views');
if (named !== null) await views.commit(named, { to: '2', rows: rows('erased'), wipes: true });
say('stored');
// Nothing of it runs any more once it is killed.
setInterval(() => reader.isOpen, 1_000);
