import { type Deadline, deadlines } from '../../../domain/deadlines.ts';
import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import { type CandidateState, candidateOf, type SessionState } from '../../../domain/state/session.ts';
import type { EventsByType } from './byType.ts';

/** A duration that an event gives a candidate, extra time included, in seconds. */
export interface SaidDuration {
  readonly seconds: number;
  readonly revision: number;
}

/** What a record says of one candidate, as far as it is known today. */
export interface CandidateRecord {
  readonly number: number;
  readonly state: CandidateState;
  /** The duration as it was declared last. */
  readonly declared: SaidDuration;
  /** As it was verified last; `null` where nobody did. */
  readonly verified: SaidDuration | null;
  /** As it was granted last; `null` where nobody did. */
  readonly granted: SaidDuration | null;
  /** The candidate's time as of the close; `null` before it, and for whoever did not take the test. */
  readonly deadline: Deadline | null;
}

type Durations = Pick<CandidateRecord, 'declared' | 'verified' | 'granted'>;

/** An event that says how long a candidate has. */
type Lengthening = SessionEvent<
  'CandidateRegistered' | 'CandidateCorrected' | 'ExtraTimeCorrected' | 'ExtraTimeVerified' | 'ExtraTimeGranted'
>;

const saidBy = ({ revision, data }: Lengthening): SaidDuration => ({ seconds: data.durationSeconds, revision });

/** What was declared, verified and granted, by candidate. */
function durationsOf(of: EventsByType): ReadonlyMap<number, Durations> {
  const all = new Map<number, Durations>();
  for (const event of of('CandidateRegistered')) {
    all.set(event.data.candidate, { declared: saidBy(event), verified: null, granted: null });
  }
  const say = (as: keyof Durations, events: readonly Lengthening[]): void => {
    for (const event of events) {
      const durations = all.get(event.data.candidate);
      if (durations !== undefined) all.set(event.data.candidate, { ...durations, [as]: saidBy(event) });
    }
  };
  // A line is corrected before the start, its extra time after it: the states of the machine see to that.
  say('declared', of('CandidateCorrected'));
  say('declared', of('ExtraTimeCorrected'));
  say('verified', of('ExtraTimeVerified'));
  say('granted', of('ExtraTimeGranted'));
  return all;
}

/** What a record says of each candidate, in the order of registration. */
export function candidateRecords(of: EventsByType, state: SessionState): readonly CandidateRecord[] {
  const { closedAt } = state;
  const times = closedAt === null ? [] : deadlines(state, closedAt);
  const byCandidate = new Map(times.map((deadline) => [deadline.candidate, deadline]));
  return [...durationsOf(of)].map(([number, durations]) => ({
    number,
    state: candidateOf(state, number),
    ...durations,
    deadline: byCandidate.get(number) ?? null,
  }));
}
