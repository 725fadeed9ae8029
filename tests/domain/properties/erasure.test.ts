import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import { tamperedRecords } from '../../../src/adapters/testing/histories/tampered.ts';
import { deadlines } from '../../../src/domain/deadlines.ts';
import { EVENTS, type Fact } from '../../../src/domain/events/catalogue.ts';
import { checkedReplay, replay } from '../../../src/domain/machine/replay.ts';
import { noticesOf } from '../../../src/domain/notices.ts';
import type { SessionState } from '../../../src/domain/state/session.ts';
import { ERASED } from '../../../src/domain/values/personal.ts';
import { holds } from '../../support/property.ts';

/** A fact of which nothing personal is left, as its declaration says. */
function erased(fact: Fact): Fact {
  const { fields } = EVENTS[fact.type];
  const left = Object.entries(fields).map(([name, field]) => [
    name,
    field.personal ? field.leaves : Reflect.get(fact.data, name),
  ]);
  return { ...fact, data: Object.fromEntries(left) } as unknown as Fact;
}

/** A state without what is kept only to tell homonyms apart. */
const nameless = (state: SessionState): SessionState => ({
  ...state,
  candidates: state.candidates.map((candidate) => ({ ...candidate, identity: ERASED })),
});

describe('erasing everything personal', () => {
  test('changes no state but the names, and no verdict', () => {
    holds(
      fc.property(histories(), ({ events }) => {
        const before = checkedReplay(events);
        const after = checkedReplay(events.map(erased));
        expect(after).toEqual({ ...before, state: nameless(before.state) });
        expect(after.breaches).toEqual([]);
      }),
      { runs: 100 },
    );
  });

  test('changes no refusal of an illegal record, and no value that it quotes', () => {
    holds(
      fc.property(tamperedRecords(25), ({ legal, forgeries }) => {
        const record = [...legal, ...forgeries];
        expect(checkedReplay(record.map(erased)).breaches).toEqual(checkedReplay(record).breaches);
      }),
      { runs: 200 },
    );
  });

  test('changes no deadline and no notice', () => {
    holds(
      fc.property(histories(), fc.nat(200), ({ events }, minutes) => {
        const { state } = replay(events);
        const { state: left } = replay(events.map(erased));
        const now = (state.startedAt ?? 0) + minutes * 60_000;
        expect(deadlines(left, now)).toEqual(deadlines(state, now));
        expect(noticesOf(left)).toEqual(noticesOf(state));
      }),
      { runs: 100 },
    );
  });

  test('of one person alone changes nothing else', () => {
    holds(
      fc.property(histories(), fc.integer({ min: 1, max: 5 }), ({ events }, number) => {
        const isAbout = (fact: Fact) => 'candidate' in fact.data && fact.data.candidate === number;
        const { state, breaches } = checkedReplay(events.map((event) => (isAbout(event) ? erased(event) : event)));
        expect(breaches).toEqual([]);
        expect(nameless(state)).toEqual(nameless(replay(events).state));
      }),
      { runs: 60 },
    );
  });

  test('leaves events that their own schema reads', () => {
    holds(
      fc.property(histories(), ({ events }) => {
        for (const { type, data } of events.map(erased)) expect(EVENTS[type].data.parse(data)).toEqual(data);
      }),
      { runs: 60 },
    );
  });
});
