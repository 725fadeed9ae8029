import type { Mark } from '../../../domain/state/session.ts';
import type { CandidateRecord } from './candidates.ts';
import type { Replayed, StandingAfter } from './replayed.ts';

/**
 * What shows that a candidate's test was over. That the end screen was not seen shows it only where it was noted before
 * the close, for another reason than that the time ran out: whether it had is what is asked, and what is explained
 * afterwards gives nobody their time back.
 */
function endsOf({ eventAt }: Replayed, close: StandingAfter, { state }: CandidateRecord): readonly Mark[] {
  const { endScreen, left, endScreenNotSeen: notSeen } = state;
  const inTime = notSeen !== null && notSeen.revision < close.event.revision;
  const event = inTime ? eventAt(notSeen.revision) : undefined;
  const isOver = event?.type === 'EndScreenNotSeen' && event.data.cause !== 'timeRanOut';
  return [endScreen, left, isOver ? notSeen : null].filter((mark) => mark !== null);
}

/** Whether a candidate's test was over by then. @param at epoch milliseconds */
export const hadEndedBy = (replayed: Replayed, close: StandingAfter, candidate: CandidateRecord, at: number): boolean =>
  endsOf(replayed, close, candidate).some((mark) => mark.at <= at);

/** The revisions of the events that say when a candidate's time is over. */
export function clockEvents({ session }: Replayed, { number, state, declared, granted }: CandidateRecord) {
  const { policy, startedBy, allowances } = session.state;
  const own = policy.clock === 'candidateStart' ? state.started : null;
  const given = allowances.filter(({ candidates }) => candidates === 'all' || candidates.includes(number));
  return [own?.revision ?? startedBy, (granted ?? declared).revision, ...given.map(({ revision }) => revision)];
}
