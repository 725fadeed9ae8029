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

/** An event that says how long a candidate has. */
type Lengthening = SessionEvent<
  'CandidateRegistered' | 'CandidateCorrected' | 'ExtraTimeCorrected' | 'ExtraTimeVerified' | 'ExtraTimeGranted'
>;

/** What the last of these events says of each candidate. */
const lastSaid = (events: readonly Lengthening[]): ReadonlyMap<number, SaidDuration> =>
  new Map(events.map(({ revision, data }) => [data.candidate, { seconds: data.durationSeconds, revision }]));

/** What a record says of each candidate, in the order of registration. */
export function candidateRecords(of: EventsByType, state: SessionState): readonly CandidateRecord[] {
  const { closedAt } = state;
  const times = new Map(
    closedAt === null ? [] : deadlines(state, closedAt).map((deadline) => [deadline.candidate, deadline]),
  );
  // A line is corrected before the start, its extra time after it: the states of the machine see to that.
  const corrected = lastSaid([...of('CandidateCorrected'), ...of('ExtraTimeCorrected')]);
  const verified = lastSaid(of('ExtraTimeVerified'));
  const granted = lastSaid(of('ExtraTimeGranted'));
  return [...lastSaid(of('CandidateRegistered'))].map(([number, registered]) => ({
    number,
    state: candidateOf(state, number),
    declared: corrected.get(number) ?? registered,
    verified: verified.get(number) ?? null,
    granted: granted.get(number) ?? null,
    deadline: times.get(number) ?? null,
  }));
}
