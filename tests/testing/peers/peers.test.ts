import { describe, expect, test } from 'vitest';
import { numbered, numberedFrom } from '../../../src/adapters/testing/store/events.ts';
import { CASTORE } from './castore.ts';
import { EMMETT } from './emmett.ts';
import { judge, PEERS, peerTable } from './table.ts';

/** A file and a server take their time, and are judged elsewhere. */
const SLOW: readonly string[] = ['emargement, SQLite', 'emargement, EventStoreDB'];

const QUICK = PEERS.filter(({ name }) => !SLOW.includes(name));

const judgedAll = async () => {
  const judged = [];
  for (const peer of QUICK) judged.push(await judge(peer));
  return judged;
};

const first = judgedAll();

/** The trials of a peer that did not hold. */
async function failuresOf(name: string): Promise<readonly string[]> {
  const report = (await first).find((one) => one.name === name)?.report;
  if (report === undefined || 'notRun' in report) throw new Error(`${name} was not run`);
  return report.verdicts.filter(({ kind }) => kind === 'failed').map((verdict) => verdict.name);
}

describe.each([EMMETT, CASTORE])('the binding of $name', ({ load }) => {
  test('stores and reads a stream, and tells a writer who is behind', async () => {
    const subject = await load();
    if ('notRun' in subject) throw new Error(subject.notRun);
    const { store } = await subject.open();
    expect(await store.append('session-1', 'none', numberedFrom(1, 2))).toMatchObject({ revision: 2 });
    expect(await store.append('session-1', 2, [numbered(3)])).toMatchObject({ kind: 'appended', revision: 3 });
    expect(await store.append('session-1', 1, [numbered(4)])).toMatchObject({ kind: 'conflict', expected: 1 });
    expect((await store.readStream('session-1')).map(({ id, revision }) => [id, revision])).toEqual(
      numberedFrom(1, 3).map(({ id }, index) => [id, index + 1]),
    );
  });
});

describe('the table of peers', () => {
  test('is the same whenever it is made', async () => {
    expect(peerTable(await judgedAll())).toBe(peerTable(await first));
  });

  test('finds nothing wrong with this library’s own store', async () => {
    expect(await failuresOf('emargement, memory')).toEqual([]);
  });

  test('finds what is known of the others, and does not find what they do right', async () => {
    expect(await failuresOf(EMMETT.name)).toEqual([
      'an append of no events stores nothing, and still answers a conflict',
      'a range has exactly the revisions within it, both ends included, up to its limit',
      'what was given to the store, or by it, can be changed without changing the record',
      'any calls are answered as one plain list of events would answer them',
    ]);
    expect(await failuresOf(CASTORE.name)).toEqual([
      'an append is stored only where the stream is as the writer believes it to be',
      'revisions follow each other from 1 without a gap, whatever failed in between',
      'what was given to the store, or by it, can be changed without changing the record',
      'any calls are answered as one plain list of events would answer them',
    ]);
  });

  test('says who was not run, and why', async () => {
    const judged = { name: 'a store', version: '1', report: { notRun: 'its driver is not installed' } };
    const text = peerTable([judged]);
    expect(text).toContain('- a store: its driver is not installed');
    expect(text.match(/\| not run \|/g)?.length).toBeGreaterThan(20);
  });
});
