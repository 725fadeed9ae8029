import { type Change, ofCandidate } from './change.ts';

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
    draft.candidates.push({
      number: data.candidate,
      identity: data.identity,
      withdrawn: false,
      durationSeconds: data.durationSeconds,
      granted: false,
      present: null,
      absent: null,
      couldNotJoin: null,
      left: null,
      started: null,
      signature: null,
      certificationNumber: null,
      numbered: null,
      numberMissing: null,
      endScreen: null,
      endScreenNotSeen: null,
      interruptions: [],
      result: false,
    });
    draft.registered += 1;
  },
  CandidateCorrected: ofCandidate((candidate, { data }) => {
    candidate.identity = data.identity;
    if (!candidate.granted) candidate.durationSeconds = data.durationSeconds;
  }),
  CandidateWithdrawn: ofCandidate((candidate, _, draft) => {
    candidate.withdrawn = true;
    draft.registered -= 1;
  }),
  IdentityCorrected: ofCandidate((candidate, { data }) => {
    candidate.identity = data.identity;
  }),
  ExtraTimeCorrected: ofCandidate((candidate, { data }) => {
    if (!candidate.granted) candidate.durationSeconds = data.durationSeconds;
  }),
  ExtraTimeGranted: ofCandidate((candidate, { data }) => {
    candidate.durationSeconds = data.durationSeconds;
    candidate.granted = true;
  }),
  ResultRecorded: ofCandidate((candidate) => {
    candidate.result = true;
  }),
};
