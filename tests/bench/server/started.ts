import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A server in another process. */
export interface Started {
  readonly connectionString: string;
  readonly stop: () => Promise<void>;
}

/** Starts a server that speaks the protocol of EventStoreDB. */
export async function started(): Promise<Started> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line]: unknown[] = await once(child.stdout, 'data');
  return {
    connectionString: String(line).trim(),
    stop: async () => {
      child.stdin.end();
      await once(child, 'close');
    },
  };
}
