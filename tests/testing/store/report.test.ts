import { describe, expect, test } from 'vitest';
import { check } from '../../../src/adapters/testing/run/check.ts';
import type { Failed } from '../../../src/adapters/testing/run/trial.ts';
import { checkStore, storeTrials } from '../../../src/adapters/testing/store/checkStore.ts';
import { reportText } from '../../../src/adapters/testing/store/reportText.ts';
import { FAULTY, failuresOf } from './killList.ts';
import { MEMORY } from './subjects.ts';

/** The faulty store of this name. */
function faulty(name: string) {
  const subject = FAULTY.find((one) => one.name === name);
  if (subject === undefined) throw new Error(`no faulty store ${name}`);
  return subject;
}

const RACE = faulty('looks first and stores then, with a pause between');

/** What two writers at once have shown of a store that cannot bear them. */
async function raceOf(): Promise<Failed> {
  const failures = await failuresOf(RACE);
  const found = failures.find(({ name }) => name.startsWith('writers at once are answered'));
  if (found === undefined) throw new Error('the race is not found');
  return found;
}

describe('the report on a store', () => {
  test('says of every capability whether it is offered, and what was not tried for want of one', async () => {
    const report = await checkStore(MEMORY, { runs: 3 });
    const text = reportText(report);
    expect(text).toContain('no   opens a second instance on the same record');
    expect(text).toContain('yes  can be closed');
    expect(text).toContain('not tried  two instances on one record answer as one (lacks secondInstance)');
    expect(report.notTried).toHaveLength(5);
  });

  test('names the trials that exercised each capability', async () => {
    const { exercised } = await checkStore(MEMORY, { runs: 20 });
    expect(exercised.get('closing')).toEqual(['a closed store fails every call']);
    expect(exercised.get('emptyAppend')).toContain(
      'an append of no events stores nothing, and still answers a conflict',
    );
    expect(exercised.get('secondInstance')).toEqual([]);
  });

  test('fails where something is said to be offered and no trial could make use of it', async () => {
    const boasting = { ...MEMORY, capabilities: { ...MEMORY.capabilities, secondInstance: true } };
    const report = await checkStore(boasting, { runs: 2 });
    expect(report.passed).toBe(false);
    expect(report.unexercised).toEqual(['secondInstance']);
    expect(reportText(report)).toContain('(never exercised)');
  });

  test('is the same for the same seed, word for word', async () => {
    const [once, again] = [await checkStore(RACE, { seed: 7 }), await checkStore(RACE, { seed: 7 })];
    expect(reportText(again)).toBe(reportText(once));
  });
});

describe('a race that was found', () => {
  test('is told in as few turns as it takes: two writers call, and both events are stored', async () => {
    const { text } = await raceOf();
    const turns = text.split('\n').filter((line) => /^[0-9]+\. writer/.test(line));
    expect(turns).toHaveLength(4);
    expect(text.match(/calls: append/g)).toHaveLength(2);
    expect(text.match(/is answered: appended/g)).toHaveLength(2);
    expect(text).toContain('No order of these calls');
  });

  test('is found again by its token, at once', async () => {
    const { name, token, text } = await raceOf();
    const trial = storeTrials(RACE).find((one) => one.name === name);
    if (trial === undefined || token === null) throw new Error('nothing to try again');
    const again = await check(trial, { token });
    expect(again).toMatchObject({ kind: 'failed', runs: 1 });
    expect(again.kind === 'failed' && again.text.split('Try it again')[0]).toBe(text.split('Try it again')[0]);
  });
});
