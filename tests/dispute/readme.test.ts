import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { started } from '../cli/cli.ts';
import { folder } from '../stores/support/folder.ts';

const README = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');

const [, SECTION = ''] = /\n## Settle a dispute\n([\s\S]*?)\n## /.exec(README) ?? [];

/** A command of the section, and what it is said to answer, in parts between which something is left out. */
interface Quoted {
  readonly args: readonly string[];
  readonly parts: readonly string[];
}

const QUOTED = [...SECTION.matchAll(/```console\n\$ npx emargement (.*)\n([\s\S]*?)```/g)].map(
  ([, command = '', answer = '']): Quoted => ({
    args: command.split(' '),
    parts: answer.split(/^…\n/mu).filter((part) => part !== ''),
  }),
);

describe('the dispute that the README settles', () => {
  test('is settled as it says: three claims, three commands, three answers', async () => {
    expect(QUOTED.map(({ args: [task] }) => task)).toEqual(['findings', 'diff', 'candidate']);
    const [demo = ''] = /(?<=`npx emargement )demo .*?(?=`)/.exec(SECTION) ?? [];
    const home = folder();
    expect(await started(home, demo.split(' '))).toMatchObject({ code: 0, err: '' });
    for (const { args, parts } of QUOTED) {
      const { out, err } = await started(home, args);
      expect(err).toBe('');
      expect(parts.length).toBeGreaterThan(0);
      let from = 0;
      for (const part of parts) {
        const at = out.indexOf(part, from);
        expect([part, at >= 0]).toEqual([part, true]);
        from = at + part.length;
      }
    }
  });
});
