import type { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/adapters/crypto/node.ts';
import { rootOf } from '../../src/adapters/sealed/log.ts';
import { sealed } from '../../src/adapters/sealed/sealed.ts';
import { type VerifyOptions, verifyStore } from '../../src/adapters/sealed/verifyStore.ts';
import { openSqliteStore } from '../../src/adapters/sqlite/store.ts';
import { numbered, numberedFrom } from '../../src/adapters/testing/store/events.ts';
import { headText, readHead } from '../../src/domain/seal/head.ts';
import type { EventStore } from '../../src/domain/store/port.ts';
import { place } from '../stores/support/folder.ts';
import { opened, rawly } from '../stores/support/records.ts';
import { holds } from '../support/property.ts';
import { recorded } from '../support/recorded.ts';
import { appendEach, headOf, sealedStore, textsIn } from './record.ts';

/** A record of three sessions in a file: events 1 to 4, 5 to 8, 9 and 10 of the global order. */
async function threeSessions(path: string): Promise<void> {
  const store = sealed(openSqliteStore(path, { synchronous: 'normal' }));
  await store.append('session-1', 'none', numberedFrom(0, 4));
  await store.append('session-2', 'none', numberedFrom(10, 4));
  await store.append('session-3', 'none', numberedFrom(20, 2));
  await store.close();
}

const changed = (path: string, statement: string): void =>
  rawly(path, (db: DatabaseSync) => {
    db.exec('DROP TRIGGER events_are_not_changed; DROP TRIGGER events_are_not_deleted');
    db.exec(statement);
  });

/** What is found in a record of three sessions after another hand was there; it is verified with what was known before. */
async function foundAfter(statement: string, known: (store: EventStore) => Promise<VerifyOptions> = async () => ({})) {
  const path = place();
  await threeSessions(path);
  const before = sealed(openSqliteStore(path));
  const options = await known(before);
  await before.close();
  changed(path, statement);
  const { findings } = await verifyStore(opened(path), options);
  return findings.map(({ kind, stream, revision, position }) => [kind, stream, revision, position]);
}

const rootsAt =
  (...sizes: readonly number[]) =>
  async (store: EventStore): Promise<VerifyOptions> => ({
    roots: await Promise.all(sizes.map((size) => rootOf(store, size))),
  });

const headsOf =
  (...streams: readonly string[]) =>
  async (store: EventStore): Promise<VerifyOptions> => ({
    heads: await Promise.all(streams.map(async (stream) => headOf((await textsIn(store, stream)).at(-1) ?? ''))),
  });

const set = (revision: number, column: string, from: string, to: string) =>
  `UPDATE events SET ${column} = replace(${column}, '${from}', '${to}') WHERE stream = 'session-2' AND revision = ${revision}`;

describe('the verification of a store', () => {
  test('finds nothing wrong with what was recorded, by every root and head of it', () =>
    holds(
      fc.asyncProperty(fc.array(fc.nat(3), { maxLength: 5 }), async (counts) => {
        const store = sealedStore();
        for (const [n, count] of counts.entries()) await appendEach(store, `session-${n}`, numberedFrom(n * 10, count));
        const events = counts.reduce((sum, count) => sum + count, 0);
        const roots = await Promise.all(Array.from({ length: events + 1 }, (_, size) => rootOf(store, size)));
        const texts = ((await store.readTexts?.()) ?? []).map(({ text }) => text);
        const verdict = await verifyStore(store, { roots, heads: texts.map(headOf) });
        const streams = counts.filter((count) => count > 0).length;
        expect(verdict).toEqual({ streams, events, root: roots.at(-1)?.root, findings: [], more: 0 });
      }),
      { runs: 20 },
    ));

  test('names a changed event, with its stream, revision and position', async () => {
    expect(await foundAfter(set(2, 'event', '"candidate":11', '"candidate":19'))).toEqual([
      ['broken-link', 'session-2', 2, '6'],
    ]);
  });

  test('needs a head or a root where the last event was changed', async () => {
    const statement = set(4, 'event', '"candidate":13', '"candidate":19');
    expect(await foundAfter(statement)).toEqual([]);
    expect(await foundAfter(statement, headsOf('session-1', 'session-2'))).toEqual([
      ['head-differs', 'session-2', 4, '8'],
    ]);
    expect(await foundAfter(statement, rootsAt(10))).toEqual([['root-differs', null, null, null]]);
  });

  test('takes heads from paper', async () => {
    const store = sealedStore();
    await store.append('session-1', 'none', numberedFrom(0, 2));
    const [, text = ''] = await textsIn(store, 'session-1');
    const written = readHead(sha256, headText(sha256, headOf(text)));
    const another = readHead(sha256, headText(sha256, { ...headOf(text), hash: sha256.hex?.('another') ?? '' }));
    if (written === null || another === null) throw new Error('a head that was written is not read');
    expect((await verifyStore(store, { heads: [written] })).findings).toEqual([]);
    expect((await verifyStore(store, { heads: [another] })).findings).toMatchObject([
      { kind: 'head-differs', revision: 2 },
    ]);
  });

  test.each<[string, string, unknown]>([
    [
      'an event in the middle',
      `DELETE FROM events WHERE position = 6`,
      [
        ['revision-missing', 'session-2', 2, '7'],
        ['position-missing', null, null, '7'],
      ],
    ],
    [
      'the first events of the record',
      `DELETE FROM events WHERE position < 3`,
      [
        ['revision-missing', 'session-1', 1, '3'],
        ['position-missing', null, null, '3'],
      ],
    ],
    [
      'a session from the middle',
      `DELETE FROM events WHERE stream = 'session-2'`,
      [['position-missing', null, null, '9']],
    ],
  ])('shows without any root or head that something is missing: %s', async (_, statement, findings) => {
    expect(await foundAfter(statement)).toEqual(findings);
  });

  test('shows a session that was taken away, or put back to an earlier state, by a root or by its head', async () => {
    const away = `DELETE FROM events WHERE stream = 'session-3'`;
    const back = 'DELETE FROM events WHERE position = 10';
    expect(await foundAfter(away)).toEqual([]);
    expect(await foundAfter(away, headsOf('session-3'))).toEqual([['cut-off', 'session-3', 1, null]]);
    expect(await foundAfter(back, headsOf('session-3'))).toEqual([['cut-off', 'session-3', 2, '9']]);
    for (const statement of [away, back]) {
      expect(await foundAfter(statement, rootsAt(5, 10))).toEqual([['log-shorter', null, null, null]]);
    }
  });

  test('says between which two roots a record was written anew', async () => {
    const [before, anew] = [sealedStore(), sealedStore()];
    const events = numberedFrom(0, 9);
    await appendEach(before, 'session-1', events);
    await appendEach(anew, 'session-1', events.with(5, numbered(5, 'other')));
    const roots = await Promise.all([9, 3, 5, 7].map((size) => rootOf(before, size)));
    const { findings } = await verifyStore(anew, { roots });
    expect(findings).toMatchObject([
      { kind: 'root-differs', size: 7, since: 5 },
      { kind: 'root-differs', size: 9, since: 5 },
    ]);
    expect(findings[0]?.en).toContain('first 7 events');
    expect(findings[0]?.fr).toContain('après les 5 premiers');
  });

  test.each<[string, string, unknown]>([
    ['what is not JSON', set(2, 'event', '"data":', '"data"'), ['not-json', 'session-2', 2, '6']],
    ['no event at all', `UPDATE events SET event = '{' WHERE position = 6`, ['revision-missing', 'session-2', 2, '7']],
    [
      'bytes that are no text',
      `UPDATE events SET event = CAST(x'ff' || event AS TEXT) WHERE position = 8`,
      ['not-json', 'session-2', 4, '8'],
    ],
    [
      'nothing where the last event of a stream was',
      `UPDATE events SET event = '' WHERE position = 8`,
      ['text-unreadable', null, null, '8'],
    ],
    ['the same in other bytes', set(4, 'event', ',"data"', ', "data"'), ['not-canonical', 'session-2', 4, '8']],
    [
      'an event of another stream',
      set(4, 'event', 'session-2', 'session-1'),
      ['revision-repeated', 'session-1', 4, '8'],
    ],
  ])('goes through a store that holds %s', async (_, statement, finding) => {
    expect(await foundAfter(statement)).toContainEqual(finding);
  });

  test('keeps a hundred findings, and counts the others', async () => {
    const store = sealedStore();
    for (let n = 0; n < 130; n++) await store.append(`session-${n}`, 'none', [numbered(n)]);
    const heads = Array.from({ length: 130 }, (_, n) => ({ stream: `session-${n}`, revision: 1, hash: 'x' }));
    const { findings, more } = await verifyStore(store, { heads });
    expect([findings.length, more]).toEqual([100, 30]);
  });
});

describe('the lifecycle of the sessions in a store', () => {
  test('is judged by the rules where that is asked for', () =>
    holds(
      fc.asyncProperty(recorded(), async ({ events }) => {
        const store = sealedStore();
        const own = events.map((event, n) => ({ ...event, id: numbered(n).id }));
        await store.append('session-1', 'none', own);
        await store.append(
          'access-code-BCDF23',
          'none',
          [numbered(900)].map((one) => ({ ...one, type: 'AccessCodeReserved' })),
        );
        expect((await verifyStore(store, { lifecycle: true })).findings).toEqual([]);
        const again = own.slice(0, 1).map((event) => ({ ...event, id: numbered(901).id }));
        await store.append('session-1', own.length, again);
        expect((await verifyStore(store)).findings).toEqual([]);
        expect((await verifyStore(store, { lifecycle: true })).findings[0]).toMatchObject({
          kind: 'rule-broken',
          stream: 'session-1',
          revision: own.length + 1,
        });
      }),
      { runs: 10 },
    ));

  test('is not judged where the store cannot read it, and that is said', async () => {
    const path = place();
    const store = sealed(openSqliteStore(path, { synchronous: 'normal' }));
    await store.append('session-1', 'none', [numbered(0)]);
    await store.close();
    changed(path, `UPDATE events SET event = replace(event, ',"data"', ', "data"')`);
    const { findings } = await verifyStore(opened(path), { lifecycle: true });
    expect(findings.map(({ kind }) => kind)).toEqual(['not-canonical', 'event-unreadable']);
  });
});
