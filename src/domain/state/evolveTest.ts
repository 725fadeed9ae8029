import { type Change, markOf } from './change.ts';
import type { CandidateState, Interruption } from './session.ts';

/** Gives a candidate a certification number, and frees the one that it replaces. */
const number: Change<'CertificationNumberRecorded' | 'CertificationNumberCorrected'> = (draft, fact, candidate) => {
  if (candidate.certificationNumber !== null) draft.numbers.delete(candidate.certificationNumber);
  candidate.certificationNumber = fact.data.certificationNumber;
  candidate.numbered = markOf(fact);
  draft.numbers.set(fact.data.certificationNumber, candidate.number);
};

/** The last interruption that had begun by then, or `undefined`; it may have ended since. */
export function interruptionBy({ interruptions }: CandidateState, at: number): Interruption | undefined {
  let last: Interruption | undefined;
  for (const interruption of interruptions) if (interruption.began.at <= at) last = interruption;
  return last;
}

const inOrder = (a: Interruption, b: Interruption): number => a.began.at - b.began.at;

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
  CertificationNumberRecorded: number,
  CertificationNumberCorrected: number,
  CertificationNumberMissing(_, fact, candidate) {
    candidate.numberMissing = markOf(fact);
  },
  TestInterrupted(_, fact, candidate) {
    candidate.interruptions.push({ began: markOf(fact), resumed: null });
    if (candidate.interruptions.length > 1) candidate.interruptions.sort(inOrder);
  },
  TestResumed(_, fact, candidate) {
    const interruption = interruptionBy(candidate, fact.occurredAt);
    if (interruption !== undefined) interruption.resumed = markOf(fact);
  },
  EndScreenSeen(_, fact, candidate) {
    candidate.endScreen = markOf(fact);
  },
  EndScreenNotSeen(_, fact, candidate) {
    candidate.endScreenNotSeen = markOf(fact);
  },
};
