import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createActor } from 'xstate';
import { forged, forgeries } from '../../src/adapters/testing/histories/forgeries.ts';
import type { Story } from '../../src/adapters/testing/histories/story.ts';
import type { Fact } from '../../src/domain/events/catalogue.ts';
import { refusalsOf } from '../../src/domain/machine/refusal.ts';
import { checkedReplay } from '../../src/domain/machine/replay.ts';
import { sessionMachine } from '../../src/domain/machine/session.ts';
import { CODE, closed, concluded, issued, planned, SUBMIT, started, submitted } from './stages.ts';

/** So many forgeries of each stage, always the same. */
const SAMPLE = fc.sample(forgeries, { numRuns: 600, seed: 1 });

/** The test runs, one candidate did not come, and another lost the test. */
function startedWithTrouble(): Story {
  const story = started();
  story.must({ type: 'MarkAbsent', data: { candidate: 3 } });
  story.must({ type: 'RecordInterruption', data: { candidate: 2, cause: 'disconnection' } });
  story.must({ type: 'RecordCertificationNumber', data: { candidate: 1, certificationNumber: '42' } });
  return story;
}

/** The sheet was sent, and the last candidate has no number, which the sheet says why. */
function submittedWithoutANumber(): Story {
  const story = startedWithTrouble();
  const because = { cause: 'other', detail: 'Panne' } as const;
  story.must({ type: 'RecordResumption', data: { candidate: 2, accessCode: CODE } });
  story.must({ type: 'ExplainMissingNumber', data: { candidate: 2, ...because } });
  for (const candidate of [1, 2]) story.must({ type: 'RecordEndScreen', data: { candidate } });
  story.must({ type: 'CloseSession', data: {} });
  story.must(SUBMIT);
  return story;
}

const STAGES: readonly (readonly [name: string, stage: () => Story])[] = [
  ['planned', planned],
  ['planned for as many as there are', () => planned({ policy: { candidatesPerExaminer: 3 } })],
  ['with its code', issued],
  ['that runs', started],
  ['that runs with some trouble', startedWithTrouble],
  ['that is closed', closed],
  ['of which the sheet was sent', submitted],
  ['of which the sheet was sent, with a candidate who has no number', submittedWithoutANumber],
  ['of which the results were sent', concluded],
];

/** The same fact in the place that comes next, so that nothing but what it says can be wrong with it. */
const inPlace = (fact: Fact, { draft: { state } }: Story): Fact => ({
  ...fact,
  revision: state.revision + 1,
  recordedAt: Math.max(state.recordedAt, fact.occurredAt),
});

describe.each(STAGES)('a session %s', (_, stage) => {
  const story = stage();
  const { place, state } = story.draft;
  const facts = SAMPLE.flatMap((forgery) => {
    const fact = forged(forgery, state);
    return [fact, inPlace(fact, story)];
  });

  test('is replayed with exactly the breaches that its rules name, whatever is forged to come next', () => {
    const refused = facts.filter((fact) => {
      const refusals = refusalsOf(place, state, fact);
      const { breaches } = checkedReplay([...story.events, fact]);
      expect(breaches).toEqual(refusals.length === 0 ? [] : [{ revision: fact.revision, refusals }]);
      return refusals.length > 0;
    });
    expect(refused.length).toBeGreaterThan(0);
    expect(refused.length).toBeLessThan(facts.length);
  });

  test('is moved by the machine where its rules accept what is forged, and not where they refuse it', () => {
    for (const fact of facts.slice(0, 400)) {
      const actor = createActor(sessionMachine).start();
      for (const event of story.events) actor.send(event);
      const before = actor.getSnapshot();
      actor.send(fact);
      const after = actor.getSnapshot();
      if (refusalsOf(place, state, fact).length > 0) expect(after.context).toBe(before.context);
      else expect(after.context).toEqual(checkedReplay([...story.events, fact]).state);
    }
  });
});
