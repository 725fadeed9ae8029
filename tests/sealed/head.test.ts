import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/adapters/crypto/node.ts';
import { fromHex, hex } from '../../src/domain/seal/digest.ts';
import { type Head, headText, isWrittenHead, readHead } from '../../src/domain/seal/head.ts';
import { holds, seed } from '../support/property.ts';

const heads: fc.Arbitrary<Head> = fc.record({
  stream: fc.stringMatching(/^session-[a-z0-9._:-]{1,20}$/),
  revision: fc.integer({ min: 1, max: 100_000 }),
  hash: fc.uint8Array({ minLength: 32, maxLength: 32 }).map(hex),
});

/** A head as it was copied, with one character written wrong, or two that changed places. */
const slips = fc.record({
  head: heads,
  at: fc.nat(),
  to: fc.oneof(fc.constantFrom(...'0123456789ABCDEFGHJKMNPQRSTVWXYZ'), fc.string({ minLength: 1, maxLength: 1 })),
  swaps: fc.boolean(),
});

function slipped({ head, at, to, swaps }: typeof slips extends fc.Arbitrary<infer One> ? One : never): string {
  const text = headText(sha256, head);
  const place = at % (text.length - 1);
  const [one, other] = [text.charAt(place), text.charAt(place + 1)];
  return text.slice(0, place) + (swaps ? other + one : to + other) + text.slice(place + 2);
}

const DIGITS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** The first bits of a SHA-256 in Crockford's digits, by one large number. */
function crockford(sha: string, count: number): string {
  const bits = BigInt(`0x${sha}`) >> BigInt(256 - 5 * count);
  return Array.from({ length: count }, (_, n) => DIGITS[Number((bits >> BigInt(5 * (count - 1 - n))) % 32n)]).join('');
}

/** A head as somebody writes it down who has nothing but the rule. */
function byHand({ stream, revision, hash }: Head): string {
  const place = `${stream}@${revision}`;
  const code = crockford(hash, 26);
  const whole = code + crockford(createHash('sha256').update(`${place} ${code}`).digest('hex'), 2);
  return `${place} ${whole.match(/.{4}/g)?.join('-')}`;
}

describe('a head on paper', () => {
  test('has 130 bits of the digest, and ten of the digest of what was written before them', () =>
    holds(
      fc.property(heads, (head) => {
        expect(headText(sha256, head)).toBe(byHand(head));
      }),
      { runs: 100 },
    ));

  test('is not read with anything else on its line, nor with a letter too few or too many', () =>
    holds(
      fc.property(heads, fc.constantFrom('le', 'session-1@1', '.', '@', '1'), (head, word) => {
        const text = headText(sha256, head);
        const others = [
          `${word} ${text}`,
          `${text} ${word}`,
          `${text}${word}`,
          text.slice(0, -1),
          text.replace('@', ''),
        ];
        expect(others.map((other) => readHead(sha256, other))).toEqual(others.map(() => null));
      }),
      { runs: 100 },
    ));

  test('is read as it was written', () =>
    holds(
      fc.property(heads, (head) => {
        const text = headText(sha256, head);
        expect(text).toMatch(/^\S+@\d+ ([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
        const read = readHead(sha256, text);
        expect(read).toMatchObject({ stream: head.stream, revision: head.revision });
        expect(read !== null && isWrittenHead(sha256, head, read)).toBe(true);
      }),
      { runs: 100 },
    ));

  test('may be copied with O for 0, I or L for 1, in small letters and in groups of any length', () =>
    holds(
      fc.property(heads, fc.constantFrom('I', 'L', 'i', 'l'), fc.constantFrom('', ' ', '- '), (head, one, between) => {
        const [place = '', code = ''] = headText(sha256, head).split(' ');
        const copied = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', one).replaceAll('-', between);
        expect(readHead(sha256, `  ${place}  ${copied}\n`)).toEqual(readHead(sha256, `${place} ${code}`));
      }),
      { runs: 100 },
    ));

  test('with one character wrong, or two that changed places, is never taken for another head than it was', () =>
    holds(
      fc.property(slips, (slip) => {
        const read = readHead(sha256, slipped(slip));
        const right = readHead(sha256, headText(sha256, slip.head));
        const isHealed = JSON.stringify(read) === JSON.stringify(right);
        if (read !== null && !isHealed) expect(isWrittenHead(sha256, slip.head, read)).toBe(false);
      }),
      { runs: 2_000 },
    ));

  test('gives a slip of the pen away when it is read, but for one in a thousand: it carries ten bits that check', () => {
    const tried = fc.sample(slips, { numRuns: 20_000, seed });
    const unnoticed = tried.filter((slip) => {
      const read = readHead(sha256, slipped(slip));
      return read !== null && JSON.stringify(read) !== JSON.stringify(readHead(sha256, headText(sha256, slip.head)));
    });
    expect(unnoticed.length / tried.length).toBeLessThan(2 / 1024);
  });

  test('is that of no other stream, revision or digest, not even of a digest that was cut', () => {
    const head = { stream: 'session-1', revision: 7, hash: 'f0'.repeat(32) };
    const read = readHead(sha256, headText(sha256, head));
    if (read === null) throw new Error('a head that was written is not read');
    for (const other of [
      { stream: 'session-2' },
      { revision: 8 },
      { hash: '0f'.repeat(32) },
      { hash: 'f0' },
      { hash: '' },
    ]) {
      expect(isWrittenHead(sha256, { ...head, ...other }, read)).toBe(false);
    }
  });

  test.each(['', 'session-1@1', 'session-1 8QK4', '@1 AAAA-AAAA-AAAA-AAAA-AAAA-AAAA-AAAA', 'session-1@x AAAA'])(
    'is not read from what cannot be one: %s',
    (text) => expect(readHead(sha256, text)).toBeNull(),
  );
});

test('bytes are read back from their hexadecimal digits, also where there are none', () =>
  holds(
    fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
      expect(fromHex(hex(bytes))).toEqual(bytes);
      expect(hex(bytes)).toBe(Buffer.from(bytes).toString('hex'));
    }),
    { runs: 100 },
  ));
