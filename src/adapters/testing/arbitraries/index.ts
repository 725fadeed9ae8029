/**
 * What goes into a record, as fast-check arbitraries: values, commands and events as the field knows them, and the same
 * as nobody should send them.
 *
 * @module
 */
export { accessCodes, certificationNumbers, writtenCertificationNumbers } from './codes.ts';
export { commandOf, commands } from './commands/commands.ts';
export { eventData, eventDataOf, type TypedData } from './events.ts';
export { extraTimes, type WrittenExtraTime, writtenExtraTimes } from './extraTimes.ts';
export {
  hostileCommands,
  hostileDates,
  hostileNumbers,
  hostileTexts,
  hostileValues,
  prototypeNames,
} from './hostile.ts';
export { birthDates, emails, examinerIds, examinerNames, identifiers, identities } from './identities.ts';
export { firstNames, remarks, surnames, towns } from './names.ts';
export { candidates, persons } from './parts.ts';
export { examinerOf, identityOf, PLACES_OF_SESSIONS } from './people.ts';
export { establishments, plannedSlots, slots, type WrittenSlot } from './places.ts';
export { actors, documentKinds, documents, instants, policies, recordIdentities, writtenInstants } from './records.ts';
export { wideCommands, widePlans } from './wide.ts';
