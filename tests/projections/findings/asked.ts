import type { EventData, EventType, SessionEvent } from '../../../src/domain/events/catalogue.ts';
import { apply } from '../../../src/domain/machine/replay.ts';
import { auditHistory } from '../../../src/projections/audit/history.ts';
import type { Finding } from '../../../src/projections/findings/finding.ts';
import { type FindingOptions, findingsOf } from '../../../src/projections/findings/findings.ts';
import { held, type Otherwise, PLAN, type Plan, type Room } from './held.ts';

/** What is found in these events, by one rule where it is named. */
export const found = (events: Iterable<unknown>, rule: string | null = null, options: FindingOptions = {}) =>
  findingsOf(auditHistory(events), options).filter((finding) => rule === null || finding.rule === rule);

/** What one rule finds in the example session, in French. */
export const frenchOf = (rule: string, otherwise: Otherwise, plan: Plan = PLAN): readonly string[] =>
  found(held(plan, otherwise).story.events, rule).map(({ fr }) => fr);

/** Whom a finding is about, and the events that it rests on. */
export const bare = ({ candidate, events }: Finding) => ({ candidate, events });

/** The revisions of the events of these types, of one candidate where there is one. */
export const revisionsOf = (
  events: readonly SessionEvent[],
  types: readonly EventType[],
  candidate: number | null = null,
): readonly number[] =>
  events
    .filter(({ type }) => types.includes(type))
    .filter(({ data }) => candidate === null || ('candidate' in data && data.candidate === candidate))
    .map(({ revision }) => revision);

/** Puts a fact into the record without asking any rule, as of the room's clock unless it says otherwise. */
export function forge<T extends EventType>(
  { story }: Room,
  type: T,
  data: EventData<T>,
  times: Partial<Pick<SessionEvent, 'occurredAt' | 'recordedAt'>> = {},
): void {
  const last = story.events.at(-1);
  if (last === undefined) throw new Error('nothing is recorded that a forgery could follow');
  const revision = last.revision + 1;
  const id = `${last.id.slice(0, -12)}${String(revision).padStart(12, '0')}`;
  const at = { occurredAt: story.now, recordedAt: story.now, ...times };
  const event = { ...last, id, revision, type, data, ...at } as unknown as SessionEvent;
  apply(story.draft, event);
  story.events.push(event);
}
