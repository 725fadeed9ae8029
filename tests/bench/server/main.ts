import { startServer } from '../../eventstoredb/server/server.ts';

// A server in a process of its own, so that it takes no time from whoever is measured. Lives until its parent lets go.
const server = await startServer();
process.stdout.write(`${server.connectionString}\n`);
process.stdin.resume().on('end', () => process.exit());
