import { DatabaseSync } from 'node:sqlite';
import { given, path, say, word } from './talk.ts';

// Begins a transaction on the file, and holds it until it is told to let go.
const [begin = 'BEGIN IMMEDIATE'] = given;
const db = new DatabaseSync(path);
db.exec(begin);
say('held');
await word();
// Without a log a commit wants the file for itself: it waits until whoever tries to open it looks away.
db.exec('PRAGMA busy_timeout = 60000');
db.exec('COMMIT');
db.close();
