import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import { COMMANDS } from '../../../src/domain/commands/catalogue.ts';
import { readCommand } from '../../../src/domain/commands/read.ts';
import { branch, decide } from '../../../src/domain/decide.ts';
import { EVENT_TYPES } from '../../../src/domain/events/catalogue.ts';
import { apply, newDraft, replay } from '../../../src/domain/machine/replay.ts';
import { capOf } from '../../../src/domain/state/session.ts';
import { holds, seed } from '../../support/property.ts';

/** Histories of one seed. Each test makes its own, so that mutation testing sees which test reaches what. */
const sample = () => fc.sample(histories(), { numRuns: 300, seed });

const stepsOf = (sampled: ReturnType<typeof sample>) => sampled.flatMap(({ steps }) => steps);

describe('histories that follow the procedure', () => {
  test('more than 95 of 100 commands that make sense are accepted', () => {
    const meant = stepsOf(sample()).filter(({ mistake }) => mistake === null);
    const accepted = meant.filter(({ decision }) => decision.kind === 'accepted');
    expect(meant.length).toBeGreaterThan(5000);
    expect(accepted.length / meant.length).toBeGreaterThan(0.95);
  });

  test('every mistake is refused by the rule that it was meant to break', () => {
    const mistakes = stepsOf(sample()).filter(({ mistake }) => mistake !== null);
    const missed = mistakes.filter(
      ({ decision, mistake }) =>
        decision.kind === 'accepted' || !decision.refusals.some(({ rule }) => rule === mistake),
    );
    expect(missed.map(({ told, mistake }) => [told.type, mistake])).toEqual([]);
    expect(new Set(mistakes.map(({ mistake }) => mistake)).size).toBeGreaterThan(15);
  });

  test('most of them reach the results, and others stop in most states on the way', () => {
    const ends = sample().map(({ story }) => story.draft.place.lifecycle);
    expect(ends.filter((lifecycle) => lifecycle === 'resultsSent').length / ends.length).toBeGreaterThan(0.7);
    expect(new Set(ends).size).toBeGreaterThanOrEqual(6);
  });

  test('they tell every command and record every event', () => {
    const sampled = sample();
    expect(new Set(stepsOf(sampled).map(({ told }) => told.type))).toEqual(new Set(Object.keys(COMMANDS)));
    expect(new Set(sampled.flatMap(({ events }) => events.map(({ type }) => type)))).toEqual(new Set(EVENT_TYPES));
  });

  test('what is refused leaves no event and changes nothing', () => {
    holds(
      fc.property(histories({ mistakes: 50 }), ({ steps, events, story }) => {
        const facts = steps.flatMap(({ decision }) => (decision.kind === 'accepted' ? decision.facts : []));
        expect(events.map(({ type, data, revision }) => ({ type, data, revision }))).toEqual(
          facts.map(({ type, data, revision }) => ({ type, data, revision })),
        );
        expect(events.map(({ revision }) => revision)).toEqual(events.map((_, index) => index + 1));
        expect(replay(facts)).toEqual({ lifecycle: story.draft.place.lifecycle, state: story.draft.state });
      }),
      { runs: 80 },
    );
  });

  test('deciding is pure: it changes nothing, and says the same twice', () => {
    holds(
      fc.property(histories({ mistakes: 40, choices: 40 }), ({ steps }) => {
        const draft = newDraft();
        for (const { told, now, decision } of steps) {
          const reading = readCommand({ session: 'session-1', actor: { role: 'pix', identity: 'p' }, ...told });
          if (reading.kind === 'refused') continue;
          const before = branch(draft);
          expect(decide(draft, reading.command, now)).toEqual(decision);
          expect(draft).toEqual(before);
          if (decision.kind === 'accepted') for (const fact of decision.facts) apply(draft, fact);
        }
      }),
      { runs: 40 },
    );
  });

  test('there are never more candidates than the examiners may take charge of', () => {
    holds(
      fc.property(histories({ mistakes: 30 }), ({ events }) => {
        const draft = newDraft();
        for (const [index, event] of events.entries()) {
          apply(draft, event);
          const { state } = draft;
          expect(state.registered).toBe(state.candidates.filter(({ withdrawn }) => !withdrawn).length);
          if (index > 0) expect(state.registered).toBeLessThanOrEqual(capOf(state));
        }
      }),
      { runs: 80 },
    );
  });

  test('no certification number stands twice', () => {
    holds(
      fc.property(histories(), ({ story }) => {
        const { candidates, numbers } = story.draft.state;
        const held = candidates.flatMap(({ number, certificationNumber }) =>
          certificationNumber === null ? [] : [[certificationNumber, number] as const],
        );
        expect(new Map(held)).toEqual(numbers);
        expect(held).toHaveLength(numbers.size);
      }),
      { runs: 80 },
    );
  });
});
