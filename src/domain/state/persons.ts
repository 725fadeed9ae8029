import { candidatePerson, examinerPerson, type Person, readPerson } from '../values/person.ts';
import type { SessionState } from './session.ts';

/** Everybody of whom the record of a session may hold something personal, withdrawn candidates and former examiners too. */
export const personsOf = ({ candidates, examiners, formerExaminers }: SessionState): readonly Person[] => [
  ...candidates.map(({ number }) => candidatePerson(number)),
  ...[...new Set([...examiners, ...formerExaminers])].map(examinerPerson),
  'session',
];

/** Whether somebody is one of {@link personsOf}. */
export function isOnRecord({ candidates, examiners, formerExaminers }: SessionState, person: Person): boolean {
  const read = readPerson(person);
  switch (read.kind) {
    case 'candidate':
      return candidates.some(({ number }) => number === read.number);
    case 'examiner':
      return examiners.includes(read.examiner) || formerExaminers.includes(read.examiner);
    case 'session':
      return true;
  }
}
