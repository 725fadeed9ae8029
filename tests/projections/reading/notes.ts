import { withoutPersons } from '../../../src/domain/erasure.ts';
import type { EventType, SessionEvent } from '../../../src/domain/events/catalogue.ts';
import { erasedAfter } from './history.ts';

// What a record says that still counts, found by looking through its events for each thing one wants to know. Nothing
// is kept on the way, and nothing here is what the library's own views are made of.

/** A record without what was erased in it. */
export const remembered = (events: readonly SessionEvent[]): readonly SessionEvent[] =>
  events.map((event, index) => withoutPersons(event, erasedAfter(events, index)));

/** The events of some types, in the order of the record. */
export const ofTypes = <T extends EventType>(
  events: readonly SessionEvent[],
  ...types: readonly T[]
): readonly SessionEvent<T>[] =>
  events.filter(({ type }) => types.some((one) => one === type)) as unknown as readonly SessionEvent<T>[];

/** What may be said of a candidate several times. */
const MANY: readonly EventType[] = [
  'TestInterrupted',
  'TestResumed',
  'ProblemSignalled',
  'FraudReported',
  'CommentAdded',
];

/** What is said of a candidate once: of several, the last that was recorded counts. */
const ONCE: readonly (readonly EventType[])[] = [
  ['CandidatePresent'],
  ['CandidateAbsent'],
  ['CandidateCouldNotJoin'],
  ['CandidateLeft'],
  ['CandidateStarted'],
  ['SignatureRecorded'],
  ['ExtraTimeVerified'],
  ['ExtraTimeGranted'],
  ['CertificationNumberRecorded', 'CertificationNumberCorrected'],
  ['CertificationNumberMissing'],
  ['EndScreenSeen'],
  ['EndScreenNotSeen'],
];

/** As it happened in the room; what happened at one instant stands as in the record. */
export const asItHappened = <E extends Pick<SessionEvent, 'occurredAt' | 'revision'>>(
  events: readonly E[],
): readonly E[] => events.toSorted((a, b) => a.occurredAt - b.occurredAt || a.revision - b.revision);

const takesBack = (events: readonly SessionEvent[], { revision }: SessionEvent): boolean =>
  ofTypes(events, 'EntryRetracted').some((one) => one.revision > revision && one.data.entry === revision);

/** The resumptions that went with the interruption that they ended, when that one was taken back. */
const goneWith = (events: readonly SessionEvent[]): readonly SessionEvent[] =>
  ofTypes(events, 'EntryRetracted').flatMap((retraction) => {
    const before = notesOf(events.slice(0, events.indexOf(retraction as SessionEvent)));
    const began = before.findIndex(
      ({ type, revision }) => type === 'TestInterrupted' && revision === retraction.data.entry,
    );
    const next =
      began === -1 ? undefined : before.slice(began + 1).find(({ type }) => /^Test(Interrupted|Resumed)$/.test(type));
    return next?.type === 'TestResumed' ? [next] : [];
  });

/** What was noted of a candidate and still counts. @param events what is said of that candidate alone */
export function notesOf(events: readonly SessionEvent[]): readonly SessionEvent[] {
  const gone = goneWith(events);
  const many = ofTypes(events, ...MANY).filter((event) => !gone.includes(event));
  const once = ONCE.flatMap((types) => ofTypes(events, ...types).slice(-1));
  return asItHappened([...many, ...once].filter((event) => !takesBack(events, event)));
}

/** What of these was taken back, each with what took it back. @param counts what counted in a record */
export const takenBackIn = (
  events: readonly SessionEvent[],
  counts: (before: readonly SessionEvent[]) => readonly SessionEvent[],
): readonly (readonly [SessionEvent, SessionEvent<'EntryRetracted'>])[] =>
  ofTypes(events, 'EntryRetracted').flatMap((retraction) => {
    const before = events.slice(0, events.indexOf(retraction as SessionEvent));
    return counts(before).flatMap((event) =>
      event.revision === retraction.data.entry ? [[event, retraction] as const] : [],
    );
  });

/** What is noted of the session as a whole. */
const OF_THE_SESSION: readonly EventType[] = [
  'SessionReplanned',
  'ExaminerRemoved',
  'SheetPrinted',
  'DocumentRecorded',
  'AccessCodeGiven',
  'AllowanceGranted',
  'RemainingTimeAnnounced',
  'SessionCommentAdded',
  'SessionClosed',
  'SessionCancelled',
  'SheetSubmitted',
  'SheetReturned',
  'ResultsSent',
];

/** What was noted of the session and still counts. */
export const sessionNotesOf = (events: readonly SessionEvent[]): readonly SessionEvent[] =>
  asItHappened(ofTypes(events, ...OF_THE_SESSION).filter((event) => !takesBack(events, event)));
