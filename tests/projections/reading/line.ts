import type { EventType, SessionEvent } from '../../../src/domain/events/catalogue.ts';
import { asItHappened, notesOf, ofTypes, takenBackIn } from './notes.ts';

// A line of the sheet as somebody writes it who has the record on paper.

/** How an event came into the record. */
export const entry = ({ revision, recordedAt, occurredAt, actor }: SessionEvent) => ({
  ...{ revision, recordedAt, actor },
  late: recordedAt > occurredAt + 15 * 60_000,
});

/** An event as a paper shows it. */
export const note = (event: SessionEvent) => ({
  ...event.data,
  type: event.type,
  occurredAt: event.occurredAt,
  entry: entry(event),
});

/** What was taken back, and by what. */
export const retraction = ([event, by]: readonly [SessionEvent, SessionEvent<'EntryRetracted'>]) => ({
  note: note(event),
  reason: by.data.reason,
  occurredAt: by.occurredAt,
  entry: entry(by as SessionEvent),
});

/** The registrations that made the lines of the sheet. */
export const registrations = (events: readonly SessionEvent[]) => ofTypes(events, 'CandidateRegistered');

/** When the clock started, as the record has it last. */
export function startOf(events: readonly SessionEvent[]): number | null {
  const last = ofTypes(events, 'AccessCodeGiven', 'StartCorrected').at(-1);
  if (last === undefined) return null;
  return 'startedAt' in last.data ? last.data.startedAt : last.occurredAt;
}

/** What a record says of the candidate of a line, from the registration on. */
export const saidOf = (
  events: readonly SessionEvent[],
  { revision, data }: SessionEvent<'CandidateRegistered'>,
): readonly SessionEvent[] =>
  events.filter(
    (event) =>
      event.revision === revision ||
      (event.revision > revision &&
        event.type !== 'CandidateRegistered' &&
        Reflect.get(event.data, 'candidate') === data.candidate),
  );

const last = <T extends EventType>(events: readonly SessionEvent[], ...types: readonly T[]) => {
  const found = ofTypes(events, ...types).at(-1);
  if (found === undefined) throw new Error('a line begins with its registration');
  return found;
};

const REGISTERED = ['CandidateRegistered', 'CandidateCorrected'] as const;

const identityIn = (said: readonly SessionEvent[]) => last(said, ...REGISTERED, 'IdentityCorrected').data.identity;

function declaredIn(said: readonly SessionEvent[]) {
  const { extraTime, durationSeconds } = last(said, ...REGISTERED, 'ExtraTimeCorrected').data;
  return { extraTime, durationSeconds };
}

const numberIn = (said: readonly SessionEvent[]): string | null =>
  ofTypes(notesOf(said), 'CertificationNumberRecorded', 'CertificationNumberCorrected').at(-1)?.data
    .certificationNumber ?? null;

/** What was put right since the line was last written, with both values. */
function correctionsIn(said: readonly SessionEvent[]) {
  const { revision } = last(said, ...REGISTERED);
  const gone = ofTypes(said, 'EntryRetracted').map(({ data }) => data.entry);
  return ofTypes(said, 'IdentityCorrected', 'ExtraTimeCorrected', 'CertificationNumberCorrected')
    .filter((event) => event.revision > revision && !gone.includes(event.revision))
    .map((event) => {
      const { type, data, occurredAt } = event as SessionEvent;
      const until = said.slice(0, said.indexOf(event as SessionEvent) + 1);
      const before = until.slice(0, -1);
      const values =
        type === 'IdentityCorrected'
          ? { kind: 'identity', before: identityIn(before), after: identityIn(until) }
          : type === 'ExtraTimeCorrected'
            ? { kind: 'extraTime', before: declaredIn(before), after: declaredIn(until) }
            : {
                kind: 'certificationNumber',
                before: numberIn(before),
                after: Reflect.get(data, 'certificationNumber'),
              };
      const { candidate, reason } = event.data;
      return { ...values, candidate, reason, occurredAt, entry: entry(event as SessionEvent) };
    });
}

/** The interruptions, each with the resumption that comes next, unless another interruption does. */
function interruptionsIn(notes: readonly SessionEvent[]) {
  const stretches = ofTypes(notes, 'TestInterrupted', 'TestResumed') as readonly SessionEvent[];
  return stretches.flatMap((began, place) => {
    if (began.type !== 'TestInterrupted') return [];
    const { candidate, cause, detail } = began.data;
    const next = stretches[place + 1];
    const resumed = next?.type === 'TestResumed' ? next : null;
    return [
      {
        ...{ candidate, cause, detail, from: began.occurredAt, entry: entry(began) },
        to: resumed === null ? null : resumed.occurredAt,
        seconds: resumed === null ? null : Math.floor((resumed.occurredAt - began.occurredAt) / 1000),
        resumption: resumed === null ? null : note(resumed),
      },
    ];
  });
}

/** What the last column of the sheet says. */
const remarksIn = (notes: readonly SessionEvent[]) =>
  (ofTypes(notes, 'CommentAdded', 'ProblemSignalled', 'FraudReported') as readonly SessionEvent[]).map((event) => {
    const { occurredAt } = event;
    const at = { occurredAt, entry: entry(event) };
    if (event.type === 'CommentAdded') return { kind: 'comment', text: event.data.text, detail: null, ...at };
    if (event.type === 'FraudReported') return { kind: 'fraud', text: 'rapport de fraude', detail: null, ...at };
    const { question, wording } = event.data as SessionEvent<'ProblemSignalled'>['data'];
    return { kind: 'problem', text: `signalement épreuve n° ${question}`, detail: wording, ...at };
  });

/** Where the candidate is in the session, and why, as the examiner would say it. */
function placeIn(said: readonly SessionEvent[], startedAt: number | null) {
  const notes = notesOf(said);
  const the = (...types: readonly EventType[]): SessionEvent | undefined =>
    notes.findLast(({ type }) => types.includes(type));
  const isWithdrawn = last(said, ...REGISTERED, 'CandidateWithdrawn').type === 'CandidateWithdrawn';
  const [absent, present] = [the('CandidateAbsent'), the('CandidatePresent')];
  const isAway =
    absent !== undefined && asItHappened(present === undefined ? [absent] : [present, absent]).at(-1) === absent;
  const tested = the('CandidateStarted', 'CertificationNumberRecorded', 'CertificationNumberCorrected');
  const keptOut = tested === undefined ? the('CandidateCouldNotJoin') : undefined;
  const stretches = interruptionsIn(notes);
  const status = ((): string => {
    if (isWithdrawn) return 'withdrawn';
    if (isAway) return 'absent';
    if (the('EndScreenSeen')) return 'finished';
    if (the('CandidateLeft')) return 'left';
    if (the('EndScreenNotSeen')) return 'finished';
    if (stretches.at(-1)?.to === null) return 'interrupted';
    if (tested !== undefined || stretches.length > 0) return 'testing';
    if (!the('CandidatePresent', 'SignatureRecorded', 'CandidateCouldNotJoin')) return 'registered';
    return startedAt === null || keptOut !== undefined ? 'present' : 'testing';
  })();
  const because = (kind: string, event: SessionEvent | undefined) => ({ kind, because: event ? note(event) : null });
  const attendance = ((): ReturnType<typeof because> => {
    if (status === 'withdrawn') return because('withdrawn', undefined);
    if (status === 'absent') return because('absent', absent);
    if (status === 'left') return because('left', the('CandidateLeft'));
    if (status === 'registered') return because('expected', undefined);
    return because(keptOut === undefined ? 'present' : 'couldNotJoin', keptOut);
  })();
  return { withdrawn: isWithdrawn, status, attendance };
}

/** The whole line. @param said what the record says of its candidate, from the registration on */
export function lineOf(said: readonly SessionEvent[], startedAt: number | null) {
  const notes = notesOf(said);
  const noted = (type: EventType) => {
    const event = notes.findLast((one) => one.type === type);
    return event === undefined ? null : note(event);
  };
  const { candidate: number, email, identifier } = last(said, ...REGISTERED).data;
  const declared = declaredIn(said);
  const granted = ofTypes(notes, 'ExtraTimeGranted').at(-1);
  const certificationNumber = numberIn(said);
  return {
    number,
    ...placeIn(said, startedAt),
    identity: identityIn(said),
    email,
    identifier,
    declared,
    notes: { standing: notes.map(note), retracted: takenBackIn(said, notesOf).map(retraction) },
    corrections: correctionsIn(said),
    extraTime: {
      declared,
      verified: noted('ExtraTimeVerified'),
      granted: noted('ExtraTimeGranted'),
      durationSeconds: granted === undefined ? declared.durationSeconds : granted.data.durationSeconds,
    },
    signature: noted('SignatureRecorded'),
    certificationNumber,
    numberMissing: certificationNumber === null ? noted('CertificationNumberMissing') : null,
    endScreen: noted('EndScreenSeen') ?? noted('EndScreenNotSeen'),
    interruptions: interruptionsIn(notes),
    remarks: remarksIn(notes),
  };
}
