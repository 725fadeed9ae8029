import { describe, expect, test } from 'vitest';
import { LAWS } from '../../../src/adapters/testing/laws/index.ts';
import { check } from '../../../src/adapters/testing/run/check.ts';
import { FAULTS, killRow, tried } from './killList.ts';

describe('A front door or a rulebook with something wrong', () => {
  test.for(FAULTS)('is found out: $subject.name', async (fault) => {
    const verdict = await tried(fault);
    if (verdict.kind === 'held') throw new Error(`${fault.killedBy} lets it pass`);
    expect(verdict.text).toMatch(fault.says);
    const { token, name } = verdict;
    expect(killRow(fault, verdict)).toEqual({
      fault: fault.subject.name,
      killedBy: fault.killedBy,
      runs: verdict.runs,
      token: expect.stringMatching(/^em1\./),
    });
    const again = await check(LAWS[fault.killedBy](fault.subject), token === null ? {} : { token });
    expect(again).toMatchObject({ kind: 'failed', name });
  });

  test('is of many kinds, and each law finds one at least', () => {
    expect(new Set(FAULTS.map(({ subject }) => subject.name)).size).toBe(FAULTS.length);
    expect(FAULTS.map(({ killedBy }) => killedBy)).toEqual(expect.arrayContaining(Object.keys(LAWS)));
  });
});

test('A fault that its law lets pass is no row of the list', () => {
  const [fault] = FAULTS;
  if (fault === undefined) throw new Error('the list has no fault');
  const held = { kind: 'held', name: '', runs: 1, stoppedBy: 'runs', seed: 0 } as const;
  expect(() => killRow(fault, held)).toThrow(`${fault.killedBy} lets pass that ${fault.subject.name}`);
});
