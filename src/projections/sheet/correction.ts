import type { CandidateIdentity } from '../../domain/values/people.ts';
import type { MaybeErased } from '../../domain/values/personal.ts';
import type { Noted } from '../entry.ts';
import type { DeclaredExtraTime } from './extraTime.ts';

/** Something that was put right: the former value, the new one, and why. Who did it is the actor of its entry. */
interface Corrected<Kind extends string, Before, After = Before> extends Noted {
  readonly kind: Kind;
  /** The candidate whom it is about, or `null` for the session. */
  readonly candidate: number | null;
  readonly before: Before;
  readonly after: After;
  readonly reason: MaybeErased<string>;
}

/** The start of the clock was put right; epoch milliseconds. */
export type StartCorrection = Corrected<'start', number | null, number>;

/** A candidate's identity, certification number or declared extra time was put right after the start. */
export type LineCorrection =
  | Corrected<'identity', MaybeErased<CandidateIdentity>>
  | Corrected<'certificationNumber', string | null, string>
  | Corrected<'extraTime', DeclaredExtraTime>;

/** Anything that was put right after the start. */
export type Correction = StartCorrection | LineCorrection;
