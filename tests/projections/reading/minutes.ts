import type { SessionEvent } from '../../../src/domain/events/catalogue.ts';
import { PROCEDURE_POLICY } from '../../../src/domain/values/policy.ts';
import { entry, lineOf, note, registrations, retraction, saidOf, startOf } from './line.ts';
import { asItHappened, notesOf, ofTypes, remembered, sessionNotesOf, takenBackIn } from './notes.ts';

// The sheet and the PV as somebody writes them who has the record on paper.

const asRecorded = <N extends { readonly entry: { readonly revision: number } }>(all: readonly N[]): readonly N[] =>
  all.toSorted((a, b) => a.entry.revision - b.entry.revision);

function startIn(events: readonly SessionEvent[]) {
  const corrections = ofTypes(events, 'StartCorrected') as readonly SessionEvent<'StartCorrected'>[];
  return {
    givenAt: ofTypes(events, 'AccessCodeGiven').at(-1)?.occurredAt ?? null,
    startedAt: startOf(events),
    corrections: corrections.map((event) => ({
      kind: 'start',
      candidate: null,
      before: startOf(events.filter(({ revision }) => revision < event.revision)),
      after: event.data.startedAt,
      reason: event.data.reason,
      occurredAt: event.occurredAt,
      entry: entry(event as SessionEvent),
    })),
  };
}

/** Where, when and by whom. */
export function headerOf(record: readonly SessionEvent[]) {
  const events = remembered(record);
  const planned = ofTypes(events, 'SessionPlanned').at(-1);
  const since = planned?.revision ?? 0;
  const plans = ofTypes(events, 'SessionPlanned', 'SessionReplanned').filter(({ revision }) => revision >= since);
  const last = <V>(values: readonly (V | null)[]): V | null => values.findLast((value) => value !== null) ?? null;
  return {
    session: planned?.data.session ?? '',
    establishment: last(plans.map(({ data }) => data.establishment)),
    slot: last(plans.map(({ data }) => data.slot)),
    examiners: ofTypes(events, 'ExaminerAdded')
      .filter(
        ({ data, revision }) =>
          !ofTypes(events, 'ExaminerRemoved').some(
            (one) => one.revision > revision && one.data.examiner === data.examiner,
          ),
      )
      .map(({ data }) => ({ id: data.examiner, name: data.name })),
    accessCode: ofTypes(events, 'AccessCodeIssued').at(-1)?.data.accessCode ?? null,
    policy: planned?.data.policy ?? PROCEDURE_POLICY,
  };
}

/** The sheet and the PV but for their head. */
export function minutesOf(record: readonly SessionEvent[]) {
  const events = remembered(record);
  const start = startIn(events);
  const said = registrations(events).map((registration) => saidOf(events, registration));
  const lines = said.map((one) => lineOf(one, start.startedAt));
  const ofSession = sessionNotesOf(events);
  const ofCandidates = said.flatMap((one) => notesOf(one));
  const retracted = takenBackIn(events, sessionNotesOf).map(retraction);

  const noted = (...types: readonly SessionEvent['type'][]) =>
    ofTypes(asItHappened([...ofSession, ...ofCandidates]), ...types).map((event) => note(event as SessionEvent));
  const count = (kind: string): number => lines.filter(({ attendance }) => attendance.kind === kind).length;
  const kinds = ['expected', 'present', 'absent', 'couldNotJoin', 'left', 'withdrawn'];
  return {
    start,
    lines,
    notes: { standing: ofSession.map(note), retracted },
    revision: record.at(-1)?.revision ?? 0,
    attendance: {
      ...Object.fromEntries(kinds.map((kind) => [kind, count(kind)])),
      registered: lines.filter(({ withdrawn }) => !withdrawn).length,
      tookPart: count('present') + count('left'),
    },
    given: noted('AccessCodeGiven').at(-1) ?? null,
    starts: noted('CandidateStarted'),
    closing: noted('SessionClosed').at(-1) ?? null,
    allowances: noted('AllowanceGranted'),
    announcements: noted('RemainingTimeAnnounced'),
    interruptions: lines
      .flatMap(({ interruptions }) => interruptions)
      .toSorted((a, b) => a.from - b.from || a.entry.revision - b.entry.revision),
    problems: noted('ProblemSignalled').map((problem) => ({
      ...problem,
      mention: `signalement épreuve n° ${Reflect.get(problem, 'question')}`,
    })),
    frauds: noted('FraudReported'),
    comments: noted('CommentAdded', 'SessionCommentAdded'),
    corrections: asRecorded([...start.corrections, ...lines.flatMap(({ corrections }) => corrections)]),
    lateEntries: asItHappened([...ofSession, ...ofCandidates])
      .map(note)
      .filter(({ entry: { late } }) => late),
    retractions: asRecorded([...retracted, ...lines.flatMap(({ notes }) => notes.retracted)]),
    changesOfPlan: noted('SessionReplanned', 'ExaminerRemoved', 'SessionCancelled'),
    documents: noted('DocumentRecorded', 'SheetPrinted'),
    submissions: noted('SheetSubmitted', 'SheetReturned', 'ResultsSent'),
  };
}
