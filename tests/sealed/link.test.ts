import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Link, linkIn } from '../../src/domain/seal/link.ts';
import { ofMany } from '../support/many.ts';
import { holds } from '../support/property.ts';

const [STREAM, REVISION, PREVIOUS] = [',"stream":"', ',"revision":', ',"previousHash":'] as const;

const names = fc.constantFrom('session-1', '', 'séance \\"3\\"', '\\u0041', '\\u1', 'two\nlines', 'a"b', '\\');
const numbers = fc.constantFrom('1', '42', '9007199254740991', '9007199254740992', '0', '-1', '1.5', '', 'x');
const hashes = fc.constantFrom(
  ...['null', `"${'a'.repeat(64)}"`, `"${'b'.repeat(64)}","data":{}}`, `"${'a'.repeat(63)}"`, `"${'a'.repeat(65)}"`],
  ...[`7${'a'.repeat(64)}"`, `"${'a'.repeat(64)}`, '""', ''],
);

/** Texts with the fields of an event's place, once, twice or not at all, in their order or in another. */
const texts = fc
  .tuple(
    fc.tuple(
      fc.constantFrom('', '{"id":"1"', '{"id":"1","note":"\\",\\"stream\\":"'),
      fc.constant(STREAM),
      names,
      fc.constantFrom('"', '"', '"', ''),
      fc.constant(REVISION),
      numbers,
      fc.constantFrom('', ',"occurredAt":1', '","revision":9'),
      fc.constant(PREVIOUS),
      hashes,
      fc.constantFrom('', ',"data":{}}', ',"previousHash":null}'),
    ),
    fc.array(fc.record({ at: fc.nat(9), to: fc.nat(9), isTwice: fc.boolean() }), { maxLength: 2 }),
    fc.boolean(),
  )
  .map(([parts, moves, isMoved]) => {
    let moved: readonly string[] = parts;
    for (const { at, to, isTwice } of isMoved ? moves : []) {
      const part = moved[at % moved.length] ?? '';
      const left = isTwice ? moved : moved.toSpliced(at % moved.length, 1);
      moved = to === 9 ? left : left.toSpliced(to, 0, part);
    }
    return moved.join('');
  });

/** What stands between quotation marks, as JSON has it. */
function unquoted(written: string): string | null {
  if (!written.includes('\\')) return written;
  try {
    return JSON.parse(`"${written}"`);
  } catch {
    return null;
  }
}

/** The place of an event, by the first of its fields that follow each other in the order in which they are stored. */
function placeIn(text: string): Link | null {
  const found = /,"stream":"(.*?),"revision":(.*?),"previousHash":(.{0,66})/s.exec(text);
  if (found === null) return null;
  const [, name = '', number = '', hash = ''] = found;
  const [digits = ''] = number.split(',');
  const stream = unquoted(name.slice(0, -1));
  const isRevision = /^[1-9]\d*$/.test(digits) && BigInt(digits) <= BigInt(Number.MAX_SAFE_INTEGER);
  if (stream === null || !isRevision) return null;
  return { stream, revision: Number(digits), previousHash: /^"(.{64})"$/.exec(hash)?.[1] ?? null };
}

test('the place of an event is read from whatever text where its fields stand, and else not at all', () =>
  holds(
    ofMany(texts, (text) => {
      expect([text, linkIn(text)]).toEqual([text, placeIn(text)]);
    }),
    { runs: 300 },
  ));
