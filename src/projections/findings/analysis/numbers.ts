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

/** Who was given which certification number, through corrections and retractions. */
export interface Numbers {
  /** In the order of the record. */
  readonly twice: readonly NumberTwice[];
  /**
   * By candidate, when a number was noted that now counts, or one in whose place it came: a number that was misread was
   * read all the same.
   */
  readonly notedFirst: ReadonlyMap<number, Mark>;
}

/** Follows the certification numbers of a session, whether or not the rules allow what happened to them. */
export function numbersOf(events: readonly SessionEvent[]): Numbers {
  const everGiven = new Map<string, readonly Given[]>();
  const current = new Map<number, { readonly certificationNumber: string; readonly revision: number }>();
  const notedFirst = new Map<number, Mark>();
  const twice: NumberTwice[] = [];

  function give(event: SessionEvent<'CertificationNumberRecorded' | 'CertificationNumberCorrected'>): void {
    const { candidate, certificationNumber } = event.data;
    const { revision } = event;
    const given = everGiven.get(certificationNumber) ?? [];
    const others = given.filter((one) => one.candidate !== candidate);
    const holder = others.find((one) => current.get(one.candidate)?.certificationNumber === certificationNumber);
    const first = holder ?? others.at(-1);
    if (first !== undefined) {
      const second = { candidate, revision };
      twice.push({ certificationNumber, first, second, isAtOnce: holder !== undefined });
    }
    if (!current.has(candidate)) notedFirst.set(candidate, markOf(event));
    everGiven.set(certificationNumber, [...given, { candidate, revision }]);
    current.set(candidate, { certificationNumber, revision });
  }

  for (const event of events) {
    if (event.type === 'CertificationNumberRecorded' || event.type === 'CertificationNumberCorrected') give(event);
    else if (event.type === 'EntryRetracted') {
      const { candidate, entry } = event.data;
      if (candidate !== null && current.get(candidate)?.revision === entry) current.delete(candidate);
    }
  }
  return { twice, notedFirst };
}
