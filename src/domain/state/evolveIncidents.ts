import { type Change, hasLine } from './change.ts';
import { takeBack } from './entries.ts';

/** Comments, reports, time given back, and entries taken back. */
export const evolveIncidents: {
  readonly CommentAdded: Change<'CommentAdded'>;
  readonly SessionCommentAdded: Change<'SessionCommentAdded'>;
  readonly ProblemSignalled: Change<'ProblemSignalled'>;
  readonly FraudReported: Change<'FraudReported'>;
  readonly RemainingTimeAnnounced: Change<'RemainingTimeAnnounced'>;
  readonly AllowanceGranted: Change<'AllowanceGranted'>;
  readonly EntryRetracted: Change<'EntryRetracted'>;
} = {
  CommentAdded(draft, { revision, data }) {
    if (hasLine(draft, data.candidate)) draft.notes.set(revision, data.candidate);
  },
  SessionCommentAdded(draft, { revision }) {
    draft.notes.set(revision, null);
  },
  ProblemSignalled(draft, { revision, data }) {
    if (hasLine(draft, data.candidate)) draft.notes.set(revision, data.candidate);
  },
  FraudReported(draft, { revision, data }) {
    if (hasLine(draft, data.candidate)) draft.notes.set(revision, data.candidate);
  },
  RemainingTimeAnnounced(draft, { revision }) {
    draft.notes.set(revision, null);
  },
  AllowanceGranted(draft, { revision, data }) {
    draft.allowances.push({ revision, seconds: data.seconds, candidates: data.candidates });
  },
  EntryRetracted(draft, { data }) {
    takeBack(draft, data.entry);
  },
};
