import { readPerson } from '../values/person.ts';
import { ERASED } from '../values/personal.ts';
import { type Change, lineOf } from './change.ts';

/** What is forgotten of a person. */
export const evolveErasure: {
  readonly PersonErased: Change<'PersonErased'>;
} = {
  PersonErased(draft, { data }) {
    draft.erased = [...draft.erased, data.person];
    const person = readPerson(data.person);
    if (person.kind === 'candidate') lineOf(draft, person.number).identity = ERASED;
  },
};
