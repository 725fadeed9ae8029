import { writeSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** Says a line, and has said it when this returns. */
export const say = (line: string): void => void writeSync(1, `${line}\n`);

/** Waits for the next word of the one who started this process. */
export async function word(): Promise<string> {
  const lines = createInterface(process.stdin);
  const said = await new Promise<string>((resolve) => lines.once('line', resolve));
  lines.close();
  return said;
}

/** What this process was started with. */
export const [path = '', ...given] = process.argv.slice(2);
