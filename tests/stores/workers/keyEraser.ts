import { openSqliteKeys } from '../../../src/adapters/sqlite/keys/keys.ts';
import { isPerson } from '../../../src/domain/privacy/person.ts';
import { given, path, say } from './talk.ts';

// Destroys one key, and says so.
const [stream = '', person = ''] = given;
const table = openSqliteKeys(path, { busyTimeoutMs: 60_000 });
if (isPerson(person)) await table.destroy(stream, person);
say('erased');
await table.close();
