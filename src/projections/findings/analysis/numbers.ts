import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import { markOf } from '../../../domain/state/change.ts';
import type { Mark } from '../../../domain/state/session.ts';

/** A certification number that was given to a candidate. */
interface Given {
  readonly candidate: number;
  readonly revision: number;
}

/** A certification number that two candidates were given. */
export interface NumberTwice {
  readonly certificationNumber: string;
  readonly first: Given;
  readonly second: Given;
  /** Whether the first still had it when the second was given it. */
  readonly isAtOnce: boolean;
}

/** The number that a candidate has. */
interface Current {
  readonly certificationNumber: string;
  /** The event that gave it. */
  readonly revision: number;
  /**
   * When it was noted, or the first of those in whose place it came: a number that was misread was read all the same.
   */
  readonly noted: Mark;
}

/** Who was given which certification number, through corrections and retractions. */
export interface Numbers {
  /** In the order of the record. */
  readonly twice: readonly NumberTwice[];
  /** By candidate. */
  readonly current: ReadonlyMap<number, Current>;
}

/** Follows the certification numbers of a session, whether or not the rules allow what happened to them. */
export function numbersOf(events: readonly SessionEvent[]): Numbers {
  const everGiven = new Map<string, readonly Given[]>();
  const current = new Map<number, Current>();
  const twice: NumberTwice[] = [];

  function give(event: SessionEvent<'CertificationNumberRecorded' | 'CertificationNumberCorrected'>): void {
    const { revision, data } = event;
    const { candidate, certificationNumber } = data;
    const given = everGiven.get(certificationNumber) ?? [];
    const others = given.filter((one) => one.candidate !== candidate);
    const holder = others.find((one) => current.get(one.candidate)?.revision === one.revision);
    const first = holder ?? others.at(-1);
    const second = { candidate, revision };
    if (first !== undefined) twice.push({ certificationNumber, first, second, isAtOnce: holder !== undefined });
    everGiven.set(certificationNumber, [...given, second]);
    current.set(candidate, { certificationNumber, revision, noted: current.get(candidate)?.noted ?? markOf(event) });
  }

  function takeBack(entry: number): void {
    for (const [candidate, { revision }] of current) if (revision === entry) current.delete(candidate);
  }

  for (const event of events) {
    if (event.type === 'EntryRetracted') takeBack(event.data.entry);
    else if (event.type === 'CertificationNumberRecorded' || event.type === 'CertificationNumberCorrected') give(event);
  }
  return { twice, current };
}
