import { type Change, lineOf, markOf } from './change.ts';
import { noteHolder } from './numbers.ts';
import type { CandidateState, Interruption } from './session.ts';

/** Gives a candidate a certification number, and frees the one that it replaces. */
const number: Change<'CertificationNumberRecorded' | 'CertificationNumberCorrected'> = (draft, fact) => {
  const candidate = draft.candidates[fact.data.candidate - 1];
  if (candidate === undefined) return;
  const { certificationNumber: former } = candidate;
  candidate.certificationNumber = fact.data.certificationNumber;
  candidate.numbered = markOf(fact);
  if (former !== null) noteHolder(draft, former);
  const { size } = draft.numbers;
  draft.numbers.set(fact.data.certificationNumber, candidate.number);
  // Where somebody had it already.
  if (draft.numbers.size === size) noteHolder(draft, fact.data.certificationNumber);
};

/** The last interruption that had begun by then, or `undefined`; it may have ended since. */
export function interruptionBy({ interruptions }: CandidateState, at: number): Interruption | undefined {
  for (let index = interruptions.length - 1; index >= 0; index--) {
    const interruption = interruptions[index];
    if (interruption !== undefined && interruption.began.at <= at) return interruption;
  }
  return undefined;
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
  CertificationNumberMissing(draft, fact) {
    lineOf(draft, fact.data.candidate).numberMissing = markOf(fact);
  },
  TestInterrupted(draft, fact) {
    const { interruptions } = lineOf(draft, fact.data.candidate);
    const last = interruptions.at(-1);
    interruptions.push({ began: markOf(fact), resumed: null });
    if (last !== undefined && last.began.at > fact.occurredAt) interruptions.sort(inOrder);
  },
  TestResumed(draft, fact) {
    const interruption = interruptionBy(lineOf(draft, fact.data.candidate), fact.occurredAt);
    if (interruption !== undefined) interruption.resumed = markOf(fact);
  },
  EndScreenSeen(draft, fact) {
    lineOf(draft, fact.data.candidate).endScreen = markOf(fact);
  },
  EndScreenNotSeen(draft, fact) {
    lineOf(draft, fact.data.candidate).endScreenNotSeen = markOf(fact);
  },
};
