import { describe, expect, test } from 'vitest';
import { revisionsOf } from '../../../src/adapters/testing/store/events.ts';
import { start } from '../support/child.ts';
import { place } from '../support/folder.ts';
import { opened } from '../support/records.ts';

/** Starts processes, and lets all of them begin at once. */
async function competing(path: string, writers: number, appends: number): Promise<string[]> {
  const children = Array.from({ length: writers }, (_, n) => start('competitor.ts', path, `writer-${n}`, `${appends}`));
  for (const child of children) expect(await child.line()).toBe('ready');
  for (const child of children) child.say('go');
  const said = await Promise.all(children.map((child) => child.rest()));
  expect(await Promise.all(children.map(({ ended }) => ended))).toEqual(children.map(() => 0));
  return said.flatMap(([opening, ...answers]) => (opening === 'opening' ? answers : []));
}

describe('several processes that write to one stream of one file', () => {
  test('lose nothing, store nothing twice, leave no gap, and tear no append', async () => {
    const path = place();
    const acknowledged = (await competing(path, 4, 30)).map((line) => JSON.parse(line));
    const events = await opened(path).readStream('session-1');
    expect(revisionsOf(events)).toEqual(events.map((_, index) => index + 1));
    expect(acknowledged).toHaveLength(4 * 30);
    for (const { revision, commands } of acknowledged) {
      const there = events.slice(revision - commands.length, revision).map(({ commandId }) => commandId);
      expect(there).toEqual(commands);
    }
    expect(events).toHaveLength(acknowledged.flatMap(({ commands }) => commands).length);
  });

  test('may all be the one who makes the file', async () => {
    for (let round = 0; round < 5; round++) {
      const path = place();
      await competing(path, 3, 1);
      expect(revisionsOf(await opened(path).readStream('session-1'))).toEqual([1, 2, 3]);
    }
  });
});

describe('a process that only listens', () => {
  test('may end, though it never closed its store', async () => {
    const child = start('listener.ts', place());
    expect(await child.rest()).toEqual(['listening']);
    expect(await child.ended).toBe(0);
  });
});
