#!/usr/bin/env node
import { text } from 'node:stream/consumers';
import { run } from './run.ts';

// Whoever reads may have read enough (`| head`): what was asked is done all the same.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'EPIPE') throw fault;
  });
}

const { stdin, stdout } = process;

process.exitCode = await run(process.argv.slice(2), {
  out: (line) => process.stdout.write(`${line}\n`),
  err: (line) => process.stderr.write(`${line}\n`),
  input: () => text(stdin),
  ...(stdin.isTTY && stdout.isTTY ? { terminal: { input: stdin, output: stdout } } : {}),
});
