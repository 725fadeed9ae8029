import fc from 'fast-check';
import { readings } from '../likeTheLog.ts';
import { isLinearizable } from '../linear.ts';
import { interleave, schedules, type Turn } from '../schedule.ts';
import type { Bench, Stage } from '../stage.ts';
import { type Played, storeTrial } from '../storeTrial.ts';
import { type Intents, intentsOf, Observed, writer } from '../writers.ts';

interface AtOnce {
  readonly writers: Intents;
  readonly turns: readonly Turn[];
}

/** Writers at once, each on one of the instances, and then a reader of everything, when all have ended. */
function atOnce(
  { capabilities, play }: Stage,
  runs: number,
  instancesOf: (bench: Bench) => Promise<readonly Bench['store'][]>,
): Played<AtOnce> {
  const schedulesTold = new WeakMap<AtOnce, readonly string[]>();
  return {
    cases: fc.record({ writers: intentsOf(capabilities), turns: schedules }),
    holds: (one) =>
      play(async (bench) => {
        const instances = await instancesOf(bench);
        const observed = new Observed();
        const told: string[] = [];
        schedulesTold.set(one, told);
        const writers = one.writers.map((intents, index) => {
          const store = instances[index % instances.length] ?? bench.store;
          return writer(`writer ${index + 1}`, index + 1, intents, store, observed);
        });
        await interleave(one.turns, writers, (label) => told.push(label));
        const calls = observed.history.map(({ call }) => call);
        for (const reading of readings(calls, capabilities)) await observed.call(bench.store, reading);
        if (isLinearizable(observed.history, capabilities)) return;
        throw new Error('No order of these calls, one after the other, has these answers');
      }),
    tell: (one) => {
      const told = schedulesTold.get(one) ?? [];
      return ['In this order:', ...told.map((label, index) => `${index + 1}. ${label}`)].join('\n');
    },
    runs,
  };
}

/** Whatever order the calls arrive in, and however their answers are delayed. */
export const writersAtOnce = storeTrial(
  'writers at once are answered as if they came one after the other',
  [],
  (stage) => atOnce(stage, 200, async ({ store }) => [store]),
);

/** The same for two instances on one record: what one of them has in hand does not protect the other. */
export const instancesAtOnce = storeTrial(
  'writers at once on two instances are answered as if they came one after the other',
  ['secondInstance'],
  (stage) => atOnce(stage, 120, async ({ store, again }) => [store, await again()]),
);
