import type { Warning } from '../domain/commands/define.ts';
import type { SessionEvent } from '../domain/events/catalogue.ts';
import type { Refusal } from '../domain/machine/refusal.ts';

/** The command was carried out, now or when it came before; its events are in the record. */
export interface Accepted {
  readonly kind: 'accepted';
  readonly session: string;
  /** The session's revision after the command. */
  readonly revision: number;
  readonly events: readonly SessionEvent[];
  /** What the person should know, and what did not stand in the way. */
  readonly warnings: readonly Warning[];
}

/** Nothing was recorded; these are all the rules that stand in the way. */
export interface Refused {
  readonly kind: 'refused';
  readonly refusals: readonly Refusal[];
}

/** Nothing was recorded: the session is not where the sender saw it, or others kept writing to it. */
export interface Conflicted {
  readonly kind: 'conflict';
  readonly session: string;
  /** The revision on which the command was decided. */
  readonly expected: number;
  /** The session's revision. */
  readonly actual: number;
}

/** What becomes of a command. Expected outcomes are values; a fault of the store is thrown as a `StoreError`. */
export type Answer = Accepted | Refused | Conflicted;
