import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts';
import { subscribe } from '../../../src/adapters/subscription/subscribe.ts';
import { path, say } from '../../stores/workers/talk.ts';

// Waits for the first event of a record, and has nothing else to do.
for await (const { events, isLive } of subscribe(openSqliteStore(path, { pollMs: 5 }))) {
  if (isLive) say('live');
  if (events.length === 0) continue;
  say(`${events.length} event`);
  break;
}
