import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import { EVENT_TYPES, type EventType, type Fact } from '../../../src/domain/events/catalogue.ts';
import { placeOf } from '../../../src/domain/machine/table.ts';
import type { Rule } from '../../../src/domain/rules/define.ts';
import type { RuleName } from '../../../src/domain/rules/rulebook.ts';
import { testFacts } from '../../../src/domain/state/candidate.ts';
import { isAboutCandidate, subjectOf } from '../../../src/domain/state/evolve.ts';
import { candidateOf } from '../../../src/domain/state/session.ts';
import { type Moment, replayer } from '../../../src/projections/index.ts';
import { NEEDS, whatTheSessionSays } from '../../../src/projections/replay/askable.ts';
import { holds, isWhole } from '../../support/property.ts';
import { revisionOf } from '../morning.ts';

/** Moments of every kind: as the record tells them, as it knew them, and as they were. */
const moments = fc
  .record({
    told: histories({ choices: 40 }),
    choice: fc.nat(999),
    beside: fc.constantFrom(0, 0, -1, 600_000),
    kind: fc.nat(2),
  })
  .filter(({ told }) => told.events.length > 0)
  .map(({ told: { events }, choice, beside, kind }) => {
    const session = replayer({ events, unreadable: [] });
    // Of two moments one is while the test goes on, when most depends on the instant.
    const given = revisionOf(events, 'AccessCodeGiven');
    const closed = revisionOf(events, 'SessionClosed') || events.length + 1;
    const place = choice % 2 === 0 || given === 0 ? choice % (events.length + 1) : given + (choice % (closed - given));
    const { occurredAt = 0, recordedAt = 0 } = events[place - 1] ?? {};
    if (kind === 0) return session.step(place);
    return kind === 1 ? session.knownAt(recordedAt + beside) : session.trueAt(occurredAt + beside);
  });

/** Every instant that the session knows and those beside it, up to that of the moment. */
function instantsOf({ session: { state }, at }: Moment): readonly number[] {
  const marks = state.candidates.flatMap(testFacts).map((mark) => mark.at);
  const known = [state.lifecycleAt, state.startedAt, state.closedAt, state.recordedAt, at, ...marks];
  const near = known.flatMap((instant) => (instant === null ? [] : [instant - 1, instant, instant + 1]));
  return [...new Set(near)].filter((instant) => instant <= at);
}

/** What speaks against events of a type about somebody, whenever they are said to have happened. */
function objections(moment: Moment, type: EventType, number: number, instants: readonly number[]): readonly string[] {
  const { at, session } = moment;
  const { state, lifecycle } = session;
  const step = placeOf(lifecycle).steps.get(type);
  if (step === undefined) return ['allowed-in-state'];
  const data = { ...whatTheSessionSays(candidateOf(state, number)), candidate: number };
  const recordedAt = Math.max(at, state.recordedAt);
  const broken = (needs: 'nothing' | 'instant', occurredAt: number): readonly string[] => {
    const fact = { type, data, occurredAt, recordedAt, revision: state.revision + 1 } as unknown as Fact;
    const subject = subjectOf(step.aboutCandidate, state, fact);
    const asked = step.rules.filter(({ name }) => NEEDS[name as RuleName] === needs);
    return asked.filter((rule: Rule) => !rule.holds(state, fact, subject)).map(({ name }) => name);
  };
  const isEver = instants.some((instant) => broken('instant', instant).length === 0);
  return [...broken('nothing', at), ...(isEver ? [] : broken('instant', at))];
}

/** Types of which it depends most on when they happened. */
const OFTEN: readonly EventType[] = ['SessionClosed', 'EndScreenSeen', 'TestInterrupted', 'TestResumed'];

describe('Whoever tries every instant of a session', () => {
  test('finds the same allowed, of the same candidates, and the same against the rest', () => {
    const seen = { allowed: 0, refused: 0 };
    holds(
      fc.property(moments, fc.shuffledSubarray([...EVENT_TYPES], { minLength: 8, maxLength: 8 }), (moment, some) => {
        const types = [...some, ...OFTEN];
        const instants = instantsOf(moment);
        const { session, permissions } = moment;
        const { state, lifecycle } = session;
        const onTheSheet = state.candidates.flatMap(({ number, withdrawn }) => (withdrawn ? [] : [number]));
        for (const type of types) {
          const isOfEach = isAboutCandidate(type) && placeOf(lifecycle).steps.has(type) && onTheSheet.length > 0;
          const asked = isOfEach ? onTheSheet : [1];
          const answers = asked.map((number) => ({ number, against: objections(moment, type, number, instants) }));
          const free = answers.flatMap(({ number, against }) => (against.length === 0 ? [number] : []));
          const { allowed, candidates, refusals } = permissions[EVENT_TYPES.indexOf(type)] ?? {};
          seen[allowed === true ? 'allowed' : 'refused']++;
          expect([type, allowed]).toEqual([type, free.length > 0]);
          expect([type, candidates]).toEqual([type, isAboutCandidate(type) ? free : null]);
          expect([type, refusals?.map(({ candidate, refusal }) => [candidate, refusal.rule])]).toEqual([
            type,
            answers.flatMap(({ number, against }) => against.map((rule) => [isOfEach ? number : null, rule])),
          ]);
        }
      }),
      { runs: 150 },
    );
    if (isWhole) expect(Math.min(...Object.values(seen))).toBeGreaterThan(100);
  });
});
