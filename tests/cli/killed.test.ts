import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';
import { withRegister } from '../../src/adapters/cli/place.ts';
import { checkedReplay } from '../../src/domain/machine/replay.ts';
import { place } from '../stores/support/folder.ts';
import { comment, must, typesOf } from '../support/asked.ts';
import { holds } from '../support/property.ts';

const HANDLER = join(import.meta.dirname, 'workers/handler.ts');

const PLANNED = ['SessionPlanned', ...Array.from({ length: 5 }, () => 'ExaminerAdded')];

/** Has a process handle commands until it has acknowledged so many, then kills it. @returns all that it acknowledged */
async function killedAfter(path: string, round: number, acknowledgements: number): Promise<readonly string[]> {
  const child = spawn(process.execPath, [HANDLER, path, String(round)], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  const said: string[] = [];
  for await (const line of createInterface(child.stdout)) {
    if (line !== 'ready') said.push(line);
    if (said.length >= acknowledgements) child.kill('SIGKILL');
  }
  return said;
}

test('a register whose process is killed keeps every command that was acknowledged, and no half of any', async () => {
  const path = place();
  let round = 0;
  await holds(
    fc.asyncProperty(fc.integer({ min: 0, max: 60 }), async (acknowledgements) => {
      round++;
      const acknowledged = await killedAfter(path, round, acknowledgements);
      expect(acknowledged.length).toBeGreaterThanOrEqual(acknowledgements);
      await withRegister(path, async (register) => {
        for (const line of acknowledged) {
          const [session = '', commandId, revision] = line.split(' ');
          const event = (await register.history(session)).at(Number(revision) - 1);
          expect(event).toMatchObject({ commandId, revision: Number(revision) });
        }
        for (const { header } of await register.agenda()) {
          const history = await register.history(header.session);
          const notes = Array.from({ length: history.length - PLANNED.length }, () => 'SessionCommentAdded');
          expect(typesOf(history)).toEqual([...PLANNED, ...notes]);
          expect(checkedReplay(history).breaches).toEqual([]);
          // A command that was carried out, acknowledged or not, is known when it comes again.
          const last = history.at(-1);
          if (last?.type !== 'SessionCommentAdded' || typeof last.data.text !== 'string') continue;
          const again = await must(register.handle(comment(header.session, last.data.text, { id: last.commandId })));
          expect(again.events).toEqual([last]);
        }
      });
    }),
    { runs: 6 },
  );
});
