import assert from 'node:assert/strict';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { encrypted } from '../../src/adapters/encrypted/encrypted.ts';
import type { Keyring } from '../../src/adapters/encrypted/keyring.ts';
import type { MasterKeys } from '../../src/adapters/encrypted/masters.ts';
import { openKeyring } from '../../src/adapters/encrypted/openKeyring.ts';
import { rotateMasterKey } from '../../src/adapters/encrypted/rotate.ts';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { newEvent } from '../../src/adapters/testing/store/newEvent.ts';
import type { Person } from '../../src/domain/privacy/person.ts';
import { hex } from '../../src/domain/seal/digest.ts';
import type { KeyTable } from '../../src/domain/store/keys.ts';
import { ERASED } from '../../src/domain/values/personal.ts';
import { holds } from '../support/property.ts';
import { keyFaultOf } from './support/faults.ts';
import { MASTER, masterKey } from './support/master.ts';
import { TABLES } from './support/tables.ts';

const NEXT = masterKey('master-2', 2);

const STREAMS = ['session-1', 'session-2', 'session-3'];

/** All keys of some streams, as bytes. */
async function keysIn(table: KeyTable, masters: MasterKeys, streams = STREAMS): Promise<Record<string, string>> {
  const keyring = await openKeyring(table, masters);
  const keys: Record<string, string> = {};
  for (const stream of streams) {
    for (const [person, key] of await keyring.keysOf(stream)) {
      keys[`${stream} ${person}`] = hex(key.export());
    }
  }
  await keyring.close();
  return keys;
}

/** Makes so many keys. */
async function makeKeys(table: KeyTable, masters: MasterKeys, count: number, first = 1): Promise<void> {
  const keyring = await openKeyring(table, masters);
  for (let n = first; n < first + count; n++) {
    await keyring.keyFor(STREAMS[n % STREAMS.length] ?? '', `candidate-${n}`);
  }
  await keyring.close();
}

const said = (text: string) => newEvent({ type: 'CommentAdded', data: { candidate: 1, text } });

const erasedComment = { candidate: 1, text: ERASED };

/** A table that can be rewrapped so often, and no more. */
const breaking = (table: KeyTable, after: number): KeyTable => {
  let left = after;
  return {
    ...table,
    async rewrap(...given) {
      if (left-- === 0) throw new Error('broken off');
      return table.rewrap(...given);
    },
  };
};

describe.each(TABLES)('the keys of a table in $kind', ({ make }) => {
  test('are 32 bytes, each another, and the same for everybody at every time', async () => {
    const open = make();
    const [one, other] = [
      await openKeyring(open(), { current: MASTER }),
      await openKeyring(open(), { current: MASTER }),
    ];
    const asked = await Promise.all(
      [one, other, one, other].map((keyring) => keyring.keyFor('session-1', 'candidate-100')),
    );
    expect(new Set(asked.map((key) => key && hex(key.export()))).size).toBe(1);
    await makeKeys(open(), { current: MASTER }, 20);
    const all = await keysIn(open(), { current: MASTER });
    expect(new Set(Object.values(all)).size).toBe(21);
    expect(new Set(Object.values(all).map(({ length }) => length))).toEqual(new Set([64]));
    await one.close();
    await other.close();
  });

  test('once destroyed are gone for everybody at once, whoever had them at hand, and are never made again', async () => {
    const open = make();
    const [one, other] = [
      await openKeyring(open(), { current: MASTER }),
      await openKeyring(open(), { current: MASTER }, { askAgainMs: 0 }),
    ];
    const persons: readonly Person[] = ['candidate-1', 'candidate-2'];
    for (const person of persons) {
      const [ours, theirs] = [await one.keyFor('session-1', person), await other.keyFor('session-1', person)];
      expect(ours?.export()).toEqual((theirs ?? assert.fail('no key')).export());
    }
    await one.destroy('session-1', 'candidate-1');
    for (const keyring of [one, other]) {
      expect([...(await keyring.keysOf('session-1')).keys()]).toEqual(['candidate-2']);
      const destroyed = await keyring.destroyedOf('session-1');
      expect(persons.map((person) => destroyed.has(person))).toEqual([true, false]);
      expect(await keyring.keyFor('session-1', 'candidate-1')).toBeNull();
      await keyring.destroy('session-1', 'candidate-1');
    }
    await one.close();
    await other.close();
  });

  test('that a writer has at hand lock what nobody opens, once they are destroyed elsewhere', async () => {
    const [open, log] = [make(), openMemoryStore()];
    const writer = encrypted(log, await openKeyring(open(), { current: MASTER }, { askAgainMs: 3_600_000 }));
    const elsewhere = encrypted(log, await openKeyring(open(), { current: MASTER }));
    await writer.append('session-1', 0, [said('Absente')]);
    await elsewhere.erase?.('session-1', 'candidate-1');
    expect(await writer.append('session-1', 1, [said('Revenue')])).toMatchObject({ kind: 'appended' });
    for (const store of [writer, elsewhere]) {
      const events = await store.readStream('session-1');
      expect(events.map(({ data }) => data)).toEqual([erasedComment, erasedComment]);
      const refused = await keyFaultOf(() => store.append('session-1', 2, [said('Partie')]));
      expect(refused).toMatchObject({ code: 'person-erased' });
    }
    await writer.close();
    await elsewhere.close();
  });

  test('that were asked for before they were destroyed, and come after, are not kept at hand', async () => {
    const [open, log] = [make(), openMemoryStore()];
    const store = encrypted(log, await openKeyring(open(), { current: MASTER }));
    await store.append('session-1', 0, [said('Absente')]);
    const table = open();
    const slow: KeyTable = {
      ...table,
      async ofPerson(...place) {
        const kept = await table.ofPerson(...place);
        if (kept?.wrapped) await keyring.destroy(...place);
        return kept;
      },
    };
    const keyring: Keyring = await openKeyring(slow, { current: MASTER });
    expect(await keyring.keyFor('session-1', 'candidate-1')).not.toBeNull();
    expect(await keyring.keyFor('session-1', 'candidate-1')).toBeNull();
    await keyring.close();
    await store.close();
  });

  test.each([-1, Number.NaN, '1'])('are not kept at hand for %j milliseconds: that is no time', async (askAgainMs) => {
    const table = make()();
    const opening = openKeyring(table, { current: MASTER }, { askAgainMs: askAgainMs as number });
    await expect(opening).rejects.toMatchObject({ code: 'range-invalid' });
    await table.close();
  });

  test('wrapped for one person open for no other', async () => {
    const open = make();
    await makeKeys(open(), { current: MASTER }, 1);
    const table = open();
    const [kept] = await table.page(null, 1);
    if (kept === undefined) throw new Error('no key');
    await table.add({ ...kept, person: 'candidate-7' });
    expect(await keyFaultOf(() => keysIn(table, { current: MASTER }))).toMatchObject({
      code: 'key-damaged',
      message: expect.stringMatching(new RegExp(`candidate-7 of stream ${kept.stream}`)),
    });
  });
});

/** All that can be told of a table from outside. */
const contents = async (table: KeyTable) => [
  await table.page(null, 1_000),
  await Promise.all(STREAMS.map((stream) => table.ofStream(stream))),
  await Promise.all(['master-1', 'master-2'].map((id) => table.note(`master ${id}`))),
];

const SIZE = Uint8Array.of(1);

describe.each(TABLES)('master keys on a table in $kind', ({ make }) => {
  test.each<[string, MasterKeys, string]>([
    ['another one of the same name', { current: masterKey('master-1', 9) }, 'master-key-wrong'],
    ['another one among those from before', { current: NEXT, others: [masterKey('master-1', 9)] }, 'master-key-wrong'],
    ['none of those that wrap its keys', { current: NEXT }, 'master-key-missing'],
    ['one that is too short', { current: { id: 'master-1', bytes: SIZE } }, 'master-key-size'],
    ['one that is a text', { current: { id: 'master-1', bytes: 'x'.repeat(32) as never } }, 'master-key-size'],
    ['one without a name', { current: { ...MASTER, id: '' } }, 'master-key-name'],
    ['two of the same name', { current: MASTER, others: [masterKey('master-1', 9)] }, 'master-key-name'],
  ])('are refused where they are %s, and the table stays as it was', async (_, masters, code) => {
    const open = make();
    await makeKeys(open(), { current: MASTER }, 5);
    const table = open();
    const before = await contents(table);
    expect((await keyFaultOf(() => openKeyring(table, masters))).code).toBe(code);
    expect((await keyFaultOf(() => rotateMasterKey(table, masters))).code).toBe(code);
    expect(await contents(table)).toEqual(before);
    await table.close();
  });

  test('that are refused are never quoted', async () => {
    const open = make();
    await makeKeys(open(), { current: MASTER }, 1);
    const { message } = await keyFaultOf(() => openKeyring(open(), { current: masterKey('master-1', 0x41) }));
    expect(message).toContain('master-1');
    expect(message).not.toMatch(/AAAA|4141|65,65/);
  });
});

describe.each(TABLES)('wrapping all keys anew in $kind', ({ kind, make }) => {
  test('changes no key, needs the old master key no more, and may be broken off anywhere', async () => {
    await holds(
      fc.asyncProperty(fc.integer({ min: 0, max: 12 }), fc.nat(14), fc.nat(4), async (count, breaks, destroyed) => {
        const open = make();
        await makeKeys(open(), { current: MASTER }, count);
        const table = open();
        for (let n = 1; n <= Math.min(destroyed, count); n++) {
          await table.destroy(STREAMS[n % STREAMS.length] ?? '', `candidate-${n}`);
        }
        const before = await keysIn(open(), { current: MASTER });
        const both: MasterKeys = { current: NEXT, others: [MASTER] };

        const first = await rotateMasterKey(breaking(table, breaks), both).catch(() => null);
        // Half way, whoever has both reads everything, and writes with the new one.
        expect(await keysIn(open(), both)).toEqual(before);
        const second = await rotateMasterKey(table, both);
        const live = Object.keys(before).length;
        expect(second).toBe(first === null ? live - breaks : 0);
        expect(await rotateMasterKey(table, both)).toBe(0);

        expect(await keysIn(open(), { current: NEXT })).toEqual(before);
        const wrapping = (await table.page(null, 100)).map(({ master }) => master);
        expect(wrapping).toEqual(wrapping.map(() => NEXT.id));
        if (live > 0) {
          expect((await keyFaultOf(() => openKeyring(table, { current: MASTER }))).code).toBe('master-key-missing');
        }
        await table.close();
      }),
      { runs: kind === 'memory' ? 60 : 5 },
    );
  });

  test('takes along what others write and destroy meanwhile', async () => {
    const open = make();
    await makeKeys(open(), { current: MASTER }, 6);
    const table = open();
    const late = await openKeyring(open(), { current: MASTER });
    let turn = 0;
    const busy: KeyTable = {
      ...table,
      async rewrap(before, after) {
        turn++;
        // One who still has the old master key only, writes behind and before what is being done; another erases.
        if (turn === 3) await late.keyFor('session-0', 'candidate-1');
        if (turn === 4) await late.keyFor('session-9', 'candidate-1');
        if (turn === 5) await table.destroy(before.stream, before.person);
        await table.rewrap(before, after);
      },
    };
    await rotateMasterKey(busy, { current: NEXT, others: [MASTER] });
    const streams = [...STREAMS, 'session-0', 'session-9'];
    expect(Object.keys(await keysIn(open(), { current: NEXT }, streams))).toHaveLength(7);
    await late.close();
    await table.close();
  });
});

describe('a table of keys that belongs to another record', () => {
  const said = newEvent({ type: 'CommentAdded', data: { candidate: 1, text: 'Absente' } });

  test.each(TABLES)('is found out by the first event that it ought to open: $kind', async ({ make }) => {
    const [log, own, foreign] = [openMemoryStore(), make(), make()];
    const store = encrypted(log, await openKeyring(own(), { current: MASTER }));
    await store.append('session-1', 0, [newEvent(), said]);

    const elsewhere = encrypted(log, await openKeyring(foreign(), { current: MASTER }));
    expect(await keyFaultOf(() => elsewhere.readStream('session-1'))).toMatchObject({
      code: 'key-unknown',
      message: expect.stringMatching(/session-1, revision 2: .* candidate-1/),
    });
    const keyring = await openKeyring(foreign(), { current: MASTER });
    await keyring.keyFor('session-1', 'candidate-1');
    expect(await keyFaultOf(() => elsewhere.readAll())).toMatchObject({
      code: 'key-does-not-open',
      message: expect.stringMatching(/session-1, revision 2: .* candidate-1/),
    });
    // Whoever knows that the keys are lost says so, and reads on.
    await keyring.destroy('session-1', 'candidate-1');
    expect(await elsewhere.readStream('session-1')).toMatchObject([{}, { data: { text: { erased: true } } }]);
    await keyring.close();
    await store.close();
  });
});
