import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { embedded } from '../../src/adapters/audit/embedded.ts';
import { type Piece, bytesOf as readBack } from '../../src/adapters/audit/page/bytes.ts';
import { bytesOf } from '../evidence/support/files.ts';
import { holds } from '../support/property.ts';

/** Bytes as files have them: text in any script, markup, what no browser gives back, and bytes that are no text. */
const files = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 60 }).map((text) => Buffer.from(text)),
      fc
        .constantFrom('\0', '\r', '\r\n', '\n', '\uFEFF', '</pre>', '&lt;', '<!--', ']]>')
        .map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 8 }).map((bytes) => Buffer.from(bytes)),
      fc.constantFrom('é', 'a').map((letter) => Buffer.from(letter.repeat(40_000))),
    ),
    { maxLength: 12 },
  )
  .map((parts) => Buffer.concat(parts));

const ENTITIES: Readonly<Record<string, string>> = { '&amp;': '&', '&lt;': '<', '&gt;': '>' };

const PIECES = /<pre(?: data-hex="([0-9a-f]*)")?>\n?([^<>]*)<\/pre>/gy;

/** The pieces that a browser finds in markup; nothing may stand between them. */
function piecesIn(html: string): readonly Piece[] {
  const found = [...html.matchAll(PIECES)];
  expect(found.map(([whole]) => whole).join('')).toBe(html);
  return found.map(([, hex = null, text = '']) => ({
    hex,
    text: text.replace(/&(?:amp|lt|gt);/g, (entity) => ENTITIES[entity] ?? ''),
  }));
}

async function joined(source: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const parts: Uint8Array[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

describe('a file in a page', () => {
  test('is given back byte for byte, whatever is in it', async () => {
    await holds(
      fc.asyncProperty(files, fc.integer({ min: 1, max: 100_000 }), async (bytes, piece) => {
        let html = '';
        for await (const part of embedded(bytesOf(bytes, piece))) html += part;
        const pieces = piecesIn(html);
        expect(pieces.filter(({ text }) => /[\0\r]/.test(text))).toEqual([]);
        let [now, pauses] = [0, 0];
        const pause = async (): Promise<void> => {
          pauses += 1;
        };
        // A clock that says that every piece took a second.
        const clock = (): number => {
          now += 1000;
          return now;
        };
        expect((await joined(readBack(pieces, pause, clock))).equals(bytes)).toBe(true);
        expect(pauses).toBe(pieces.length);
      }),
      { runs: 300 },
    );
  });
});
