import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openMemoryKeys } from '../../src/adapters/memory/keys.ts';
import { openSqliteKeys } from '../../src/adapters/sqlite/keys/keys.ts';
import type { Person } from '../../src/domain/privacy/person.ts';
import type { KeptKey, KeyTable } from '../../src/domain/store/keys.ts';
import { codeOf } from '../stores/support/faults.ts';
import { holds } from '../support/property.ts';
import { TABLES } from './support/tables.ts';

const streams = fc.constantFrom('session-1', 'session-10', 'séance · 3', 'a\0b', '');
const persons = fc.constantFrom<Person>('candidate-1', 'candidate-10', 'examiner-lefevre', 'examiner-é', 'session');
const wrappings = fc.constantFrom(...Array.from('AbC-_9').map((letter) => letter.repeat(80)));
const keys = fc.record({ stream: streams, person: persons, master: fc.constantFrom('m1', 'm2'), wrapped: wrappings });

const calls = fc.oneof(
  { weight: 6, arbitrary: fc.record({ call: fc.constant('add' as const), key: keys }) },
  { weight: 4, arbitrary: fc.record({ call: fc.constant('rewrap' as const), key: keys, after: keys }) },
  { weight: 2, arbitrary: fc.record({ call: fc.constant('destroy' as const), key: keys }) },
  { weight: 2, arbitrary: fc.record({ call: fc.constant('ofStream' as const), key: keys }) },
  { weight: 2, arbitrary: fc.record({ call: fc.constant('ofPerson' as const), key: keys }) },
  { weight: 1, arbitrary: fc.record({ call: fc.constant('pages' as const), limit: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 2, arbitrary: fc.record({ call: fc.constant('note' as const), name: fc.constantFrom('a', 'b') }) },
  {
    weight: 1,
    arbitrary: fc.record({ call: fc.constant('addNote' as const), name: fc.constantFrom('a', 'b'), text: wrappings }),
  },
);

type Call = typeof calls extends fc.Arbitrary<infer C> ? C : never;

const byPlace = (one: KeptKey, other: KeptKey): number =>
  JSON.stringify([one.stream, one.person]) < JSON.stringify([other.stream, other.person]) ? -1 : 1;

/** All pages, one after the other. */
async function pages(table: KeyTable, limit: number): Promise<KeptKey[]> {
  const all: KeptKey[] = [];
  for (let last: KeptKey | null = null; ; ) {
    const page: readonly KeptKey[] = await table.page(last, limit);
    expect(page.length).toBeLessThanOrEqual(limit);
    all.push(...page);
    last = page.at(-1) ?? null;
    if (last === null) return all;
  }
}

async function answerOf(table: KeyTable, one: Call): Promise<unknown> {
  switch (one.call) {
    case 'add':
      return table.add(one.key);
    case 'rewrap':
      return table.rewrap(one.key, one.after);
    case 'destroy':
      return table.destroy(one.key.stream, one.key.person);
    case 'ofStream':
      return (await table.ofStream(one.key.stream)).toSorted(byPlace);
    case 'ofPerson':
      return table.ofPerson(one.key.stream, one.key.person);
    case 'pages':
      return (await pages(table, one.limit)).toSorted(byPlace);
    case 'note':
      return table.note(one.name);
    case 'addNote':
      return table.addNote(one.name, one.text);
  }
}

/** The table that every other has to behave like: a list, in which everything is looked for. */
class ReferenceTable {
  private kept: readonly KeptKey[] = [];
  private readonly notes = new Map<string, string>();

  answer(one: Call): unknown {
    switch (one.call) {
      case 'add':
        return this.standing(one.key) ?? this.put(one.key);
      case 'rewrap':
        if (this.standing(one.key)?.wrapped === one.key.wrapped) {
          this.put({ ...one.key, master: one.after.master, wrapped: one.after.wrapped });
        }
        return undefined;
      case 'destroy':
        this.put({ ...one.key, master: '', wrapped: null });
        return undefined;
      case 'ofStream':
        return this.kept.filter(({ stream }) => stream === one.key.stream).toSorted(byPlace);
      case 'ofPerson':
        return this.standing(one.key) ?? null;
      case 'pages':
        return this.kept.filter(({ wrapped }) => wrapped !== null).toSorted(byPlace);
      case 'note':
        return this.notes.get(one.name) ?? null;
      case 'addNote':
        if (!this.notes.has(one.name)) this.notes.set(one.name, one.text);
        return this.notes.get(one.name);
    }
  }

  private standing(of: KeptKey): KeptKey | undefined {
    return this.kept.find(({ stream, person }) => stream === of.stream && person === of.person);
  }

  private put(key: KeptKey): KeptKey {
    this.kept = [...this.kept.filter((one) => one !== this.standing(key)), key];
    return key;
  }
}

describe.each(TABLES)('a table of keys in $kind', ({ kind, make }) => {
  test('answers every call as a list would in which everything is looked for', async () => {
    await holds(
      fc.asyncProperty(fc.array(calls, { maxLength: 30, size: 'max' }), async (sequence) => {
        const open = make();
        const [reference, tables] = [new ReferenceTable(), [open(), open()]];
        try {
          for (const [index, one] of sequence.entries()) {
            const table = tables[index % tables.length];
            if (table !== undefined) expect(await answerOf(table, one)).toEqual(reference.answer(one));
          }
        } finally {
          for (const table of tables) await table.close();
        }
      }),
      { runs: kind === 'memory' ? 200 : 25 },
    );
  });

  test('hands its pages out in an order that stays', async () => {
    const table = make()();
    const places = fc.sample(keys, { numRuns: 60, seed: 3 });
    for (const key of places) await table.add(key);
    const all = await pages(table, 1_000);
    expect(all.length).toBeGreaterThan(10);
    expect(await pages(table, 3)).toEqual(all);
    await table.close();
  });

  test.each<[string, (table: KeyTable) => Promise<unknown>]>([
    ['a stream that is no text', (table) => table.ofStream('\ud800')],
    ['a person of whom nobody heard', (table) => table.destroy('session-1', 'pupil-1' as Person)],
    ['a person that is no text', (table) => table.destroy('session-1', 1 as never)],
    ['a note that is no text', (table) => table.addNote('a', 1 as never)],
    ['a note with half of a surrogate pair', (table) => table.addNote('a', '\ud800')],
    ['a name of a master key that is no text', (table) => table.add({ ...KEY, master: 1 as never })],
    ['a person with half of a surrogate pair', (table) => table.destroy('session-1', 'examiner-\ud800')],
    ['the key of nobody', (table) => table.ofPerson('session-1', 'pupil-1' as Person)],
    ['a page of nothing', (table) => table.page(null, 0)],
    ['a page of everything', (table) => table.page(null, 1e9)],
    ['a note without a name', (table) => table.note('')],
    ['a note that is too long', (table) => table.addNote('a', 'x'.repeat(1_001))],
    ['a key that is destroyed already', (table) => table.add({ ...KEY, wrapped: null })],
    ['a key of another length', (table) => table.add({ ...KEY, wrapped: 'A'.repeat(79) })],
    ['a key that is not base64url', (table) => table.add({ ...KEY, wrapped: '.'.repeat(80) })],
    ['a key of a master key without a name', (table) => table.add({ ...KEY, master: '' })],
    ['a key wrapped anew by nothing', (table) => table.rewrap(KEY, { ...KEY, wrapped: null })],
  ])('refuses %s, and keeps what it has', async (_, call) => {
    const table = make()();
    await table.add(KEY);
    expect(await codeOf(() => call(table))).toBe('range-invalid');
    expect(await table.page(null, 10)).toEqual([KEY]);
    await table.close();
  });

  test('shares nothing that it hands out', async () => {
    const table = make()();
    const handed = [await table.add(KEY), ...(await table.ofStream('session-1')), ...(await table.page(null, 1))];
    for (const key of handed) Object.assign(key, { wrapped: null });
    expect(await table.ofStream('session-1')).toEqual([KEY]);
    await table.close();
  });
});

const KEY: KeptKey = { stream: 'session-1', person: 'candidate-1', master: 'm1', wrapped: 'A'.repeat(80) };

describe('a closed table of keys', () => {
  test.each(['memory', 'SQLite'])('in %s fails every call', async (kind) => {
    const table = kind === 'memory' ? openMemoryKeys() : openSqliteKeys(':memory:');
    await table.close();
    await table.close();
    const late: readonly (() => Promise<unknown>)[] = [
      () => table.ofStream('session-1'),
      () => table.ofPerson('session-1', 'session'),
      () => table.add(KEY),
      () => table.rewrap(KEY, KEY),
      () => table.destroy('session-1', 'session'),
      () => table.page(null, 1),
      () => table.note('a'),
      () => table.addNote('a', 'b'),
    ];
    for (const call of late) expect(await codeOf(call)).toBe('store-closed');
  });
});
