import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { onTestFinished } from 'vitest';

/** A process of its own, which talks in lines. */
export interface Child {
  /** The next line that it says; `null` once it has ended. */
  readonly line: () => Promise<string | null>;
  /** All lines that it has yet to say, until it ends. */
  readonly rest: () => Promise<string[]>;
  readonly say: (line: string) => void;
  /** Ends it as a power cut would: nothing of it runs any more. */
  readonly kill: () => void;
  /** How it ended: its exit code, or `null` where it was killed. */
  readonly ended: Promise<number | null>;
}

/** Runs one of the scripts in `workers`, or the one at an absolute path, in a process of its own. */
export const start = (script: string, ...args: readonly string[]): Child =>
  childOf(spawn(process.execPath, [scriptAt(script), ...args], { stdio: ['pipe', 'pipe', 'inherit'] }));

/** The same, for a process that can write no file beyond so many blocks of 512 bytes: its disk is full. */
export const startOnFullDisk = (blocks: number, script: string, ...args: readonly string[]): Child => {
  const limited = `trap '' XFSZ; ulimit -f ${blocks}; exec "$@"`;
  const command = ['-c', limited, 'sh', process.execPath, scriptAt(script), ...args];
  return childOf(spawn('/bin/sh', command, { stdio: ['pipe', 'pipe', 'inherit'] }));
};

const scriptAt = (name: string): string => resolve(import.meta.dirname, '../workers', name);

function childOf(child: ChildProcess): Child {
  const { stdin, stdout } = child;
  if (stdin === null || stdout === null) throw new Error('a child without pipes');
  // A child that was killed no longer reads.
  stdin.on('error', () => {});
  onTestFinished(() => void child.kill('SIGKILL'));
  const ended = once(child, 'close').then(([code]: (number | null)[]) => code ?? null);
  const lines = createInterface(stdout)[Symbol.asyncIterator]();
  const line = async () => {
    const { done, value } = await lines.next();
    return done === true ? null : value;
  };
  return {
    line,
    rest: async () => {
      const said: string[] = [];
      for (let next = await line(); next !== null; next = await line()) said.push(next);
      return said;
    },
    say: (text) => void stdin.write(`${text}\n`),
    kill: () => void child.kill('SIGKILL'),
    ended,
  };
}
