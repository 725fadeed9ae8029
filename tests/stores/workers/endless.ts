import { randomUUID } from 'node:crypto';
import { openSqliteStore } from '../../../src/adapters/sqlite/store.ts';
import { newEvent } from '../../../src/adapters/testing/store/newEvent.ts';
import { given, path, say } from './talk.ts';

// Appends batches until the process ends, whichever way; says the last revision of each that was acknowledged, and
// the fault that it ends in.
const [batch = '1'] = given;
say('opening');
try {
  const store = openSqliteStore(path, { synchronous: 'normal' });
  for (;;) {
    const events = Array.from({ length: Number(batch) }, () =>
      newEvent({ id: randomUUID(), data: { text: 'x'.repeat(500) } }),
    );
    const answer = await store.append('session-1', 'any', events);
    say(String(answer.kind === 'appended' && answer.revision));
  }
} catch (fault) {
  say(JSON.stringify(fault));
}
