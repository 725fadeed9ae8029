import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type CopyProgress, copyRecord } from '../../src/adapters/copy/copyRecord.ts';
import { encrypted } from '../../src/adapters/encrypted/encrypted.ts';
import { openKeyring } from '../../src/adapters/encrypted/openKeyring.ts';
import { openMemoryKeys } from '../../src/adapters/memory/keys.ts';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { rootOf } from '../../src/adapters/sealed/log.ts';
import { sealed } from '../../src/adapters/sealed/sealed.ts';
import { identityOf } from '../../src/adapters/testing/arbitraries/people.ts';
import { numbered, numberedFrom } from '../../src/adapters/testing/store/events.ts';
import { faults } from '../../src/adapters/testing/store/faults.ts';
import { StoreError } from '../../src/domain/store/errors.ts';
import type { EventStore } from '../../src/domain/store/port.ts';
import { through } from '../../src/domain/store/through.ts';
import { openRegister } from '../../src/index.ts';
import { MASTER } from '../encrypted/support/master.ts';
import { STORES, withStore } from '../stores/support/stores.ts';
import { issue, must, plan, say } from '../support/asked.ts';
import { holds, isWhole } from '../support/property.ts';
import { overtaken } from '../support/wrapped.ts';
import { records, textsOf, verifySeals, write } from './records.ts';

const PAIRS = STORES.flatMap((from) => STORES.map((to) => ({ from, to, title: `from ${from.kind} to ${to.kind}` })));

describe.each(PAIRS)('A record copied $title', ({ from, to }) => {
  test('is the same text by text and in the same order, with the same root, and its seals hold', () =>
    holds(
      fc.asyncProperty(records, (appends) =>
        withStore(from, (source) =>
          withStore(to, async (copy) => {
            await write(source, appends);
            const texts = await textsOf(source);
            const { seals, ...copied } = await copyRecord(source, copy, { verifySeals });
            const events = texts.length;
            const streams = new Set(appends.filter(([, data]) => data.length > 0).map(([stream]) => stream)).size;
            expect(copied).toEqual({ copied: events, passedOver: 0, events, streams });
            expect(await textsOf(copy)).toEqual(texts);
            expect(await rootOf(copy)).toEqual(await rootOf(source));
            expect(seals).toMatchObject({ findings: [], events, streams });
          }),
        ),
      ),
      { runs: 25 },
    ));

  test('is the same after it was cut off anywhere, however often, and copied again', () => {
    let cuts = 0;
    return holds(
      fc.asyncProperty(
        records,
        fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        (appends, when, isStored) =>
          withStore(from, (source) =>
            withStore(to, async (copy) => {
              await write(source, appends);
              for (const call of when) {
                const cut = cutOff(source, copy, call, isStored);
                cuts += await copyRecord(cut.source, cut.copy).then(
                  () => 0,
                  (thrown) => {
                    expect(thrown).toMatchObject({ code: 'store-unwritable' });
                    return 1;
                  },
                );
              }
              const there = (await textsOf(copy)).length;
              const { copied, passedOver, seals } = await copyRecord(source, copy, { verifySeals });
              const texts = await textsOf(source);
              expect([copied, passedOver]).toEqual([texts.length - there, there]);
              expect(await textsOf(copy)).toEqual(texts);
              expect(seals?.findings).toEqual([]);
            }),
          ),
      ),
      { runs: 25 },
    ).then(() => {
      if (isWhole) expect(cuts).toBeGreaterThan(10);
    });
  });
});

/** Two stores of which the connection is lost at some call, any of both, before or after an append is stored. */
function cutOff(source: EventStore, copy: EventStore, at: number, isStored: boolean) {
  let calls = 0;
  const isNow = () => calls++ === at;
  const now = <A extends readonly unknown[], T>(call: (...given: A) => Promise<T>) => {
    return async (...given: A): Promise<T> => {
      if (isNow()) throw new StoreError('store-unwritable', 'The store is out of reach');
      return call(...given);
    };
  };
  const reading = (store: EventStore): EventStore => {
    const { readTexts } = store;
    const texts = readTexts === undefined ? {} : { readTexts: now(readTexts.bind(store)) };
    return { ...through(store), readAll: now(store.readAll.bind(store)), ...texts };
  };
  const fails = isStored ? faults.failAfter : faults.failBefore;
  return { source: reading(source), copy: fails(reading(copy), isNow) };
}

describe('A copy', () => {
  const opened = async (appends: Parameters<typeof write>[1], isSealed = true) => {
    const store = openMemoryStore();
    await write(store, appends, isSealed);
    return store;
  };

  test('is not begun where something else stands, and says where: nothing is overwritten', () =>
    holds(
      fc.asyncProperty(records, records, async (appends, others) => {
        const [source, copy] = [await opened(appends), openMemoryStore()];
        await write(copy, others, true, 500);
        const [texts, before] = [await textsOf(source), await textsOf(copy)];
        // The events have other identities, so that any one that is there is another.
        if (before.length === 0) return;
        const first = JSON.parse(before[0] ?? '') as { stream: string; revision: number };
        await expect(copyRecord(source, copy)).rejects.toMatchObject({
          name: 'CopyError',
          code: texts.length === 0 ? 'copy-ahead' : 'copy-differs',
          stream: first.stream,
          revision: first.revision,
        });
        expect(await textsOf(copy)).toEqual(before);
      }),
      { runs: 60 },
    ));

  test('that went on by itself is refused, with the first event that the record does not have', () =>
    holds(
      fc.asyncProperty(records, records, fc.boolean(), async (appends, more, goesOn) => {
        const [source, copy] = [await opened(appends), openMemoryStore()];
        await copyRecord(source, copy);
        await write(copy, more, true, 500);
        if (goesOn) await write(source, [['session-c', [1]]], true, 900);
        const before = await textsOf(copy);
        const [further] = before.slice((await textsOf(source)).length - Number(goesOn));
        if (further === undefined) return;
        const { stream, revision } = JSON.parse(further) as { stream: string; revision: number };
        const code = goesOn ? 'copy-differs' : 'copy-ahead';
        await expect(copyRecord(source, copy)).rejects.toMatchObject({ code, stream, revision });
        expect(await textsOf(copy)).toEqual(before);
      }),
      { runs: 60 },
    ));

  test('takes what the record got since', () =>
    holds(
      fc.asyncProperty(records, records, async (appends, more) => {
        const [source, copy] = [await opened(appends), openMemoryStore()];
        const first = await copyRecord(source, copy);
        await write(source, more, true, 500);
        const second = await copyRecord(source, copy, { verifySeals });
        expect(second).toMatchObject({ passedOver: first.copied, seals: { findings: [] } });
        expect(await textsOf(copy)).toEqual(await textsOf(source));
      }),
      { runs: 60 },
    ));

  test('that two make at once is made once', () =>
    holds(
      fc.asyncProperty(records, fc.scheduler(), async (appends, scheduler) => {
        const [source, copy] = [await opened(appends), openMemoryStore()];
        const slowly = () => faults.slow(copy, () => scheduler.schedule(Promise.resolve()));
        const both = Promise.all([copyRecord(source, slowly()), copyRecord(source, slowly())]);
        await scheduler.waitFor(both);
        const made = await both;
        expect(await textsOf(copy)).toEqual(await textsOf(source));
        const events = (await textsOf(source)).length;
        for (const one of made) expect(one).toMatchObject({ events });
        expect(made.reduce((sum, { copied }) => sum + copied, 0)).toBe(events);
      }),
      { runs: 60 },
    ));

  test('passes over what an append that was given up has stored after all, and appends the rest', async () => {
    const source = await opened([['session-a', [1, 2, 3, 4]]]);
    const stored = await source.readStream('session-a');
    for (const late of [1, 3, 4]) {
      const copy = openMemoryStore();
      const meanwhile = overtaken(copy, async () => {
        if ((await copy.readAll()).length === 0) await copy.append('session-a', 'none', stored.slice(0, late));
      });
      expect(await copyRecord(source, meanwhile)).toMatchObject({ copied: 4 - late, passedOver: late, events: 4 });
      expect(await textsOf(copy)).toEqual(await textsOf(source));
    }
  });

  test('stops where somebody else writes into a stream while it is made', async () => {
    const source = await opened([['session-a', [1, 2]]]);
    const copy = openMemoryStore();
    const meanwhile = overtaken(copy, () => copy.append('session-a', 'any', [numbered(77)]));
    await expect(copyRecord(source, meanwhile)).rejects.toMatchObject({
      code: 'copy-differs',
      stream: 'session-a',
      revision: 1,
    });
    expect(await copy.readAll()).toHaveLength(1);
  });

  test('stops where a stream was cut meanwhile', async () => {
    const source = await opened([['session-a', [1, 2]]]);
    const copy: EventStore = {
      ...openMemoryStore(),
      append: async (stream, expected) => ({ kind: 'conflict', stream, expected, actual: 0 }),
    };
    await expect(copyRecord(source, copy)).rejects.toMatchObject({ stream: 'session-a', revision: 1 });
  });

  test('is compared in the end with what is stored, whatever was acknowledged', async () => {
    const source = await opened([['session-a', [1, 2]]]);
    const deaf: EventStore = {
      ...openMemoryStore(),
      append: async () => ({ kind: 'appended', events: [], revision: 2 }),
    };
    await expect(copyRecord(source, deaf)).rejects.toMatchObject({
      code: 'copy-differs',
      stream: 'session-a',
      revision: 1,
    });
    const copy = openMemoryStore();
    const further = overtaken(copy, () => copy.append('session-z', 'any', [numbered(78)]));
    await expect(copyRecord(source, further)).rejects.toMatchObject({ code: 'copy-differs' });
    const late = openMemoryStore();
    const wordy = {
      ...late,
      append: async (...given: Parameters<EventStore['append']>) => {
        const answer = await late.append(...given);
        await late.append('session-z', 'any', [numbered(79)]);
        return answer;
      },
    };
    await expect(copyRecord(source, wordy)).rejects.toMatchObject({
      code: 'copy-ahead',
      stream: 'session-z',
      revision: 1,
    });
  });

  test('of what no text says is damage', async () => {
    const source = await opened([['session-a', [1]]]);
    const copy = openMemoryStore();
    const added = {
      ...copy,
      readTexts: async () => [...((await copy.readTexts?.()) ?? []), { position: '9', text: '{}' }],
    };
    await expect(copyRecord(source, added)).rejects.toMatchObject({ code: 'store-damaged' });
  });

  test('of a store that hands out no texts is compared by its events', async () => {
    const { readTexts: _, ...source } = await opened([['session-a', [1, 2]]]);
    const { readTexts: __, ...copy } = openMemoryStore();
    expect(await copyRecord(source, copy)).toMatchObject({ copied: 2, events: 2, streams: 1, seals: null });
  });

  test('keeps every page in its place, takes together what one append may hold, and says how far it is', async () => {
    const source = openMemoryStore();
    await source.append('session-a', 'any', numberedFrom(0, 1_000));
    await source.append('session-a', 'any', numberedFrom(1_000, 1_000));
    await source.append('session-b', 'any', numberedFrom(2_000, 500));
    const large = (n: number) => numbered(n, { text: 'é'.repeat(100_000) });
    await source.append('session-b', 'any', [large(3_000), large(3_001), large(3_002)]);
    await source.append('session-b', 'any', [numbered(3_003, { text: 'é'.repeat(500_000) }), numbered(3_004)]);
    const copy = openMemoryStore();
    const sizes: number[] = [];
    const told: CopyProgress[] = [];
    const counting: EventStore = {
      ...copy,
      append: async (...given) => {
        sizes.push(given[2].length);
        return copy.append(...given);
      },
    };
    await copyRecord(source, counting, { onProgress: (progress) => told.push(progress) });
    expect(await textsOf(copy)).toEqual(await textsOf(source));
    // Two of 200,000 bytes go with what stands before them; one that is larger than half a MiB goes alone.
    expect(sizes).toEqual([1_000, 1_000, 501, 2, 1, 1]);
    expect(told.at(-1)).toEqual({ step: 'comparing', events: 2_505 });
    const counts = told.filter(({ step }) => step === 'copying').map(({ events }) => events);
    expect(counts).toEqual([1_000, 2_000, 2_501, 2_503, 2_504, 2_505]);
  });

  test('holds a page of a thousand events at a time, however long the record is', async () => {
    const source = openMemoryStore();
    for (let n = 0; n < 3; n++) await source.append('session-a', 'any', numberedFrom(n * 1_000, 1_000));
    const limits = new Set<number>();
    const watched = (store: EventStore): EventStore => ({
      ...store,
      readAll: async (range) => {
        limits.add(range?.limit ?? 0);
        return store.readAll(range);
      },
      readTexts: async (range) => {
        limits.add(range?.limit ?? 0);
        return (await store.readTexts?.(range)) ?? [];
      },
      readStream: () => Promise.reject(new Error('nobody asked for a whole stream')),
    });
    expect(await copyRecord(watched(source), watched(openMemoryStore()))).toMatchObject({ copied: 3_000 });
    expect([...limits]).toEqual([1_000]);
  });

  test('is given up at once, and throws why', async () => {
    const source = await opened([
      ['session-a', [1]],
      ['session-b', [1]],
    ]);
    const copy = openMemoryStore();
    const reason = new Error('enough');
    const given = new AbortController();
    const onProgress = () => given.abort(reason);
    await expect(copyRecord(source, copy, { signal: given.signal, onProgress })).rejects.toBe(reason);
    expect(await copy.readAll()).toHaveLength(1);
  });

  test('of an encrypted record needs no key, and is read with the keys of the record', async () => {
    const [source, copy] = [openMemoryStore(), openMemoryStore()];
    const keyring = await openKeyring(openMemoryKeys(), { current: MASTER });
    const register = openRegister(encrypted(sealed(source), keyring));
    await must(register.handle(plan('s')));
    await must(register.handle(issue('s')));
    await must(register.handle(say('s', 'RegisterCandidate', { identity: identityOf(0) })));
    const { seals } = await copyRecord(source, copy, { verifySeals });
    expect(seals?.findings).toEqual([]);
    expect((await textsOf(copy)).join('')).not.toContain(identityOf(0).surname);
    const there = openRegister(encrypted(sealed(copy), keyring));
    expect(await there.history('s')).toEqual(await register.history('s'));
  });

  test('of a record that was tampered with says so: it is copied as it is', async () => {
    const source = await opened([['session-a', [1, 2, 3]]]);
    const events = (await source.readStream('session-a')).map((event) =>
      event.revision === 2 ? { ...event, data: 'forged' } : event,
    );
    const forged = openMemoryStore();
    await forged.append('session-a', 'none', events);
    const { seals } = await copyRecord(forged, openMemoryStore(), { verifySeals });
    expect(seals?.findings).toMatchObject([{ stream: 'session-a', revision: 2 }]);
  });
});
