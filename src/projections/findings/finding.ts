import type { Sentence } from '../../domain/procedure.ts';
import type { RuleText } from '../../domain/rules/define.ts';
import type { DocumentKind } from '../../domain/values/document.ts';
import type { AuditHistory } from '../audit/history.ts';
import type { Replayed } from './analysis/replayed.ts';

/**
 * How much a finding weighs: `serious` where a candidate may have been wronged or the record is not what it should be,
 * `doubtful` where somebody should look at it, `note` for what is in order and good to know.
 */
export type Severity = 'serious' | 'doubtful' | 'note';

/** Something in a record that whoever judges a session should look at, in English and in French. */
export interface Finding extends RuleText {
  /** The name of the rule that found it, in kebab case. */
  readonly rule: string;
  readonly severity: Severity;
  /** The candidate whom it is about, by number; `null` where it is about the session. */
  readonly candidate: number | null;
  /** The revisions of the events that it rests on, ascending. */
  readonly events: readonly number[];
  /** The sentence of the procedure that the rule comes from; `null` where it is what any record needs. */
  readonly sentence: Sentence | null;
}

/** A finding as its rule hands it over; what all findings of a rule have in common stands in the rule. */
export type Found = Omit<Finding, 'rule' | 'severity' | 'sentence'>;

/** A file that was given for comparison: what it is said to be, and its SHA-256 in hexadecimal digits of either case. */
export interface GivenDocument {
  readonly kind: DocumentKind;
  readonly sha256: string;
}

/** What a rule reads. */
export interface FindingInput {
  readonly history: AuditHistory;
  /** What follows from the history, computed once for all rules. */
  readonly replayed: Replayed;
  /** Other sessions, for what no session shows alone; the session itself is not among them. */
  readonly others: readonly AuditHistory[];
  readonly documents: readonly GivenDocument[];
}

/**
 * A rule that reads a history and reports. It reads no field that can be erased, so that a record says the same of a
 * session before and after somebody is forgotten. A host may add rules of its own.
 */
export interface FindingRule {
  /** In kebab case. */
  readonly name: string;
  readonly severity: Severity;
  readonly sentence: Sentence | null;
  /** What it looks for. */
  readonly about: RuleText;
  /** What it finds, in any order. Times are quoted on the wall clock of the room. */
  readonly find: (input: FindingInput) => Iterable<Found>;
}
