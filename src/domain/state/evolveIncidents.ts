import { type Change, entered, type MarkName } from './change.ts';
import type { CandidateState, SessionState } from './session.ts';

/** An entry about the session as a whole, which can be taken back. */
const enteredForAll = (draft: SessionState, fact: { readonly revision: number }): void => {
  draft.entries.set(fact.revision, null);
};

const MARKS: readonly MarkName[] = [
  'present',
  'absent',
  'couldNotJoin',
  'left',
  'started',
  'signature',
  'numbered',
  'numberMissing',
  'endScreen',
  'endScreenNotSeen',
];

/** Takes back what an entry noted about a candidate. */
function takeBack(draft: SessionState, candidate: CandidateState, entry: number): void {
  if (candidate.numbered?.revision === entry && candidate.certificationNumber !== null) {
    draft.numbers.delete(candidate.certificationNumber);
    candidate.certificationNumber = null;
  }
  for (const name of MARKS) if (candidate[name]?.revision === entry) candidate[name] = null;
  candidate.interruptions = candidate.interruptions.filter(({ revision }) => revision !== entry);
  for (const interruption of candidate.interruptions) {
    if (interruption.resumedBy !== entry) continue;
    interruption.to = null;
    interruption.resumedBy = null;
  }
}

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
  CommentAdded: entered,
  SessionCommentAdded: enteredForAll,
  ProblemSignalled: entered,
  FraudReported: entered,
  RemainingTimeAnnounced: enteredForAll,
  AllowanceGranted(draft, fact) {
    draft.allowances.push({
      revision: fact.revision,
      seconds: fact.data.seconds,
      candidates: fact.data.candidates,
    });
    draft.entries.set(fact.revision, null);
  },
  EntryRetracted(draft, { data }) {
    for (const candidate of draft.candidates) takeBack(draft, candidate, data.entry);
    draft.allowances = draft.allowances.filter(({ revision }) => revision !== data.entry);
    draft.entries.delete(data.entry);
  },
};
