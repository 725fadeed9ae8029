import { z } from 'zod';
import { refusalOf } from './commands/read.ts';
import type { Refusal } from './machine/refusal.ts';
import type { Session } from './machine/replay.ts';
import type { Lifecycle } from './machine/table.ts';
import { personsOf } from './state/persons.ts';
import type { Person } from './values/person.ts';

/** In milliseconds. */
const DAY = 86_400_000;

/** Whole days; a hundred years at most, so that a slip of the finger is seen. */
const days = z.int().min(0).max(36_500).optional();

const retentionPolicy = z
  .strictObject({ resultsSent: days, sheetSubmitted: days, closed: days, cancelled: days })
  .refine((given) => Object.values(given).some((delay) => delay !== undefined), { error: 'retention-names-a-state' });

/**
 * How long personal data are kept, in days from when a session reached the state in which it stands. What a session is
 * kept for that stands in another state is for ever, until somebody erases it by hand.
 */
export type RetentionPolicy = z.output<typeof retentionPolicy>;

/** A policy that was read, or everything that is wrong with it. */
export type RetentionReading =
  | { readonly kind: 'read'; readonly policy: RetentionPolicy }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/** Reads a retention policy from outside. @param input anything; nothing is thrown */
export function readRetention(input: unknown): RetentionReading {
  const parsed = retentionPolicy.safeParse(input);
  return parsed.success
    ? { kind: 'read', policy: parsed.data }
    : { kind: 'refused', refusals: parsed.error.issues.map((issue) => refusalOf(issue, input)) };
}

/** In which states a delay counts, and which. */
const DELAYS: Readonly<Partial<Record<Lifecycle, (policy: RetentionPolicy) => number | undefined>>> = {
  closed: ({ closed }) => closed,
  'sheetSubmitted.underReview': ({ sheetSubmitted }) => sheetSubmitted,
  'sheetSubmitted.returned': ({ sheetSubmitted }) => sheetSubmitted,
  resultsSent: ({ resultsSent }) => resultsSent,
  cancelled: ({ cancelled }) => cancelled,
};

/** The delay of a session, in milliseconds; `null` where the policy names none for its state. */
function delayOf(lifecycle: Lifecycle, policy: RetentionPolicy): number | null {
  const delay = DELAYS[lifecycle]?.(policy);
  return delay === undefined ? null : delay * DAY;
}

/** Everybody on the record of a session who was not erased. */
const notErased = ({ state }: Session): readonly Person[] =>
  personsOf(state).filter((person) => !state.erased.includes(person));

/**
 * Whose personal data a session has kept for as long as the policy says.
 *
 * @param now epoch milliseconds
 */
export function dueForErasure(session: Session, policy: RetentionPolicy, now: number): readonly Person[] {
  const delay = delayOf(session.lifecycle, policy);
  return delay === null || now < session.state.lifecycleAt + delay ? [] : notErased(session);
}

/**
 * Whether a session keeps personal data beyond every delay of the policy, only because it never reached a state for
 * which the policy names one. Somebody has to look at it; nothing of it is erased. Its age counts from its last step, or
 * from the end of its slot where that is later.
 *
 * @param now epoch milliseconds
 */
export function isStillOpen(session: Session, policy: RetentionPolicy, now: number): boolean {
  const { lifecycle, state } = session;
  const longest = DAY * Math.max(...Object.values(policy).filter((delay) => delay !== undefined));
  const since = Math.max(state.lifecycleAt, state.slot?.endsAt ?? 0);
  return delayOf(lifecycle, policy) === null && now > since + longest && notErased(session).length > 0;
}
