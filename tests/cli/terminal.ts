import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { folder } from '../stores/support/folder.ts';

const { CI } = process.env;

/** Whether there is a terminal to be had; where everything is checked, there must be. */
export const hasTerminal =
  spawnSync('script', ['--version']).stdout?.toString().includes('util-linux') === true || CI !== undefined;

/** What a program writes that takes the screen, and that gives it back. */
export const [ENTERED, LEFT] = ['\u001b[?1049h', '\u001b[?25h\u001b[?1049l'];

/** Runs a command in a terminal, and does one thing after the other, each as soon as the screen shows what it waits for. */
export async function acted(command: string, acts: readonly (readonly [shown: string, act: string | (() => void)])[]) {
  const child = spawn('script', ['-qec', command, '/dev/null'], {
    cwd: folder(),
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  let [screen, seen, next] = ['', 0, 0];
  child.stdout.on('data', (chunk) => {
    screen += String(chunk);
    for (let one = acts[next]; one !== undefined && screen.includes(one[0], seen); one = acts[next]) {
      const [shown, act] = one;
      next += 1;
      seen = screen.indexOf(shown, seen) + shown.length;
      if (typeof act === 'string') child.stdin.write(act);
      else act();
    }
  });
  await once(child, 'close');
  return screen;
}
