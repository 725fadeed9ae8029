import type { EventType, SessionEvent } from '../../../domain/events/catalogue.ts';
import { standsAlone } from './typedInLast.ts';

/** What an examiner notes on paper, and may type in when everything is over. */
export const ON_PAPER: readonly EventType[] = [
  'CandidateStarted',
  'CandidateLeft',
  'CertificationNumberRecorded',
  'ProblemSignalled',
  'FraudReported',
  'CommentAdded',
  'SessionCommentAdded',
  'AllowanceGranted',
  'RemainingTimeAnnounced',
  'TestInterrupted',
  'TestResumed',
  'EndScreenSeen',
];

/** Of these the last one counts, so that it matters which of two was typed in last. */
const LAST_COUNTS: readonly EventType[] = ['CandidateLeft', 'CertificationNumberRecorded'];

/** What a retraction takes with it, if it knows of it. */
const OF_AN_INTERRUPTION: readonly EventType[] = ['TestInterrupted', 'TestResumed'];

const isOfTheSame = (event: SessionEvent, { type, data }: SessionEvent): boolean =>
  type === event.type && 'candidate' in data && 'candidate' in event.data && data.candidate === event.data.candidate;

/** The facts that may be typed in after all others: nothing corrects them, and nothing else is of their instant. */
export const movable = (events: readonly SessionEvent[]): readonly SessionEvent[] =>
  events.filter(
    (event) =>
      ON_PAPER.includes(event.type) &&
      standsAlone(events, event) &&
      events.filter(({ occurredAt }) => occurredAt === event.occurredAt).length === 1 &&
      (!LAST_COUNTS.includes(event.type) || events.filter((other) => isOfTheSame(event, other)).length === 1) &&
      (!OF_AN_INTERRUPTION.includes(event.type) || !events.some(({ type }) => type === 'EntryRetracted')),
  );
