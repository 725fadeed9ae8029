import { person } from '../values/person.ts';
import { fact } from '../values/personal.ts';
import { defineEvent } from './define.ts';
import { reasonText } from './fields.ts';

/**
 * What is personal of somebody was erased from this session, for good. The event is recorded first and the data are
 * destroyed then, so that from here on nobody shows them. No sentence of the procedure asks for it: the law does.
 *
 * The reason is kept, as evidence of why something is missing, so nothing personal belongs in it.
 */
export const PersonErased = defineEvent(
  { type: 'PersonErased', version: 1, about: 'session', sentence: null, label: 'Données personnelles effacées' },
  { person: fact(person), reason: fact(reasonText) },
);
