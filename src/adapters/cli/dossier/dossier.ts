import type { Person } from '../../../domain/privacy/person.ts';
import type { RuleText } from '../../../domain/rules/define.ts';
import type { AuditHistory } from '../../../projections/audit/history.ts';
import type { SessionHeader } from '../../../projections/header.ts';
import type { Unopened } from '../../evidence/opened.ts';
import type { Seal } from './seal.ts';

/** Where a session was read from. */
export type Source =
  | { readonly kind: 'register'; readonly db: string }
  | { readonly kind: 'file'; readonly path: string };

/** A session as an audit reads it, wherever it lies: what can be read of it, and everything that cannot. */
export interface Dossier {
  readonly source: Source;
  /** The session's identity, as the record or the file says it; empty where neither does. */
  readonly session: string;
  /** What stands at the head of its documents, as it is known today: its day and its wall clock among them. */
  readonly header: SessionHeader;
  readonly history: AuditHistory;
  /** Whether what was read is what was recorded. */
  readonly seal: Seal;
  /** What is encrypted and does not open though its key is there. */
  readonly unopened: readonly Unopened[];
  /** Whose key is not there. */
  readonly withoutKey: readonly Person[];
  /** Who was erased. */
  readonly erased: readonly Person[];
  /** Why a file was not read to its end; `null` where it was. */
  readonly fault: RuleText | null;
}
