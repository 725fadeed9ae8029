import { randomUUID } from 'node:crypto';
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts';
import { newEvent } from '../../../src/adapters/testing/store/newEvent.ts';
import { given, path, say, word } from './talk.ts';

// Waits for the start, opens the record, and appends to one stream where it believes the stream to be. Says the
// revision and the ids of every append that was acknowledged.
const [name = '', count = '1'] = given;
say('ready');
await word();
say('opening');
const store = openSqliteStore(path, { busyTimeoutMs: 60_000 });
let believed = 0;
for (let n = 0; n < Number(count); ) {
  const events = Array.from({ length: 1 + (n % 3) }, (_, part) =>
    newEvent({ id: randomUUID(), commandId: `${name}.${n}.${part}` }),
  );
  const answer = await store.append('session-1', believed, events);
  if (answer.kind === 'appended') {
    say(JSON.stringify({ revision: answer.revision, commands: events.map(({ commandId }) => commandId) }));
    believed = answer.revision;
    n++;
  } else {
    believed = answer.actual;
  }
}
await store.close();
