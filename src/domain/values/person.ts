import { z } from 'zod';
import { examinerId } from './people.ts';

/** A person of one session, by the name under which their key is kept; `session` is what its free texts say of anybody. */
export type Person = `candidate-${number}` | `examiner-${string}` | 'session';

const PERSON = /^(candidate-[1-9]\d{0,4}|examiner-.{1,200}|session)$/su;

/** Whether this is written like a person. */
export const isPerson = (text: string): text is Person => PERSON.test(text) && text.isWellFormed();

/** The candidate of this number, as a person. */
export const candidatePerson = (number: number): Person => `candidate-${number}`;

/** The examiner of this identity, as a person. */
export const examinerPerson = (examiner: string): Person => `examiner-${examiner}`;

/** A person taken apart again: a candidate by their number, an examiner by their identity, or the session. */
export type PersonRead =
  | { readonly kind: 'candidate'; readonly number: number }
  | { readonly kind: 'examiner'; readonly examiner: string }
  | { readonly kind: 'session' };

/** Reads whom a person's name stands for. */
export function readPerson(named: Person): PersonRead {
  if (named === 'session') return { kind: 'session' };
  const after = named.slice(named.indexOf('-') + 1);
  return named.startsWith('candidate-')
    ? { kind: 'candidate', number: Number(after) }
    : { kind: 'examiner', examiner: after };
}

const isNamed = (value: unknown): value is Person => {
  if (typeof value !== 'string' || !isPerson(value)) return false;
  const read = readPerson(value);
  return read.kind !== 'examiner' || examinerId.safeParse(read.examiner).success;
};

/** A person as commands and events name them: `candidate-3`, `examiner-lefevre`, `session`. */
export const person = z.custom<Person>(isNamed, { error: 'person-shape' });
