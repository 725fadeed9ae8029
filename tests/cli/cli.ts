import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { run } from '../../src/adapters/cli/run.ts';

/** What the command line said, and how it ended. */
export interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line in this process. */
export async function ran(args: readonly string[], input = ''): Promise<Ran> {
  const out: string[] = [];
  const err: string[] = [];
  const code = await run(args, {
    out: (line) => void out.push(line),
    err: (line) => void err.push(line),
    input: async () => input,
  });
  return { code, out: out.join('\n'), err: err.join('\n') };
}

/** The program, as it is started. */
export const MAIN = join(import.meta.dirname, '../../src/adapters/cli/main.ts');

/** Runs the command line as a person does: in a process and a folder of its own. */
export async function started(
  cwd: string,
  args: readonly string[],
  input = '',
  engine: readonly string[] = [],
): Promise<Ran> {
  const env = { ...process.env, TMPDIR: cwd, NODE_OPTIONS: '' };
  const child = spawn(process.execPath, [...engine, MAIN, ...args], { cwd, env });
  const ended = new Promise<number | null>((resolve) => void child.on('close', resolve));
  child.stdin.on('error', () => {});
  child.stdin.end(input);
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { code, out, err };
}
