import type { AuditHistory } from '../audit/history.ts';
import { replayed } from './analysis/replayed.ts';
import type { Finding, FindingInput, FindingRule, GivenDocument, Severity } from './finding.ts';
import { FINDING_RULES } from './rules/index.ts';

/** What findings may be asked with. */
export interface FindingOptions {
  /** Other sessions, for certification numbers that stand twice and examiners who are in two rooms; the session itself may be among them. */
  readonly others?: readonly AuditHistory[];
  /** Files whose digests are compared with those that the record names. */
  readonly documents?: readonly GivenDocument[];
  /** A host's own rules, asked after those of this library. */
  readonly rules?: readonly FindingRule[];
}

/** Most findings of one rule that are kept; one more says how many there were beside. */
const MOST = 1000;

/** The gravest first. */
const RANKS: Readonly<Record<Severity, number>> = { serious: 0, doubtful: 1, note: 2 };

/** The findings of a rule, as many as are kept. */
function foundBy({ name: rule, severity, sentence, find }: FindingRule, input: FindingInput): readonly Finding[] {
  const kept: Finding[] = [];
  let more = 0;
  for (const found of find(input)) {
    const { candidate, events, en, fr } = found;
    if (kept.length < MOST) kept.push({ rule, severity, candidate, events, en, fr, sentence });
    else more++;
  }
  if (more === 0) return kept;
  const text = {
    en: `${more} more findings of this rule are not shown.`,
    fr: `${more} autres constats de cette règle ne sont pas montrés.`,
  };
  return [...kept, { rule, severity, sentence, candidate: null, events: [], ...text }];
}

/** What rests on no event comes last. */
const firstEvent = ({ events: [first] }: Finding): number => first ?? Number.MAX_SAFE_INTEGER;

const inOrder = (a: Finding, b: Finding): number =>
  RANKS[a.severity] - RANKS[b.severity] || firstEvent(a) - firstEvent(b);

/** Whether two histories are of the same stream. */
const isSame = ({ events: [a] }: AuditHistory, { events: [b] }: AuditHistory): boolean =>
  a !== undefined && a.stream === b?.stream;

/**
 * What somebody who judges a session should look at: by severity, then by the first event that it rests on, then in the
 * order of the rules. The same history has the same findings, with and without what is personal in it.
 *
 * @param history as `auditHistory` reads it
 */
export function findingsOf(history: AuditHistory, options: FindingOptions = {}): readonly Finding[] {
  const { others = [], documents = [], rules = [] } = options;
  const input: FindingInput = {
    history,
    replayed: replayed(history),
    others: others.filter((other) => !isSame(history, other)),
    documents,
  };
  return [...FINDING_RULES, ...rules].flatMap((rule) => foundBy(rule, input)).sort(inOrder);
}
