import { randomFillSync } from 'node:crypto';
import type { ReadCommand } from '../domain/commands/catalogue.ts';
import type { Session } from '../domain/machine/replay.ts';
import type { RuleText } from '../domain/rules/define.ts';

/** Where the time comes from. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  setTimeout(callback: () => void, milliseconds: number): unknown;
  clearTimeout(handle: unknown): void;
}

/** Where chance comes from: this many random bytes, from a source that nobody can foresee. */
export type Randomness = (bytes: number) => Uint8Array;

/**
 * Asks the host whether an actor may give a command. The library records role and identity as the host authenticated
 * them, and knows no rights of its own.
 *
 * @returns why not, in both languages; `null` where it is allowed
 */
export type Authorize = (command: ReadCommand, session: Session) => RuleText | null | Promise<RuleText | null>;

/** What a register takes from its host. */
export interface RegisterOptions {
  /** The machine's own clock unless it is given. */
  readonly clock?: Clock;
  /** The machine's own source unless it is given. */
  readonly random?: Randomness;
  /** Everything is allowed unless it is given. */
  readonly authorize?: Authorize;
}

/** What a register works with. */
export interface Ports {
  readonly clock: Clock;
  readonly random: Randomness;
  readonly authorize: Authorize | null;
}

const systemClock: Clock = {
  now: () => Date.now(),
  setTimeout: (callback, milliseconds) => setTimeout(callback, milliseconds),
  clearTimeout: (handle) => clearTimeout(handle as NodeJS.Timeout),
};

/** The ports of a register, those of the machine where the host gives none. */
export const portsOf = ({ clock, random, authorize }: RegisterOptions): Ports => ({
  clock: clock ?? systemClock,
  random: random ?? ((bytes) => randomFillSync(new Uint8Array(bytes))),
  authorize: authorize ?? null,
});
