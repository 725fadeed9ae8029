import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { safe } from '../../src/adapters/cli/safe.ts';
import { hostileTexts } from '../../src/adapters/testing/arbitraries/hostile.ts';
import { holds } from '../support/property.ts';
import { ran } from './cli.ts';

/** What a terminal obeys, or what makes a line read otherwise than it is written. */
const ACTS = /[^\P{Cc}\n]|(?![\u200C\u200D])\p{Cf}|[\p{Zl}\p{Zp}\p{Cs}]/u;

/** What reaches the terminal of somebody who is told this. */
function told(json: boolean, text: string): readonly [out: string, err: string] {
  let [out, err] = ['', ''];
  const io = safe({ out: (line) => (out += line), err: (line) => (err += line), input: async () => '' }, json);
  io.out(text);
  io.err(text);
  return [out, err];
}

describe('whatever the command line says', () => {
  test('does nothing to the terminal, whatever somebody typed', () => {
    holds(
      fc.property(hostileTexts, (text) => {
        for (const said of told(false, text)) expect(said).not.toMatch(ACTS);
      }),
      { runs: 300 },
    );
  });

  test('does nothing to it as JSON either, and a program reads what was recorded', () => {
    holds(
      fc.property(fc.record({ text: hostileTexts, more: fc.array(hostileTexts, { maxLength: 3 }) }), (value) => {
        const [out] = told(true, JSON.stringify(value, null, 2));
        expect(out).not.toMatch(/[^\P{Cc}\n]|\p{Cf}|[\p{Zl}\p{Zp}\p{Cs}]/u);
        expect(JSON.parse(out)).toEqual(value);
      }),
      { runs: 300 },
    );
  });

  test.each([
    [['\u001b[31mbogus'], '<U+001B>[31mbogus'],
    [['list', '--db', '\u202eabsent.db'], '<U+202E>absent.db'],
    [['list', '--\u009bbogus'], '<U+009B>bogus'],
  ])('quotes a command line that is not understood without obeying it: %j', async (args, shown) => {
    const { code, err } = await ran(args);
    expect([code, err]).toEqual([2, expect.stringContaining(shown)]);
    expect(err).not.toMatch(ACTS);
  });
});
