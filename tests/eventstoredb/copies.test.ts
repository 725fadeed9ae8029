import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

describe('another copy of the client’s code in the process', () => {
  const run = (script: string) =>
    spawnSync(process.execPath, ['--input-type=module', '--eval', script], { encoding: 'utf8' });
  const adapter = JSON.stringify(join(import.meta.dirname, '../../src/adapters/eventstoredb/index.ts'));
  const open = "openEventStoreDb({ connectionString: 'esdb://localhost?tls=false' })";

  test('is refused with words that say so', () => {
    const { stderr, status } = run(`
      const { openEventStoreDb } = await import(${adapter});
      globalThis.proto.event_store.client.streams.AppendReq = class {};
      ${open};
    `);
    expect(stderr).toContain('Two copies of the EventStoreDB client’s generated code');
    expect(status).toBe(1);
  });

  test('is not taken for one where it is the same', () => {
    const { stderr, stdout } = run(`
      await import('@eventstore/db-client');
      const { openEventStoreDb } = await import(${adapter});
      await ${open}.close();
      console.log('fine');
    `);
    expect({ stderr, stdout }).toEqual({ stderr: '', stdout: 'fine\n' });
  });
});
