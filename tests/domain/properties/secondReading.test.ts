import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import { tamperedRecords } from '../../../src/adapters/testing/histories/tampered.ts';
import { deadlines } from '../../../src/domain/deadlines.ts';
import type { Fact } from '../../../src/domain/events/catalogue.ts';
import { type Refusal, refusalsOf } from '../../../src/domain/machine/refusal.ts';
import { apply, newDraft, replay } from '../../../src/domain/machine/replay.ts';
import { noticesOf } from '../../../src/domain/notices.ts';
import { RULES } from '../../../src/domain/rules/rulebook.ts';
import { statusOf } from '../../../src/domain/state/candidate.ts';
import { entryOf } from '../../../src/domain/state/entries.ts';
import { personsOf } from '../../../src/domain/state/persons.ts';
import { capOf } from '../../../src/domain/state/session.ts';
import { holds } from '../../support/property.ts';
import { endings, reminders } from '../reading/clock.ts';
import { STATES } from '../reading/lifecycle.ts';
import { duration, lines, onTheSheet, placeOf, registration } from '../reading/line.ts';
import { type Because, persons, SENTENCES, whomItIsAbout } from '../reading/rules.ts';
import { cap, slot, start } from '../reading/session.ts';
import { type Reading, read, readingOf } from '../reading/taken.ts';

/** What a refusal says, without the words. */
interface Said {
  readonly rule: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly personal: readonly string[];
}

const inOrder = (a: Said, b: Said): number => (a.rule < b.rule ? -1 : 1);

const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

const because = (rule: string, { values = {}, instants = {}, personal = [] }: Because): Said => ({
  rule,
  values: { ...values, ...Object.fromEntries(Object.entries(instants).map(([name, at]) => [name, iso(at)])) },
  personal,
});

/** What speaks against an event, by the second reading. */
function objections(reading: Reading, fact: Fact): readonly Said[] {
  if (!STATES[fact.type].includes(reading.state)) return [{ rule: 'allowed-in-state', values: {}, personal: [] }];
  return Object.entries(SENTENCES)
    .filter(([, { of }]) => of === 'all' || of.includes(fact.type))
    .flatMap(([rule, { wrong }]) => {
      const found = wrong(reading, fact);
      return found === null ? [] : [because(rule, found)];
    })
    .toSorted(inOrder);
}

const saidBy = (refusals: readonly Refusal[]): readonly Said[] =>
  refusals
    .map(({ rule, values }) => ({
      rule,
      values:
        rule === 'allowed-in-state'
          ? {}
          : Object.fromEntries(Object.entries(values).map(([name, { value }]) => [name, value])),
      personal: Object.entries(values).flatMap(([name, { personal }]) => (personal ? [name] : [])),
    }))
    .toSorted(inOrder);

describe('whoever looks through the record by hand', () => {
  test('knows the same rules', () => {
    expect(Object.keys(SENTENCES).toSorted()).toEqual(RULES.map(({ name }) => name).toSorted());
  });

  test('finds the same wrong with every event, forged ones too, with the same values', () => {
    holds(
      fc.property(tamperedRecords(25), ({ legal, forgeries }) => {
        const draft = newDraft();
        for (const fact of legal) apply(draft, fact);
        let reading = readingOf(legal);
        for (const fact of forgeries) {
          expect(saidBy(refusalsOf(draft.place, draft.state, fact))).toEqual(objections(reading, fact));
          apply(draft, fact);
          reading = read(reading, fact);
          expect(draft.place.lifecycle).toBe(reading.state);
        }
      }),
      { runs: 1000 },
    );
  });

  test('finds nothing wrong with what the library recorded', () => {
    holds(
      fc.property(histories({ mistakes: 0, choices: 40 }), ({ events }) => {
        let reading = readingOf([]);
        for (const event of events) {
          expect(objections(reading, event)).toEqual([]);
          reading = read(reading, event);
        }
      }),
      { runs: 100 },
    );
  });

  test('finds every candidate where the library does, with as much time', () => {
    holds(
      fc.property(tamperedRecords(25), ({ events }) => {
        const draft = newDraft();
        for (const fact of events) apply(draft, fact);
        const reading = readingOf(events);
        const { state } = draft;
        expect(
          state.candidates.map((candidate) => [
            candidate.number,
            statusOf(state, candidate),
            candidate.durationSeconds,
          ]),
        ).toEqual(
          lines(reading).map((line) => [
            registration(reading, line)?.data.candidate,
            placeOf(reading, line),
            duration(reading, line),
          ]),
        );
        expect(state.startedAt).toBe(start(reading)?.at ?? null);
      }),
      { runs: 300 },
    );
  });

  test('finds that time is over when the library does, and tells the examiner the same in the same order', () => {
    holds(
      fc.property(tamperedRecords(25), fc.nat(9_000_000), ({ events }, later) => {
        const draft = newDraft();
        for (const fact of events) apply(draft, fact);
        const reading = readingOf(events);
        const now = (start(reading)?.at ?? 0) + later;
        expect(deadlines(draft.state, now)).toMatchObject(
          endings(reading).map(({ candidate, place, endsAt }) => ({
            candidate,
            status: place,
            endsAt,
            remainingSeconds: endsAt <= now ? 0 : Math.ceil((endsAt - now) / 1000),
          })),
        );
        const notices = noticesOf(draft.state);
        const told = notices.map(
          ({ at, kind, candidates, remainingSeconds }) => `${at} ${kind} ${candidates} ${remainingSeconds}`,
        );
        expect(told.toSorted()).toEqual(reminders(reading).toSorted());
        expect(told).toEqual(told.toSorted((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10)));
        for (const [index, { at, kind }] of notices.entries()) {
          const before = notices[index - 1];
          if (before?.at === at) expect([before.kind, kind]).toEqual(['timeOver', 'timeNearlyOver']);
        }
      }),
      { runs: 300 },
    );
  });

  test('finds the same people on the record, and the same entries to take back', () => {
    holds(
      fc.property(tamperedRecords(25), ({ events }) => {
        const { state } = replay(events);
        const reading = readingOf(events);
        for (let entry = 0; entry <= state.revision; entry++) {
          expect([entry, entryOf(state, entry)]).toEqual([entry, whomItIsAbout(reading, entry)]);
        }
        expect(new Set(personsOf(state))).toEqual(new Set(persons(reading)));
        expect([state.registered, capOf(state), state.slot]).toEqual([
          onTheSheet(reading).length,
          cap(reading),
          slot(reading),
        ]);
      }),
      { runs: 200 },
    );
  });
});
