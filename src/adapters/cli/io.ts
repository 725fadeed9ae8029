import type { Terminal } from './stepper/screen.ts';

/** What a task says and hears. */
export interface Io {
  /** Writes to standard output; a line break is added. */
  readonly out: (text: string) => void;
  /** Writes to standard error; a line break is added. */
  readonly err: (text: string) => void;
  /** Standard input, to its end. */
  readonly input: () => Promise<string>;
  /** Tells how far something is, in one line, where somebody watches; what is written next takes it away. */
  readonly progress?: (text: string) => void;
  /** The terminal, where a person types and reads there; absent where a program or a file is at either end. */
  readonly terminal?: Terminal;
}

/** How the command line ends. */
export const EXIT = {
  done: 0,
  /** Refused, in conflict, or found at fault: nothing was recorded of it. */
  refused: 1,
  /** The command line itself was not understood. */
  usage: 2,
  /** The store or a file could not be read or written. */
  fault: 3,
} as const;

/** One of {@link EXIT}. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The command line was not understood, or names what does not exist. */
export class UsageError extends Error {}
