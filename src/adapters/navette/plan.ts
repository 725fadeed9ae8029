import type { Establishment } from '../../domain/values/establishment.ts';
import type { ExaminerName } from '../../domain/values/people.ts';
import type { Slot } from '../../domain/values/slot.ts';

/** A session as one row of the Navette plans it. */
export interface NavettePlan {
  /** The physical line on which the row begins, counted from 1. */
  readonly line: number;
  readonly establishment: Establishment;
  /** The stored form, with the instants worked out. */
  readonly slot: Slot;
  /** At least one. The same person has the same `id` in the whole file. */
  readonly examiners: readonly { readonly id: string; readonly name: ExaminerName }[];
}
