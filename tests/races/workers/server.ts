import type { Faults } from '../../eventstoredb/server/faults.ts';
import { startServer } from '../../eventstoredb/server/server.ts';
import { path as manner, say, word } from '../../stores/workers/talk.ts';

// A server in a process of its own, which kills a connection now and then where it is told to, before or after it
// stored what came. Says where it is, and at its end how often it did.
let killed = 0;
const killing: Faults = ({ kind, n }) => {
  const isDue = kind === 'append' ? n % 5 === 0 || n % 7 === 0 : kind === 'read' && n % 11 === 0;
  if (!isDue) return null;
  killed++;
  return { fault: kind === 'append' && n % 5 === 0 ? 'reset-after-commit' : 'reset' };
};
const server = await startServer();
if (manner === 'failing') server.faults = killing;
say(server.connectionString);
await word();
say(String(killed));
await server.stop();
