import type { EventData, EventType, Fact } from '../../../src/domain/events/catalogue.ts';
import { STATES, type State, tookTo } from './lifecycle.ts';

/**
 * A record read a second time: by looking through its events for what one wants to know, as somebody would who has it
 * on paper. Nothing is kept between two questions, and nothing here is what the library's own reading is made of.
 */
export interface Reading {
  /** What the state that it came in knew, in the order of the record; what it did not know changes nothing. */
  readonly taken: readonly Fact[];
  readonly state: State;
  /** The last event, known or not. */
  readonly last: Fact | null;
}

/** A record read up to its end. */
export function readingOf(record: Iterable<Fact>): Reading {
  let reading: Reading = { taken: [], state: 'unplanned', last: null };
  for (const fact of record) reading = read(reading, fact);
  return reading;
}

/** The same record, and an event more. */
export function read({ taken, state }: Reading, fact: Fact): Reading {
  return STATES[fact.type].includes(state)
    ? { taken: [...taken, fact], state: tookTo(fact.type, state), last: fact }
    : { taken, state, last: fact };
}

/** An event with its place in the record. */
export interface Found<T extends EventType> {
  readonly at: number;
  readonly revision: number;
  readonly data: EventData<T>;
  readonly type: T;
  readonly index: number;
}

/** All events of some types. */
export const all = <T extends EventType>({ taken }: Reading, ...types: readonly T[]): readonly Found<T>[] =>
  taken.flatMap((fact, index) =>
    types.some((type) => type === fact.type)
      ? [
          {
            at: fact.occurredAt,
            revision: fact.revision,
            data: fact.data as unknown as EventData<T>,
            type: fact.type as T,
            index,
          },
        ]
      : [],
  );

/** Whether an event was taken back since. */
export const isTakenBack = (reading: Reading, { revision, index }: Found<EventType>): boolean =>
  all(reading, 'EntryRetracted').some((retraction) => retraction.index > index && retraction.data.entry === revision);

/** An event that still says what it said, or nothing. */
export const standing = <T extends EventType>(reading: Reading, found: Found<T> | undefined): Found<T> | null =>
  found === undefined || isTakenBack(reading, found) ? null : found;
