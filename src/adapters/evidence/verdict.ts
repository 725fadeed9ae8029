import type { Person } from '../../domain/privacy/person.ts';
import type { RuleText } from '../../domain/rules/define.ts';
import type { Head } from '../../domain/seal/head.ts';
import type { EvidenceFinding, Findings } from './findings.ts';
import type { Header } from './format.ts';

/**
 * What is checked of an evidence file, in this order.
 *
 * - `schema`: the file has its form, each event the one that its type declares, and the header repeats the events
 * - `chain`: each event carries the digest of the one before it
 * - `head`: the last event is the one that is known from elsewhere, or that the signature names
 * - `inclusion`: the session stands in the log of heads whose root is known
 * - `root`: that root is known from elsewhere, or signed by a trusted key
 * - `signature`: the file is byte for byte what a trusted key signed
 * - `lifecycle`: the events keep the rules of the procedure
 * - `personal`: what is encrypted opens with the keys in the file, and they are no more than they may be
 * - `documents`: files that were given are those that the events speak of
 */
export type CheckName =
  | 'schema'
  | 'chain'
  | 'head'
  | 'inclusion'
  | 'root'
  | 'signature'
  | 'lifecycle'
  | 'personal'
  | 'documents';

/** `notChecked`: what it takes was not in the file, or was not given. */
export type Outcome = 'holds' | 'fails' | 'notChecked';

/** One check, in words that name the first thing that is wrong. */
export interface EvidenceCheck extends RuleText {
  readonly check: CheckName;
  readonly outcome: Outcome;
  /** The first wrong event; `null` where none is, or none can be named. */
  readonly revision: number | null;
  /** At most 100, and what stopped the reading. */
  readonly findings: readonly EvidenceFinding[];
  /** How many findings were not kept. */
  readonly more: number;
}

/** What an evidence file was found to be. */
export interface EvidenceVerdict {
  /** Whether nothing that was checked fails. What was not checked is not vouched for. */
  readonly sound: boolean;
  /** What the file says of itself; `null` where that cannot be read. */
  readonly header: Header | null;
  /** The head of the events in the file, computed from them; `null` where there is none. */
  readonly head: Head | null;
  /** The last event that a head vouches for that is known, or signed by a trusted key; `null` where none does. */
  readonly vouchedUpTo: number | null;
  /** The first event that was changed, removed, added or moved, as far as the seal shows it. */
  readonly firstWrong: number | null;
  readonly checks: readonly EvidenceCheck[];
  /** Persons who were not erased, and of whom something is encrypted whose key is not in the file. */
  readonly unreadable: readonly Person[];
  /** Persons who were erased from the record. */
  readonly erased: readonly Person[];
  /** What follows from the checks. */
  readonly proves: readonly RuleText[];
  /** What does not follow, however much one would like it to. */
  readonly doesNotProve: readonly RuleText[];
}

/** A check that found something, or that has nothing to say against the file. */
export function checked(
  check: CheckName,
  findings: Findings,
  otherwise: 'holds' | 'notChecked',
  words: RuleText,
): EvidenceCheck {
  const { list, more } = findings;
  const [first] = list;
  if (first === undefined) return { check, outcome: otherwise, ...words, revision: null, findings: list, more };
  const revisions = list.flatMap(({ revision }) => (revision === null ? [] : [revision]));
  const others = list.length + more - 1;
  const en = others === 0 ? first.en : `${first.en} (${others} more)`;
  const fr = others === 0 ? first.fr : `${first.fr} (et ${others} de plus)`;
  const revision = revisions.length === 0 ? null : Math.min(...revisions);
  return { check, outcome: 'fails', en, fr, revision, findings: list, more };
}
