import type { Change } from './change.ts';
import type { SessionState } from './session.ts';

/** Notes that the lifecycle moved. */
const moved = (draft: SessionState, fact: { readonly occurredAt: number }): void => {
  draft.lifecycleAt = fact.occurredAt;
};

/** Planning, codes, and the moves of the lifecycle. */
export const evolveSession: {
  readonly SessionPlanned: Change<'SessionPlanned'>;
  readonly SessionReplanned: Change<'SessionReplanned'>;
  readonly ExaminerAdded: Change<'ExaminerAdded'>;
  readonly ExaminerRemoved: Change<'ExaminerRemoved'>;
  readonly SessionCancelled: Change<'SessionCancelled'>;
  readonly AccessCodeIssued: Change<'AccessCodeIssued'>;
  readonly AccessCodeGiven: Change<'AccessCodeGiven'>;
  readonly StartCorrected: Change<'StartCorrected'>;
  readonly SessionClosed: Change<'SessionClosed'>;
  readonly SheetSubmitted: Change<'SheetSubmitted'>;
  readonly SheetReturned: Change<'SheetReturned'>;
  readonly ResultsSent: Change<'ResultsSent'>;
} = {
  SessionPlanned(draft, fact) {
    draft.session = fact.data.session;
    draft.slot = fact.data.slot;
    draft.policy = fact.data.policy;
    draft.rulebook = fact.data.rulebook;
    draft.lifecycleAt = fact.occurredAt;
  },
  SessionReplanned(draft, fact) {
    draft.slot = fact.data.slot ?? draft.slot;
  },
  ExaminerAdded(draft, fact) {
    const { examiner } = fact.data;
    if (!draft.examiners.includes(examiner)) draft.examiners.push(examiner);
  },
  ExaminerRemoved(draft, fact) {
    const { examiner } = fact.data;
    draft.examiners = draft.examiners.filter((other) => other !== examiner);
    draft.formerExaminers = [...draft.formerExaminers, examiner];
  },
  AccessCodeIssued(draft, fact) {
    draft.accessCode = fact.data.accessCode;
    draft.lifecycleAt = fact.occurredAt;
  },
  AccessCodeGiven(draft, fact) {
    draft.startedAt = fact.occurredAt;
    draft.startedBy = fact.revision;
    draft.lifecycleAt = fact.occurredAt;
  },
  StartCorrected(draft, fact) {
    draft.startedAt = fact.data.startedAt;
    draft.startedBy = fact.revision;
    if (draft.closedAt === null) draft.lifecycleAt = fact.data.startedAt;
  },
  SessionClosed(draft, fact) {
    draft.closedAt = fact.occurredAt;
    draft.lifecycleAt = fact.occurredAt;
  },
  SessionCancelled: moved,
  SheetSubmitted: moved,
  SheetReturned: moved,
  ResultsSent: moved,
};
