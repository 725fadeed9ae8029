import { isOnRecord } from '../state/persons.ts';
import type { SessionState } from '../state/session.ts';
import type { Person } from '../values/person.ts';
import { type Quoted, rule } from './define.ts';

/** Quotes a person; an examiner is named by an identity of the host's own. */
export const quotedPerson = (person: Person): Quoted => ({ value: person, personal: person.startsWith('examiner-') });

/** Whether the data of a person were erased from this session. */
export const isErasedPerson = (state: SessionState, person: Person): boolean => state.erased.includes(person);

/** Who is erased is on the record of this session: a candidate of its sheet, whoever was its examiner, or the session. */
export const personOnRecord = rule<'PersonErased'>()({
  name: 'person-on-record',
  sentence: null,
  text: {
    en: 'The record of this session knows no {person}.',
    fr: 'Le registre de cette session ne connaît pas {person}.',
  },
  holds: (state, { data }) => isOnRecord(state, data.person),
  values: (_, { data }) => ({ person: quotedPerson(data.person) }),
});

/** Nobody is erased twice. */
export const personNotErased = rule<'PersonErased'>()({
  name: 'person-not-erased',
  sentence: null,
  text: {
    en: 'The personal data of {person} were erased from this session already.',
    fr: 'Les données personnelles de {person} ont déjà été effacées de cette session.',
  },
  holds: (state, { data }) => !isErasedPerson(state, data.person),
  values: (_, { data }) => ({ person: quotedPerson(data.person) }),
});
