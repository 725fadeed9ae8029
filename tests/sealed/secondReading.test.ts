import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/adapters/crypto/node.ts';
import type { ChainFinding } from '../../src/domain/seal/finding.ts';
import { type Head, headText, readHead } from '../../src/domain/seal/head.ts';
import { chainVerifier, type KnownHead } from '../../src/domain/seal/verify.ts';
import { ofMany } from '../support/many.ts';
import { holds } from '../support/property.ts';
import { readByHand, type Wrong } from './reading/reading.ts';
import { after, deeds, OTHER } from './reading/tampering.ts';
import { continued, fingerprint } from './reading/writing.ts';

const streams = fc.constantFrom('session-rouen', 'séance-"du-matin"');

/** Of which event somebody knows the fingerprint, perhaps on paper, perhaps as it was never. */
const notes = fc.array(
  fc.record({ at: fc.nat(12), isAsFound: fc.boolean(), isFalse: fc.nat(9).map((n) => n === 0), onPaper: fc.boolean() }),
  { maxLength: 4 },
);

/** A record, what was done to it, and what is known of it from elsewhere. */
const records = fc
  .record({
    stream: streams,
    data: fc.array(fc.nat(9), { maxLength: 9 }),
    deeds,
    notes,
    parses: fc.constantFrom(true, false, undefined),
  })
  .map(({ stream, data, deeds: done, notes: noted, parses }) => {
    const before = continued(stream, [], data);
    const texts = after(stream, before, done);
    const known = noted.map(({ at, isAsFound, isFalse, onPaper }) => {
      const from = isAsFound ? texts : before;
      const revision = 1 + (at % (from.length + 1));
      return { stream, revision, onPaper, hash: fingerprint(isFalse ? 'something else' : (from[revision - 1] ?? '')) };
    });
    return { stream, texts, known, parses };
  });

/** A head as the library takes it. */
function asKnown({ onPaper, ...head }: Head & { readonly onPaper: boolean }): KnownHead {
  const known = onPaper ? readHead(sha256, headText(sha256, head)) : head;
  if (known === null) throw new Error('a head that was written is not read');
  return known;
}

const numbersIn = (text: string): readonly number[] => (text.match(/\d+/g) ?? []).map(Number).toSorted((a, b) => a - b);

/** A finding without its words, but with what is quoted in them. */
function without({ kind, revision, position, en, fr }: ChainFinding): Wrong {
  expect(numbersIn(fr)).toEqual(numbersIn(en));
  const session = en.includes(OTHER) && fr.includes(OTHER) ? OTHER : '';
  return { kind, revision, place: position === null ? null : Number(position), numbers: numbersIn(en), session };
}

describe('whoever reads a sealed record by hand', () => {
  test('finds the same wrong with it, at the same places, whatever was done to it and whatever is known of it', () =>
    holds(
      ofMany(records, ({ stream, texts, known, parses }) => {
        const verifier = chainVerifier(sha256, stream, {
          heads: known.map(asKnown),
          ...(parses !== undefined && { parses }),
        });
        const heads = texts.map((text, index) => verifier.add(text, String(index + 1)));
        const last = verifier.end();
        const { lines, wrong } = readByHand(stream, texts, known, parses ?? true);
        expect(verifier.findings.map(without)).toEqual(wrong);
        expect(heads).toEqual(lines.map(({ revision, hash }) => ({ stream, revision, hash })));
        expect(last).toEqual(heads.at(-1) ?? null);
        expect([...new Set(verifier.findings.map((finding) => finding.stream))]).toEqual(
          wrong.length > 0 ? [stream] : [],
        );
        expect(verifier.more).toBe(0);
      }),
      { runs: 300 },
    ));
});
