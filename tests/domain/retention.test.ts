import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../src/adapters/testing/histories/index.ts';
import { newDraft, sessionOf } from '../../src/domain/machine/replay.ts';
import { dueForErasure, isStillOpen, readRetention } from '../../src/domain/retention.ts';
import { holds, isWhole } from '../support/property.ts';
import { closed, concluded, planned, started, submitted } from './stages.ts';

const DAY = 86_400_000;

const EVERYBODY = ['candidate-1', 'candidate-2', 'candidate-3', 'examiner-lefevre', 'session'];

const policyOf = (input: unknown) => {
  const reading = readRetention(input);
  if (reading.kind === 'refused') throw new Error(JSON.stringify(reading.refusals));
  return reading.policy;
};

const faults = (input: unknown) => {
  const reading = readRetention(input);
  return reading.kind === 'read' ? [] : reading.refusals.map(({ rule, path }) => `${rule} at ${path}`);
};

describe('a retention policy', () => {
  test('is read where it names whole days, a hundred years at most', () => {
    const table = [
      [{ resultsSent: 365 }],
      [{ resultsSent: 0, sheetSubmitted: 36_500, closed: 1, cancelled: 30 }],
      [{ closed: 36_501 }, 'field-too-big at closed'],
      [{ closed: -1 }, 'field-too-small at closed'],
      [{ closed: 1.5 }, 'field-invalid-type at closed'],
      [{ closed: '30' }, 'field-invalid-type at closed'],
      [{ closed: 1, running: 3 }, 'field-unrecognized-keys at '],
      [{}, 'retention-names-a-state at '],
      [{ closed: undefined }, 'retention-names-a-state at '],
      [null, 'field-invalid-type at '],
      [{ cancelled: -1, resultsSent: Number.NaN }, 'field-invalid-type at resultsSent', 'field-too-small at cancelled'],
    ] as const;
    for (const [input, ...wanted] of table) expect([input, ...faults(input)]).toEqual([input, ...wanted]);
  });
});

describe('personal data are due for erasure', () => {
  test('to the millisecond, when they were kept for the days of the state in which the session stands', () => {
    const policy = { resultsSent: 10, sheetSubmitted: 20, closed: 30 };
    const table = [
      [closed(), 30],
      [submitted(), 20],
      [concluded(), 10],
    ] as const;
    for (const [story, days] of table) {
      const session = sessionOf(story.draft);
      const due = session.state.lifecycleAt + days * DAY;
      expect(dueForErasure(session, policyOf(policy), due - 1)).toEqual([]);
      expect(dueForErasure(session, policyOf(policy), due)).toEqual(EVERYBODY);
    }
  });

  test('of nobody who was erased, and in no state that the policy does not name', () => {
    const story = concluded();
    story.must({ type: 'ErasePerson', data: { person: 'candidate-2', reason: 'Demande' } });
    const session = sessionOf(story.draft);
    const late = session.state.lifecycleAt + 1000 * DAY;
    expect(dueForErasure(session, policyOf({ resultsSent: 0 }), late)).toEqual(
      EVERYBODY.filter((person) => person !== 'candidate-2'),
    );
    expect(dueForErasure(session, policyOf({ closed: 0, cancelled: 0, sheetSubmitted: 0 }), late)).toEqual([]);
  });

  test('only where every one of them can be erased at once', () => {
    let due = 0;
    holds(
      fc.property(histories({ mistakes: 0 }), ({ story }) => {
        const policy = policyOf({ resultsSent: 0, sheetSubmitted: 0, closed: 0, cancelled: 0 });
        for (const person of dueForErasure(sessionOf(story.draft), policy, story.now)) {
          due += 1;
          story.must({ type: 'ErasePerson', data: { person, reason: 'Fin de la durée de conservation' } });
        }
        expect(dueForErasure(sessionOf(story.draft), policy, story.now)).toEqual([]);
        expect(isStillOpen(sessionOf(story.draft), policy, story.now + 10_000 * DAY)).toBe(
          ['unplanned', 'planned', 'codesIssued', 'running'].includes(story.draft.place.lifecycle),
        );
      }),
      { runs: 60 },
    );
    if (isWhole) expect(due).toBeGreaterThan(100);
  });
});

describe('a session is still open', () => {
  test('where it is older than the longest delay, and never came to a state that has one', () => {
    const policy = policyOf({ resultsSent: 10, cancelled: 30 });
    for (const story of [planned(), started(), closed(), submitted()]) {
      const session = sessionOf(story.draft);
      const since = Math.max(session.state.lifecycleAt, session.state.slot?.endsAt ?? 0);
      expect(isStillOpen(session, policy, since + 30 * DAY)).toBe(false);
      expect(isStillOpen(session, policy, since + 30 * DAY + 1)).toBe(true);
      expect(dueForErasure(session, policy, since + 10_000 * DAY)).toEqual([]);
    }
    expect(isStillOpen(sessionOf(concluded().draft), policy, Number.MAX_SAFE_INTEGER)).toBe(false);
  });
});

test('A session without a slot is as old as its last step', () => {
  const nothing = sessionOf(newDraft());
  expect(isStillOpen(nothing, policyOf({ closed: 1 }), DAY)).toBe(false);
  expect(isStillOpen(nothing, policyOf({ closed: 1 }), DAY + 1)).toBe(true);
});
