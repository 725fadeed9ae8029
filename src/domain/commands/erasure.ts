import { z } from 'zod';
import { reasonText } from '../events/fields.ts';
import { person } from '../values/person.ts';
import { defineCommand } from './define.ts';

/**
 * Erases what is personal of a candidate, of an examiner, or in what is said of the session. That is possible once the
 * session was closed or cancelled: before, the record is needed to hold it.
 */
export const ErasePerson = defineCommand(
  'ErasePerson',
  'Effacer des données personnelles',
  z.strictObject({ person, reason: reasonText }),
  (_, data) => [{ type: 'PersonErased', data }],
);
