#!/usr/bin/env node
import { text } from 'node:stream/consumers';
import { progressLine } from './progress.ts';
import { run } from './run.ts';

// Whoever reads may have read enough (`| head`): what was asked is done all the same.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EPIPE') throw fault;
  });
}

const { stdin, stdout, stderr } = process;
const line = progressLine(
  (text) => stderr.write(text),
  () => performance.now(),
);

process.exitCode = await run(process.argv.slice(2), {
  out(said) {
    line.clear();
    stdout.write(`${said}\n`);
  },
  err(said) {
    line.clear();
    stderr.write(`${said}\n`);
  },
  input: () => text(stdin),
  ...(stderr.isTTY ? { progress: line.show } : {}),
  ...(stdin.isTTY && stdout.isTTY ? { terminal: { input: stdin, output: stdout } } : {}),
});
line.clear();
