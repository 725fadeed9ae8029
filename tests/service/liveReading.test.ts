import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import type { EventStore } from '../../src/domain/store/port.ts';
import { openRegister } from '../../src/service/register.ts';
import { comment, must, running, say } from '../support/asked.ts';
import { followed, past, settled } from './followed.ts';

describe('a session that is followed', () => {
  test('goes on with what it knew where the record cannot be read, says so, and reads on at the next change', async () => {
    const memory = openMemoryStore();
    let isBroken = false;
    let isReached = Promise.resolve();
    const store: EventStore = {
      ...memory,
      readStream: async (...given) => {
        if (isBroken) {
          await isReached;
          throw new Error('out of reach');
        }
        return memory.readStream(...given);
      },
    };
    const { register: inUse, clock } = await running(store, 's', 1);
    const { live, heard, seen, faults } = await followed(inUse, clock);
    const silent = await inUse.live('s');
    await settled();
    const there = openRegister(memory, { clock });
    isBroken = true;
    await must(there.handle(comment('s', 'Illisible ici')));
    await settled();
    expect(faults).toEqual([new Error('out of reach')]);
    clock.goTo(past(100));
    expect(heard).toHaveLength(1);
    isBroken = false;
    await must(there.handle(comment('s', 'De nouveau')));
    await settled();
    expect(seen.at(-1)).toEqual(await there.session('s'));
    expect(silent.session()).toEqual(seen.at(-1));
    isBroken = true;
    const { promise, resolve } = Promise.withResolvers<void>();
    isReached = promise;
    await must(there.handle(comment('s', 'Encore')));
    await settled();
    live.stop();
    resolve();
    await settled();
    expect(faults).toHaveLength(1);
    silent.stop();
  });

  test('says nothing of what it was still reading when it was stopped', async () => {
    const memory = openMemoryStore();
    const { promise, resolve } = Promise.withResolvers<void>();
    let isHeldUp = false;
    const store: EventStore = {
      ...memory,
      readStream: async (...given) => {
        if (isHeldUp) await promise;
        return memory.readStream(...given);
      },
    };
    const { register: there, clock } = await running(memory, 's', 1);
    const { live, heard, seen } = await followed(openRegister(store, { clock }), clock);
    await settled();
    isHeldUp = true;
    await must(there.handle(comment('s', 'Noté')));
    await settled();
    live.stop();
    resolve();
    await settled();
    expect([heard, seen]).toEqual([[], []]);
  });

  test('misses nothing that was recorded while it began', async () => {
    const memory = openMemoryStore();
    const { register: there, clock } = await running(memory, 's', 1);
    let isFirst = true;
    const store: EventStore = {
      ...memory,
      readStream: async (...given) => {
        const events = await memory.readStream(...given);
        if (isFirst) await must(there.handle(say('s', 'GrantAllowance', { seconds: 600, cause: 'other' })));
        isFirst = false;
        return events;
      },
    };
    const { live, heard } = await followed(openRegister(store, { clock }), clock);
    await settled();
    expect(live.session()).toEqual(await there.session('s'));
    clock.goTo(past(120));
    expect(heard.map(([now]) => now)).toEqual([110, 115]);
    live.stop();
  });

  test('hands out what is the listener’s own', async () => {
    const { register: inUse, clock } = await running(openMemoryStore(), 's', 1);
    const { live, seen } = await followed(inUse, clock);
    await must(inUse.handle(comment('s', 'Noté')));
    await settled();
    const before = structuredClone(live.session());
    for (const session of [live.session(), ...seen]) {
      session.state.policy.noticeSeconds = 0;
      session.state.candidates.pop();
    }
    expect(live.session()).toEqual(before);
    expect(await inUse.session('s')).toEqual(before);
    live.stop();
  });
});
