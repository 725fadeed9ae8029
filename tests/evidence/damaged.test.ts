import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evidenceHistory, verdictText, verifyEvidence } from '../../src/adapters/evidence/index.ts';
import { holds } from '../support/property.ts';
import { bytesOf, CENTRE, codesOf, fileOf } from './support/files.ts';
import { recorded, sessions } from './support/record.ts';

const trusted = [CENTRE.trusted];
const [HISTORY] = fc.sample(sessions(15), { numRuns: 1, seed: 5 });
const LINES = await fileOf(recorded(HISTORY?.events ?? []));
const WHOLE = Buffer.from(LINES.join(''));

/** A source that gives one piece again and again, and counts what was asked of it. */
function endless(piece: Uint8Array, beginning: Uint8Array = new Uint8Array()) {
  const asked = { bytes: 0, isClosed: false };
  async function* source(): AsyncGenerator<Uint8Array> {
    try {
      yield beginning;
      for (;;) {
        asked.bytes += piece.length;
        yield piece;
      }
    } finally {
      asked.isClosed = true;
    }
  }
  return { asked, source: source() };
}

const MIB = 1_048_576;
const EVENT = '{"id":\n';
const LONG = `{"id":"${'x'.repeat(2 * MIB - 20)}"}\n`;

describe('a file that another program saved anew', () => {
  test.each([
    [
      'with the line ends of Windows',
      Buffer.from(LINES.join('').replaceAll('\n', '\r\n')),
      'windows-line-end',
      'Windows',
    ],
    ['with a byte order mark', Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), WHOLE]), 'byte-order-mark', 'marque'],
    ['without its last line end', WHOLE.subarray(0, -1), 'last-line-without-end', 'n’est pas terminée'],
    [
      'with an empty line after its end',
      Buffer.concat([WHOLE, Buffer.from('\n')]),
      'more-after-the-end',
      'après la signature',
    ],
    ['in another encoding', Buffer.from(LINES.join(''), 'utf16le'), 'not-json', 'n’est pas du JSON'],
    ['empty', Buffer.from(''), 'empty', 'vide'],
  ])('%s is refused in words that say so', async (_, bytes, code, words) => {
    const verdict = await verifyEvidence(bytesOf(bytes), { trusted });
    expect(verdict.sound).toBe(false);
    expect(codesOf(verdict, 'schema')).toEqual([code]);
    expect(verdictText(verdict)).toContain(words);
  });
});

describe('a file that was cut off', () => {
  test('is not sound wherever it ends, and the first missing event is named', async () => {
    const ends = LINES.map((_, index) => Buffer.byteLength(LINES.slice(0, index + 1).join('')));
    await holds(
      fc.asyncProperty(fc.nat(WHOLE.length - 1), async (length) => {
        const verdict = await verifyEvidence(bytesOf(WHOLE.subarray(0, length)), { trusted });
        expect(verdict.sound).toBe(false);
        const whole = ends.filter((end) => end <= length).length;
        const events = LINES.length - 4;
        const isAmongEvents = whole >= 2 && whole - 2 < events;
        if (whole >= 1) expect(verdict.firstWrong).toBe(isAmongEvents || whole === 1 ? Math.max(1, whole - 1) : null);
        const shown = await evidenceHistory(bytesOf(WHOLE.subarray(0, length)));
        expect(shown.fault).not.toBeNull();
        expect(shown.history.events.length).toBe(Math.min(events, Math.max(0, whole - 2)));
      }),
      { runs: 100 },
    );
  });
});

describe('a line in the place of an event that is none', () => {
  test('is shown for what it is, and hides no other event', async () => {
    const whole = await evidenceHistory(bytesOf(LINES));
    const { events } = whole.history;
    await holds(
      fc.asyncProperty(
        fc.nat(events.length - 1),
        fc.constantFrom('{"id":', '[]', '{"id":1}', 'garbage'),
        async (at, line) => {
          const { history, fault } = await evidenceHistory(bytesOf(LINES.with(at + 2, `${line}\n`)));
          expect([fault, history.events]).toEqual([null, events.toSpliced(at, 1)]);
          expect(history.unreadable).toMatchObject([{ place: at + 1, revision: null, type: null }]);
        },
      ),
      { runs: 30 },
    );
  });
});

describe('a file without end', () => {
  test.each([
    ['of one line', 'x'.repeat(65_536), 0, 'line-too-long', 3 * MIB],
    ['of one line among the events', 'x'.repeat(65_536), 3, 'line-too-long', 3 * MIB],
    ['of many events', EVENT.repeat(100), 2, 'too-many-events', 100_200 * EVENT.length],
    ['of many short lines among the events', '{}\n'.repeat(20_000), 3, 'too-many-strange-lines', MIB],
    ['of many long lines among the events', LONG, 3, 'file-too-large', 258 * MIB],
    ['of line ends alone', '\n'.repeat(65_536), 0, 'not-json', MIB],
    ['of line ends after the signature', '\n'.repeat(65_536), LINES.length, 'more-after-the-end', MIB],
  ])('%s is not read to its end', async (_, piece, lines, code, most) => {
    const { asked, source } = endless(Buffer.from(piece), Buffer.from(LINES.slice(0, lines).join('')));
    const verdict = await verifyEvidence(source, { trusted });
    expect(verdict.sound).toBe(false);
    expect(codesOf(verdict, 'schema')).toContain(code);
    expect(codesOf(verdict, 'schema').length).toBeLessThanOrEqual(101);
    expect(asked.bytes).toBeLessThanOrEqual(most);
    expect(asked.isClosed).toBe(true);
  });
});

describe('a line that is nested without end', () => {
  const NESTED = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}\n`;

  test('does not exhaust the stack, wherever it stands', async () => {
    for (const index of LINES.keys()) {
      const verdict = await verifyEvidence(bytesOf(LINES.with(index, NESTED), 65_536), { trusted });
      expect(codesOf(verdict, 'schema')).toContain('nested-too-deeply');
      expect(verdict.sound).toBe(false);
    }
  });
});

describe('any bytes at all', () => {
  test('have a verdict, and never pass for evidence', async () => {
    await holds(
      fc.asyncProperty(
        fc.array(
          fc.oneof(
            fc.json().map((text) => `${text}\n`),
            fc.string(),
            fc.constantFrom(...LINES),
          ),
        ),
        async (lines) => {
          fc.pre(lines.join('') !== LINES.join(''));
          const verdict = await verifyEvidence(bytesOf(lines), { trusted });
          expect(verdict.sound).toBe(false);
          // Nothing that a file holds may act on the terminal on which its verdict is read.
          expect(verdictText(verdict)).toMatch(/^[^\p{Cc}]*(\n[^\p{Cc}]*)*$/u);
        },
      ),
      { runs: 200 },
    );
  });
});
