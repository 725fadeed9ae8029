import { type Change, hasLine, lineOf } from './change.ts';
import { newCandidate } from './session.ts';

/** The lines of the sheet: who, with how much time, and with what result. */
export const evolveCandidates: {
  readonly CandidateRegistered: Change<'CandidateRegistered'>;
  readonly CandidateCorrected: Change<'CandidateCorrected'>;
  readonly CandidateWithdrawn: Change<'CandidateWithdrawn'>;
  readonly IdentityCorrected: Change<'IdentityCorrected'>;
  readonly ExtraTimeCorrected: Change<'ExtraTimeCorrected'>;
  readonly ExtraTimeGranted: Change<'ExtraTimeGranted'>;
  readonly ResultRecorded: Change<'ResultRecorded'>;
} = {
  CandidateRegistered(draft, { data }) {
    draft.candidates.push(newCandidate(data.candidate, data.identity, data.durationSeconds));
    draft.registered += 1;
  },
  CandidateCorrected(draft, { data }) {
    const candidate = lineOf(draft, data.candidate);
    candidate.identity = data.identity;
    if (!candidate.granted) candidate.durationSeconds = data.durationSeconds;
  },
  CandidateWithdrawn(draft, { data }) {
    const candidate = lineOf(draft, data.candidate);
    if (candidate.withdrawn || !hasLine(draft, data.candidate)) return;
    candidate.withdrawn = true;
    draft.registered -= 1;
  },
  IdentityCorrected(draft, { data }) {
    lineOf(draft, data.candidate).identity = data.identity;
  },
  ExtraTimeCorrected(draft, { data }) {
    const candidate = lineOf(draft, data.candidate);
    if (!candidate.granted) candidate.durationSeconds = data.durationSeconds;
  },
  ExtraTimeGranted(draft, { data }) {
    const candidate = lineOf(draft, data.candidate);
    candidate.durationSeconds = data.durationSeconds;
    candidate.granted = true;
  },
  ResultRecorded(draft, { data }) {
    lineOf(draft, data.candidate).result = true;
  },
};
