import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createActor, getNextTransitions, initialTransition, type SnapshotFrom, transition } from 'xstate';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import { tamperedRecords } from '../../../src/adapters/testing/histories/tampered.ts';
import { branch } from '../../../src/domain/decide.ts';
import { EVENT_TYPES } from '../../../src/domain/events/catalogue.ts';
import { refusalsOf } from '../../../src/domain/machine/refusal.ts';
import { apply, type Draft, newDraft, replay } from '../../../src/domain/machine/replay.ts';
import { sessionMachine } from '../../../src/domain/machine/session.ts';
import { PLACES, placeOf } from '../../../src/domain/machine/table.ts';
import { copyOf } from '../../../src/domain/state/session.ts';
import { holds, isWhole } from '../../support/property.ts';
import { draftOf } from './records.ts';

type Snapshot = SnapshotFrom<typeof sessionMachine>;

/** The machine's own word for where a snapshot is, as the table writes it. */
const lifecycleOf = ({ value }: Snapshot): string =>
  typeof value === 'string' ? value : Object.entries(value).flat().join('.');

/** The machine in the place and state of a draft. */
function snapshotOf({ place, state }: Draft): Snapshot {
  const [outer = '', inner] = place.lifecycle.split('.');
  const value = inner === undefined ? outer : { [outer]: inner };
  return sessionMachine.resolveState({ value: value as Snapshot['value'], context: copyOf(state) });
}

describe('the dispatch table and the machine are two readings of one definition', () => {
  test('a legal history leads both to the same state, event by event', () => {
    holds(
      fc.property(histories({ mistakes: 0 }), ({ events }) => {
        const draft = newDraft();
        let [snapshot] = initialTransition(sessionMachine);
        for (const event of events) {
          expect(refusalsOf(draft.place, draft.state, event)).toEqual([]);
          [snapshot] = transition(sessionMachine, snapshot, event);
          apply(draft, event);
          expect(lifecycleOf(snapshot)).toBe(draft.place.lifecycle);
        }
        expect(snapshot.context).toEqual(draft.state);
      }),
      { runs: 60 },
    );
  });

  test('a running actor that is sent a legal history ends where replay does', () => {
    holds(
      fc.property(histories({ mistakes: 0, choices: 30 }), ({ events }) => {
        const actor = createActor(sessionMachine).start();
        for (const event of events) actor.send(event);
        const snapshot = actor.getSnapshot();
        expect({ lifecycle: lifecycleOf(snapshot), state: snapshot.context }).toEqual(replay(events));
      }),
      { runs: 30 },
    );
  });

  test('whatever is forged in any state, both accept or refuse it alike, and go to the same state', () => {
    let accepted = 0;
    let refused = 0;
    holds(
      fc.property(tamperedRecords(), ({ legal, forgeries }) => {
        const draft = draftOf(legal);
        for (const fact of forgeries) {
          const before = snapshotOf(draft);
          const isLegal = refusalsOf(draft.place, draft.state, fact).length === 0;
          expect(before.can(fact)).toBe(isLegal);
          const [after] = transition(sessionMachine, before, fact);
          const next = branch(draft);
          if (isLegal) apply(next, fact);
          expect(lifecycleOf(after)).toBe(next.place.lifecycle);
          expect(after.context).toEqual(next.state);
          apply(draft, fact);
          if (isLegal) accepted += 1;
          else refused += 1;
        }
      }),
      { runs: 400 },
    );
    if (isWhole) expect(accepted).toBeGreaterThan(150);
    if (isWhole) expect(refused).toBeGreaterThan(1000);
  });

  test('the machine does not change the state that it was given', () => {
    holds(
      fc.property(tamperedRecords(), ({ legal, forgeries }) => {
        const draft = draftOf(legal);
        for (const fact of forgeries) {
          const before = snapshotOf(draft);
          transition(sessionMachine, before, fact);
          expect(before.context).toEqual(draft.state);
          apply(draft, fact);
        }
      }),
      { runs: 60 },
    );
  });

  test('each state knows the same events, with the same rules and the same next state', () => {
    for (const place of PLACES) {
      const snapshot = snapshotOf({ place, state: newDraft().state });
      const known = getNextTransitions(snapshot).map(({ eventType }) => eventType);
      expect([place.lifecycle, [...place.steps.keys()].toSorted()]).toEqual([place.lifecycle, known.toSorted()]);
      expect(known.filter((type) => !EVENT_TYPES.some((event) => event === type))).toEqual([]);
      for (const { eventType, guard } of getNextTransitions(snapshot)) {
        const rules = place.steps.get(eventType)?.rules.map(({ name }) => name);
        expect(rules).toEqual((guard as { params: unknown } | undefined)?.params);
      }
    }
  });

  test('there is no state that the lifecycle does not have', () => {
    expect(placeOf('sheetSubmitted.returned').lifecycle).toBe('sheetSubmitted.returned');
    expect(() => placeOf('postponed')).toThrow(new RangeError('the lifecycle has no state postponed'));
    expect(() => placeOf('sheetSubmitted')).toThrow(RangeError);
  });
});
