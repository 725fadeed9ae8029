import type { EventData, EventType, Fact, SessionEvent } from '../../../../src/domain/events/catalogue.ts';
import { ERASED } from '../../../../src/domain/values/personal.ts';
import { type Policy, PROCEDURE_POLICY } from '../../../../src/domain/values/policy.ts';
import { forgedAt } from '../../forgedAt.ts';

// Records that nobody would come to by commands: what few sessions see, one after the other.

/** The midnight before the session, in Paris. */
const MIDNIGHT = Date.parse('2019-05-13T22:00:00Z');

const MINUTE = 60_000;

/** Seven in the morning. */
const EARLY = 420;

/** The instant of a minute of that day. */
export const instantOf = (minute: number): number => MIDNIGHT + minute * MINUTE;

/** What an event says, and how many minutes after midnight it happened. */
export interface Said {
  readonly type: EventType;
  readonly data: object;
  readonly minute: number;
}

/** What an event says, early in the morning unless a minute is given. */
export const said = <T extends EventType>(type: T, data: EventData<T>, minute = EARLY): Said => ({
  type,
  data,
  minute,
});

/** What was said, as a record: five events at once, the next five minutes later. */
export const writtenDown = (session: string, all: readonly Said[], from = EARLY): readonly SessionEvent[] =>
  all.map(({ type, data, minute }, index) => ({
    ...forgedAt(
      {
        ...{ type, data, revision: index + 1 },
        ...{ occurredAt: instantOf(minute), recordedAt: instantOf(from + index - (index % 5)) },
      } as Fact,
      index + 1,
    ),
    stream: `session-${session}`,
  }));

/** A slot of that day, in minutes after midnight. */
export const slotAt = (from: number, minutes: number) => ({
  ...{ date: '2019-05-14', start: '08:30', end: '10:30', zone: 'Europe/Paris', site: 'Lycée', room: 'B12' },
  ...{ startsAt: instantOf(from), endsAt: instantOf(from + minutes) },
});

/** A session is planned. */
export const plannedAs = (session: string, slot: ReturnType<typeof slotAt>, decided: Partial<Policy>): Said =>
  said('SessionPlanned', {
    session,
    establishment: { name: 'Lycée', address: '1 rue Haute', postalCode: '01000', city: 'Bourg' },
    slot,
    policy: { ...PROCEDURE_POLICY, ...decided },
    rulebook: 1,
  });

/** A candidate is put on the sheet. */
export const registered = (candidate: number, durationSeconds = 6300): Said =>
  said('CandidateRegistered', {
    ...{ candidate, identity: ERASED, email: null, identifier: null, extraTime: null, durationSeconds },
    ...{ homonymOf: [], homonymKnown: false },
  });

/** An examiner is put in charge. */
export const named = (examiner: string): Said => said('ExaminerAdded', { examiner, name: ERASED });
