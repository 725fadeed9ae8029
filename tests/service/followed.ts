import type { Session } from '../../src/domain/machine/replay.ts';
import type { Register } from '../../src/service/register.ts';
import { HALF_PAST_EIGHT, MINUTE } from '../support/asked.ts';

/** The hour of the room at so many minutes after the start. */
export const past = (minutes: number): number => HALF_PAST_EIGHT + minutes * MINUTE;

/** A notice in brief: when it came, what it says, of what hour, and to whom; in minutes after the start. */
type Heard = readonly [now: number, kind: string, at: number, candidates: readonly number[], remaining: number];

export const inMinutes = (instant: number): number => (instant - HALF_PAST_EIGHT) / MINUTE;

/** What was recorded reaches those who follow in its own time. */
export const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

/** Follows a session and notes what is heard, with the hour at which it came. */
export async function followed(inUse: Register, clock: { now(): number }, session = 's') {
  const heard: Heard[] = [];
  const seen: Session[] = [];
  const faults: unknown[] = [];
  const live = await inUse.live(session, {
    onNotice: ({ kind, at, candidates, remainingSeconds }) =>
      void heard.push([inMinutes(clock.now()), kind, inMinutes(at), candidates, remainingSeconds]),
    onChange: (changed) => void seen.push(changed),
    onFault: (fault) => void faults.push(fault),
  });
  return { live, heard, seen, faults };
}
