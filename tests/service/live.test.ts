import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { manualClock } from '../../src/adapters/cli/demo/clock.ts';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import type { Notice } from '../../src/domain/notices.ts';
import { openRegister } from '../../src/service/register.ts';
import { STORES, withStore } from '../stores/support/stores.ts';
import { comment, HALF_PAST_EIGHT, MINUTE, must, running, say } from '../support/asked.ts';
import { followed, inMinutes, past, settled } from './followed.ts';

const briefly = ({ kind, at, candidates }: Notice) => [kind, inMinutes(at), candidates];

describe.each(STORES)('a session that is followed on a $kind store', (kind) => {
  test('tells that the time is nearly over, and over, exactly when it is, for each with their own extra time', async () => {
    await withStore(kind, async (store) => {
      const { register: inUse, clock } = await running(store, 's', 3);
      await must(inUse.handle(say('s', 'GrantExtraTime', { candidate: 2, extraTime: '1/3' })));
      const { live, heard } = await followed(inUse, clock);
      expect(live.missed).toEqual([]);
      for (let minute = 0; minute <= 200; minute += 0.5) clock.goTo(past(minute));
      expect(heard).toEqual([
        [100, 'timeNearlyOver', 100, [1, 3], 300],
        [105, 'timeOver', 105, [1, 3], 0],
        [135, 'timeNearlyOver', 135, [2], 300],
        [140, 'timeOver', 140, [2], 0],
      ]);
      expect(live.deadlines().map(({ remainingSeconds }) => remainingSeconds)).toEqual([0, 0, 0]);
      // « La clôture du test ne se fait pas automatiquement »
      expect((await inUse.session('s')).lifecycle).toBe('running');
      expect(live.session().lifecycle).toBe('running');
      live.stop();
    });
  });

  test('tells later where time is given back, nothing to whom has the end screen, and nothing once it is closed', async () => {
    await withStore(kind, async (store) => {
      const { register: inUse, clock } = await running(store, 's', 3);
      const { live, heard, seen } = await followed(inUse, clock);
      clock.goTo(past(50));
      await must(inUse.handle(say('s', 'GrantAllowance', { candidates: [1, 2], seconds: 600, cause: 'fireAlarm' })));
      await settled();
      clock.goTo(past(90));
      await must(inUse.handle(say('s', 'RecordEndScreen', { candidate: 3 })));
      await must(inUse.handle(say('s', 'RecordEndScreen', { candidate: 1 })));
      await settled();
      clock.goTo(past(112));
      expect(heard).toEqual([[110, 'timeNearlyOver', 110, [2], 300]]);
      expect(seen.at(-1)).toEqual(await inUse.session('s'));
      await must(inUse.handle(say('s', 'CloseSession', {})));
      await settled();
      clock.goTo(past(300));
      expect(heard).toHaveLength(1);
      live.stop();
    });
  });

  test('is followed from the middle: what was due before is missed, the rest comes in its time', async () => {
    await withStore(kind, async (store) => {
      const { register: inUse } = await running(store, 's', 2);
      await must(inUse.handle(say('s', 'GrantExtraTime', { candidate: 2, extraTime: '1/2' })));
      // The machine of the host was started again at 10:12, between the two notices of the first candidate.
      const clock = manualClock(past(102));
      const { live, heard } = await followed(openRegister(store, { clock }), clock);
      expect(live.missed.map(briefly)).toEqual([['timeNearlyOver', 100, [1]]]);
      clock.goTo(past(400));
      expect(heard.map(([now, what, , who]) => [now, what, who])).toEqual([
        [105, 'timeOver', [1]],
        [152.5, 'timeNearlyOver', [2]],
        [157.5, 'timeOver', [2]],
      ]);
      live.stop();
    });
  });

  test('hears what another register recorded', async () => {
    await withStore(kind, async (store) => {
      const { register: inUse, clock } = await running(store, 's', 1);
      const { live, heard, seen } = await followed(inUse, clock);
      const there = openRegister(store, { clock });
      clock.goTo(past(10));
      await must(there.handle(say('s', 'GrantAllowance', { seconds: 1200, cause: 'other' })));
      await settled();
      expect(seen.map(({ state }) => state.allowances)).toMatchObject([[{ seconds: 1200 }]]);
      expect(live.session()).toEqual(await there.session('s'));
      expect(live.deadlines()).toMatchObject([{ allowanceSeconds: 1200, remainingSeconds: 115 * 60 }]);
      clock.goTo(past(130));
      expect(heard.map(([now]) => now)).toEqual([120, 125]);
      live.stop();
    });
  });

  test('says nothing more once it is stopped, or the register is closed', async () => {
    await withStore(kind, async (store) => {
      const { register: inUse, clock } = await running(store, 's', 1);
      const one = await followed(inUse, clock);
      const other = await followed(inUse, clock);
      one.live.stop();
      one.live.stop();
      await must(inUse.handle(comment('s', 'Noté')));
      await settled();
      clock.goTo(past(101));
      expect([one.heard.length, one.seen.length]).toEqual([0, 0]);
      expect([other.heard.length, other.seen.length]).toEqual([1, 1]);
      await inUse.close();
      clock.goTo(past(120));
      expect(other.heard).toHaveLength(1);
    });
  });
});

describe('a session that is followed', () => {
  test('before its start tells nothing until the code is given', async () => {
    const { register: inUse, clock } = await running(openMemoryStore(), 'other', 1);
    const { live, heard } = await followed(inUse, clock, 'unknown');
    expect(live.missed).toEqual([]);
    expect(live.session().lifecycle).toBe('unplanned');
    expect(live.deadlines()).toEqual([]);
    clock.goTo(past(300));
    expect(heard).toEqual([]);
    live.stop();
  });

  test('is not told again what it was told, but is told of another hour', async () => {
    const { register: inUse, clock } = await running(openMemoryStore(), 's', 2);
    const { live, heard } = await followed(inUse, clock);
    clock.goTo(past(101));
    await must(inUse.handle(comment('s', 'Rien ne change')));
    await settled();
    clock.goTo(past(102));
    await must(inUse.handle(say('s', 'GrantAllowance', { candidates: [2], seconds: 300, cause: 'other' })));
    await settled();
    clock.goTo(past(200));
    expect(heard).toEqual([
      [100, 'timeNearlyOver', 100, [1, 2], 300],
      [105, 'timeOver', 105, [1], 0],
      [105, 'timeNearlyOver', 105, [2], 300],
      [110, 'timeOver', 110, [2], 0],
    ]);
    live.stop();
  });

  test('is told at once of an hour that a correction moved into the past', async () => {
    const { register: inUse, clock } = await running(openMemoryStore(), 's', 1);
    const { live, heard } = await followed(inUse, clock);
    clock.goTo(past(90));
    const startedAt = new Date(past(-12)).toISOString();
    await must(inUse.handle(say('s', 'CorrectStart', { startedAt, reason: 'Montre en retard' })));
    await settled();
    expect(heard).toEqual([[90, 'timeNearlyOver', 88, [1], 300]]);
    clock.goTo(past(200));
    expect(heard.slice(1)).toEqual([[93, 'timeOver', 93, [1], 0]]);
    live.stop();
  });

  test('rings in time after a wait longer than timers can count', async () => {
    const longest: number[] = [];
    const store = openMemoryStore();
    const { register: inUse } = await running(store, 's', 1);
    await must(inUse.handle(say('s', 'GrantAllowance', { seconds: 40_000, cause: 'other' })));
    for (let n = 0; n < 3; n++)
      await must(inUse.handle(say('s', 'GrantAllowance', { seconds: 86_400, cause: 'other' })));
    const clock = manualClock(HALF_PAST_EIGHT);
    const listening = {
      ...clock,
      setTimeout: (callback: () => void, ms: number) => {
        longest.push(ms);
        return clock.setTimeout(callback, ms);
      },
    };
    const { live, heard } = await followed(openRegister(store, { clock: listening }), clock);
    clock.goTo(past(60 * 24 * 10));
    expect(Math.max(...longest)).toBeLessThanOrEqual(86_400_000);
    const due = 105 + (40_000 + 3 * 86_400) / 60;
    expect(heard.map(([now]) => now)).toEqual([due - 5, due]);
    live.stop();
  });

  test('tells a notice once or says that it was missed, even where the clock goes on between two looks', async () => {
    const store = openMemoryStore();
    await running(store, 's', 1);
    const clock = manualClock(past(100) - 1);
    const hasty = {
      ...clock,
      now: () => {
        clock.goTo(clock.now() + 1);
        return clock.now();
      },
    };
    const { live, heard } = await followed(openRegister(store, { clock: hasty }), clock);
    clock.goTo(past(102));
    expect(heard.length + live.missed.length).toBe(1);
    live.stop();
  });
});

describe('on the machine’s own clock', () => {
  beforeEach(() => void vi.useFakeTimers({ now: past(104), toFake: ['setTimeout', 'clearTimeout', 'Date'] }));
  afterEach(() => void vi.useRealTimers());

  test('a session that is followed tells in time, and stops', async () => {
    const store = openMemoryStore();
    await running(store, 's', 1);
    const inUse = openRegister(store);
    const heard: string[] = [];
    const live = await inUse.live('s', { onNotice: ({ kind }) => void heard.push(kind) });
    const stopped = await inUse.live('s', { onNotice: ({ kind }) => void heard.push(`stopped: ${kind}`) });
    stopped.stop();
    await vi.advanceTimersByTimeAsync(MINUTE - 1);
    expect(heard).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);
    expect(heard).toEqual(['timeOver']);
    expect(await inUse.deadlines('s')).toMatchObject([{ candidate: 1, remainingSeconds: 0 }]);
    live.stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});
