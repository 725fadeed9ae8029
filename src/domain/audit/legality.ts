import type { SessionEvent } from '../events/catalogue.ts';
import { checkedReplay } from '../machine/replay.ts';
import type { Lifecycle } from '../machine/table.ts';
import { plain, type RuleText, said } from '../rules/define.ts';
import { readStored } from './stored.ts';

/** An event of a session that cannot be read, or that the rules refuse. */
export interface LegalityFinding extends RuleText {
  readonly kind: 'event-unreadable' | 'rule-broken';
  /** The event's revision; where not even that can be read, its place among the events. */
  readonly revision: number;
  /** The rule that is broken; `null` where the event cannot be read. */
  readonly rule: string | null;
}

/** Whether a history follows the procedure. */
export interface Legality {
  /** How many events there are. */
  readonly events: number;
  /** How many of them were judged: those before the first one that cannot be read. */
  readonly judged: number;
  /** Where the session stands after the events that were judged. */
  readonly lifecycle: Lifecycle;
  /** In the order of the events, the unreadable ones last. */
  readonly findings: readonly LegalityFinding[];
  /** How many findings were not kept. */
  readonly more: number;
}

/** Most findings that are kept. */
const FINDINGS = 100;

const UNREADABLE: RuleText = {
  en: 'Revision {revision} cannot be read ({fault} at {path}): it and what follows was not judged.',
  fr: 'La révision {revision} ne peut être lue ({fault}, en {path}) : ni elle ni la suite n’ont été jugées.',
};

/**
 * Judges the history of one session by the rules: each event is read strictly, and replayed with every rule asked. Rules
 * read nothing that can be erased or encrypted, so that a history is judged alike with and without its keys.
 *
 * @param events as a store handed them out, or a file holds them, in the order of their revisions
 */
export function legalityOf(events: Iterable<unknown>): Legality {
  let count = 0;
  let judged = 0;
  const unreadable: LegalityFinding[] = [];

  function* readable(): Generator<SessionEvent> {
    for (const value of events) {
      count++;
      const reading = readStored(value);
      if (reading.kind === 'unreadable') {
        const { path, fault } = reading;
        const revision = reading.revision ?? count;
        const quoted = { revision: plain(revision), path: plain(path), fault: plain(fault) };
        unreadable.push({ kind: 'event-unreadable', revision, rule: null, ...said(UNREADABLE, quoted) });
      } else if (unreadable.length === 0) {
        judged++;
        yield reading.event;
      }
    }
  }

  const { breaches, lifecycle } = checkedReplay(readable());
  const broken = breaches.flatMap(({ revision, refusals }) =>
    refusals.map(({ rule, en, fr }): LegalityFinding => ({ kind: 'rule-broken', revision, rule, en, fr })),
  );
  const findings = [...broken, ...unreadable];
  return {
    events: count,
    judged,
    lifecycle,
    findings: findings.slice(0, FINDINGS),
    more: Math.max(0, findings.length - FINDINGS),
  };
}
