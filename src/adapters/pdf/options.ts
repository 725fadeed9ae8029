import type { Head } from '../../domain/seal/head.ts';

/** What a printed document says beside its view. */
export interface PrintOptions {
  /**
   * The head of the record that the view was made of, for whoever compares paper and record later; `null` where the record
   * is not sealed.
   */
  readonly head: Head | null;
  /** When it is printed, epoch milliseconds. The same view, head and instant give the same bytes. */
  readonly at: number;
}
