import type { CommandInput } from '../../../src/service/register.ts';

/** Where the record lies that everybody writes to. */
export type Ground = { readonly isSealed: boolean } & (
  | { readonly file: string }
  | { readonly connectionString: string; readonly prefix: string }
);

/** The session that they race on. */
export const SESSION = 's';

/** What one process does: its sendings one after the other, as fast as it can. A sending of several is one append. */
export interface Round {
  readonly ground: Ground;
  readonly sendings: readonly (readonly CommandInput[])[];
}

/** An event as far as a process is asked what it was told of it. */
export interface Recorded {
  readonly revision: number;
  readonly id: string;
  readonly commandId: string;
}

/** What a process was told of one sending, in the end. */
export type Told =
  | { readonly kind: 'accepted'; readonly events: readonly Recorded[] }
  | { readonly kind: 'refused'; readonly rules: readonly string[] }
  /** The session was not where the command says that it was seen. */
  | { readonly kind: 'conflict' }
  /** Given up, or thrown what is none of the port's faults. */
  | { readonly kind: 'failed'; readonly what: string };

/** What became of one sending. */
export interface Outcome {
  readonly ids: readonly string[];
  /** The revision that the session had to have; `null` where any was right. */
  readonly expected: number | null;
  /** What came before the answer, each time a reason to send it again: a conflict, or a code of the port's faults. */
  readonly before: readonly string[];
  readonly told: Told;
}
