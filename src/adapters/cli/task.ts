import type { Actor } from '../../domain/store/envelope.ts';
import type { ExitCode, Io } from './io.ts';

/** The options of every task. */
export interface CommonOptions {
  /** The register: a file, or the connection string of a server. */
  readonly db: string;
  /** Whether it was named, and is not the one that stands for want of a name. */
  readonly isDbGiven: boolean;
  /** Whether the answer is JSON, for a program. */
  readonly json: boolean;
  /** Who acts, where a command does not say. */
  readonly actor: Actor;
}

/** What a task is told. */
export interface Call extends CommonOptions {
  readonly io: Io;
  /** What stands after the task's name, options left out. */
  readonly words: readonly string[];
  /** The task's own options. */
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
  /** Those of the task's own options that may be given several times. */
  readonly lists: Readonly<Record<string, readonly string[]>>;
}

/** An option of a task, with what it does. */
export interface Option {
  readonly type: 'string' | 'boolean';
  /** One letter for it. */
  readonly short?: string;
  /** Whether it may be given several times. */
  readonly multiple?: true;
  readonly help: string;
}

/** Something that the command line can do. */
export interface Task {
  /** How it is written, after `emargement`. */
  readonly usage: string;
  /** What it does, in French, in one line. */
  readonly summary: string;
  /** How many words it takes, at least and at most. */
  readonly words: readonly [least: number, most: number];
  /** Its own options, each with what it does. */
  readonly options: Readonly<Record<string, Option>>;
  readonly run: (call: Call) => Promise<ExitCode>;
}
