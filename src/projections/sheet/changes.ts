import type { EventData, SessionEvent } from '../../domain/events/catalogue.ts';
import { candidatePerson, type Person } from '../../domain/values/person.ts';
import { ERASED } from '../../domain/values/personal.ts';
import { entryMark } from '../entry.ts';
import { BLANK, forgettingIn, noteIn, noteOf, replaced, takenBack, without } from '../note.ts';
import type { LineCorrection } from './correction.ts';
import { interruptionsOf } from './interruption.ts';
import type { KeptLine } from './line.ts';
import { type LineNote, replacedBy } from './notes.ts';
import { numberOf } from './settle.ts';

/** A line as the examiner fills it before the test. */
export const newLine = (data: EventData<'CandidateRegistered'>): KeptLine => ({
  number: data.candidate,
  withdrawn: false,
  identity: data.identity,
  email: data.email,
  identifier: data.identifier,
  declared: { extraTime: data.extraTime, durationSeconds: data.durationSeconds },
  notes: BLANK,
  corrections: [],
});

/** Notes something of a candidate, at the place where it happened. */
export const addNote = (line: KeptLine, note: LineNote): KeptLine => ({
  ...line,
  notes: noteIn(replaced(line.notes, replacedBy(note.type)), note),
});

/** What every correction says beside the two values. */
const correcting = (
  event: SessionEvent<'IdentityCorrected' | 'ExtraTimeCorrected' | 'CertificationNumberCorrected'>,
) => ({
  candidate: event.data.candidate,
  reason: event.data.reason,
  occurredAt: event.occurredAt,
  entry: entryMark(event),
});

/** Puts a name, a birth date or a birth place right. */
export function correctIdentity(line: KeptLine, event: SessionEvent<'IdentityCorrected'>): KeptLine {
  const { identity: before } = line;
  const { identity: after } = event.data;
  const correction = { ...correcting(event), kind: 'identity', before, after } as const;
  return { ...line, identity: after, corrections: [...line.corrections, correction] };
}

/** Puts the declared extra time right. */
export function correctExtraTime(line: KeptLine, event: SessionEvent<'ExtraTimeCorrected'>): KeptLine {
  const { declared: before } = line;
  const { extraTime, durationSeconds } = event.data;
  const after = { extraTime, durationSeconds };
  const correction = { ...correcting(event), kind: 'extraTime', before, after } as const;
  return { ...line, declared: after, corrections: [...line.corrections, correction] };
}

/** Puts a certification number in the place of the one that it corrects. */
export function correctNumber(line: KeptLine, event: SessionEvent<'CertificationNumberCorrected'>): KeptLine {
  const { certificationNumber: after } = event.data;
  const correction = { ...correcting(event), kind: 'certificationNumber', before: numberOf(line), after } as const;
  return { ...addNote(line, noteOf(event)), corrections: [...line.corrections, correction] };
}

/** Takes back what was noted of a candidate. With an interruption goes the resumption that ended it. */
export function takeBack(line: KeptLine, event: SessionEvent<'EntryRetracted'>): KeptLine {
  const { entry } = event.data;
  const interruption = interruptionsOf(line.notes.standing).find(({ entry: { revision } }) => revision === entry);
  const resumption = interruption?.resumption ?? null;
  const notes = resumption === null ? line.notes : without(line.notes, resumption.entry.revision);
  return {
    ...line,
    notes: takenBack(notes, event),
    corrections: line.corrections.filter((correction) => correction.entry.revision !== entry),
  };
}

/** What was put right, without what is personal in it. */
function forgetting(correction: LineCorrection): LineCorrection {
  switch (correction.kind) {
    case 'certificationNumber':
      return { ...correction, reason: ERASED };
    case 'identity':
      return { ...correction, before: ERASED, after: ERASED, reason: ERASED };
    case 'extraTime': {
      const before = { ...correction.before, extraTime: ERASED };
      return { ...correction, before, after: { ...correction.after, extraTime: ERASED }, reason: ERASED };
    }
  }
}

/** A line without what is personal of somebody: of its own candidate, or in what was said of the session. */
export function forgettingOn<L extends KeptLine>(line: L, person: Person): L {
  const kept = { ...line, notes: forgettingIn(line.notes, person) };
  if (candidatePerson(line.number) !== person) return kept;
  return {
    ...kept,
    identity: ERASED,
    email: ERASED,
    identifier: ERASED,
    declared: { ...line.declared, extraTime: ERASED },
    corrections: line.corrections.map(forgetting),
  };
}
