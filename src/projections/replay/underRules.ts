import { type Deadline, deadlines } from '../../domain/deadlines.ts';
import type { SessionEvent } from '../../domain/events/catalogue.ts';
import { type Breach, checkedReplay } from '../../domain/machine/replay.ts';
import { RULEBOOK_VERSION } from '../../domain/rules/rulebook.ts';
import { capOf } from '../../domain/state/session.ts';
import { type Policy, PROCEDURE_POLICY } from '../../domain/values/policy.ts';
import type { AuditHistory } from '../audit/history.ts';
import { isKnownRulebook } from './rules.ts';

/** What a session is judged by. */
export interface Rules {
  readonly policy: Policy;
  /** The version of the rulebook. */
  readonly rulebook: number;
}

/** The procedure's own policy, and the rulebook of this version of the library. */
export const RULES_OF_TODAY: Rules = { policy: PROCEDURE_POLICY, rulebook: RULEBOOK_VERSION };

/** What a history comes to by some rules. */
export interface Judgement {
  readonly rules: Rules;
  /** Every event that these rules refuse; `null` where this library does not know them. */
  readonly breaches: readonly Breach[] | null;
  /** Each candidate's time at the end of the record, for those who took the test. */
  readonly deadlines: readonly Deadline[];
  /** How many candidates its examiners may take charge of, at the end of the record. */
  readonly cap: number;
}

/** A candidate whose time differs. */
export interface OtherDeadline {
  readonly candidate: number;
  readonly recorded: Deadline;
  readonly other: Deadline;
}

/** The same history by two sets of rules, and what differs. */
export interface UnderRules {
  /** By the rules that are recorded with the session. */
  readonly recorded: Judgement;
  readonly other: Judgement;
  /** What the other rules refuse, and those of the session do not; `null` where one of them is not known. */
  readonly appeared: readonly Breach[] | null;
  /** What the other rules no longer refuse; `null` where one of them is not known. */
  readonly vanished: readonly Breach[] | null;
  readonly deadlines: readonly OtherDeadline[];
}

/**
 * A duration as another policy makes it: with the same share of extra time, and as before in favour of the candidate
 * where it is no whole second. The share itself may have been erased, so that it is read from what it made of the other.
 */
const lasting = (durationSeconds: number, before: Policy, after: Policy): number =>
  after.durationSeconds +
  Math.ceil(((durationSeconds - before.durationSeconds) * after.durationSeconds) / before.durationSeconds);

/**
 * The same history as if it had been planned by other rules: it can be replayed, judged and compared like any. What
 * people did is unchanged; the policy, the rulebook and the durations that follow from them are the other ones.
 */
export function historyUnder(history: AuditHistory, { policy, rulebook }: Rules): AuditHistory {
  let before = policy;
  const events = history.events.map((event): SessionEvent => {
    if (event.type === 'SessionPlanned') {
      before = event.data.policy;
      return { ...event, data: { ...event.data, policy, rulebook } };
    }
    if (!('durationSeconds' in event.data)) return event;
    const durationSeconds = lasting(event.data.durationSeconds, before, policy);
    return { ...event, data: { ...event.data, durationSeconds } } as SessionEvent;
  });
  return { ...history, events };
}

function judged({ events }: AuditHistory): Judgement {
  const { state, breaches } = checkedReplay(events);
  const { policy, rulebook, recordedAt } = state;
  return {
    rules: { policy, rulebook },
    breaches: isKnownRulebook(rulebook) ? breaches : null,
    deadlines: deadlines(state, recordedAt),
    cap: capOf(state),
  };
}

/** What some breaches have that others have not: the events, each with the rules that it breaks there alone. */
function onlyIn(all: readonly Breach[] | null, others: readonly Breach[] | null): readonly Breach[] | null {
  if (all === null || others === null) return null;
  const key = (revision: number, rule: string): string => `${revision} ${rule}`;
  const known = new Set(others.flatMap(({ revision, refusals }) => refusals.map(({ rule }) => key(revision, rule))));
  return all
    .map(({ revision, refusals }) => ({
      revision,
      refusals: refusals.filter(({ rule }) => !known.has(key(revision, rule))),
    }))
    .filter(({ refusals }) => refusals.length > 0);
}

/**
 * A history judged by the rules that are recorded with it, and by others: which breaches appear and vanish, whose time
 * differs, and how many candidates were allowed. Rules of a version that this library does not know are said to be
 * unknown, and nothing is guessed of what they refuse.
 *
 * @param rules today's, unless others are given: a host's own policy
 */
export function underRules(history: AuditHistory, rules: Rules = RULES_OF_TODAY): UnderRules {
  const recorded = judged(history);
  const other = judged(historyUnder(history, rules));
  return {
    recorded,
    other,
    appeared: onlyIn(other.breaches, recorded.breaches),
    vanished: onlyIn(recorded.breaches, other.breaches),
    deadlines: other.deadlines.flatMap((deadline) =>
      recorded.deadlines
        .filter(({ candidate, endsAt }) => candidate === deadline.candidate && endsAt !== deadline.endsAt)
        .map((before) => ({ candidate: deadline.candidate, recorded: before, other: deadline })),
    ),
  };
}
