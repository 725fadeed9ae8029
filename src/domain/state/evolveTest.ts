import type { Fact } from '../events/catalogue.ts';
import { type Change, markOf, noted, ofCandidate } from './change.ts';
import type { CandidateState, Interruption, SessionState } from './session.ts';

/** Gives a candidate a certification number, and frees the one that it replaces. */
const numbered = (
  candidate: CandidateState,
  fact: Fact<'CertificationNumberRecorded' | 'CertificationNumberCorrected'>,
  draft: SessionState,
): void => {
  if (candidate.certificationNumber !== null) draft.numbers.delete(candidate.certificationNumber);
  candidate.certificationNumber = fact.data.certificationNumber;
  candidate.numbered = markOf(fact);
  draft.numbers.set(fact.data.certificationNumber, candidate.number);
  draft.entries.set(fact.revision, candidate.number);
};

/** The last interruption that had begun by then, or `undefined`; it may have ended since. */
export const interruptionBy = (candidate: CandidateState, at: number): Interruption | undefined =>
  candidate.interruptions.findLast(({ from }) => from <= at);

/** What happens to a candidate's test while the clock runs. */
export const evolveTest: {
  readonly CertificationNumberRecorded: Change<'CertificationNumberRecorded'>;
  readonly CertificationNumberCorrected: Change<'CertificationNumberCorrected'>;
  readonly CertificationNumberMissing: Change<'CertificationNumberMissing'>;
  readonly TestInterrupted: Change<'TestInterrupted'>;
  readonly TestResumed: Change<'TestResumed'>;
  readonly EndScreenSeen: Change<'EndScreenSeen'>;
  readonly EndScreenNotSeen: Change<'EndScreenNotSeen'>;
} = {
  CertificationNumberRecorded: ofCandidate(numbered),
  CertificationNumberCorrected: ofCandidate(numbered),
  CertificationNumberMissing: noted('numberMissing'),
  TestInterrupted: ofCandidate((candidate, fact, draft) => {
    const place = candidate.interruptions.findLastIndex(({ from }) => from <= fact.occurredAt) + 1;
    const interruption = { from: fact.occurredAt, revision: fact.revision, to: null, resumedBy: null };
    candidate.interruptions.splice(place, 0, interruption);
    draft.entries.set(fact.revision, candidate.number);
  }),
  TestResumed: ofCandidate((candidate, fact, draft) => {
    const interruption = interruptionBy(candidate, fact.occurredAt);
    if (interruption === undefined) return;
    interruption.to = fact.occurredAt;
    interruption.resumedBy = fact.revision;
    draft.entries.set(fact.revision, candidate.number);
  }),
  EndScreenSeen: noted('endScreen'),
  EndScreenNotSeen: noted('endScreenNotSeen'),
};
