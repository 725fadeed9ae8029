import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/adapters/crypto/node.ts';
import { numbered } from '../../src/adapters/testing/store/events.ts';
import { genesis, sealOf } from '../../src/domain/seal/chain.ts';
import { headText, readHead } from '../../src/domain/seal/head.ts';
import { linkIn } from '../../src/domain/seal/link.ts';
import { chainVerifier, type KnownHead } from '../../src/domain/seal/verify.ts';
import { readyToStore, storedEvent, storedText } from '../../src/domain/store/json.ts';
import { holds } from '../support/property.ts';
import { recorded } from '../support/recorded.ts';
import { events, headOf, STREAM, sealedTexts } from './record.ts';

/** Everything that is found in some texts. */
function findingsIn(texts: readonly string[], heads: readonly KnownHead[], parses = true) {
  const verifier = chainVerifier(sha256, STREAM, { heads, parses });
  for (const [index, text] of texts.entries()) verifier.add(text, String(index + 1));
  verifier.end();
  return verifier.findings;
}

/** What somebody does to a history; each place is a share of what there is. */
const tampering = fc.oneof(
  fc.record({
    kind: fc.constant('change' as const),
    at: fc.nat(),
    /** After which of its names the text is changed; anywhere for none. */
    near: fc.constantFrom('', '', '"previousHash":"', '"revision":', '"stream":"', '"data":'),
    where: fc.oneof(fc.nat(), fc.nat(3)),
    to: fc.oneof(fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }), fc.constantFrom(...'0123456789abcdef')),
  }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat() }),
  fc.record({ kind: fc.constant('swap' as const), at: fc.nat(), where: fc.nat() }),
  fc.record({ kind: fc.constant('copy' as const), at: fc.nat(), where: fc.nat() }),
  fc.record({ kind: fc.constant('forge' as const), at: fc.nat(), isLinked: fc.boolean() }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat() }),
);

function tampered(texts: readonly string[], by: typeof tampering extends fc.Arbitrary<infer One> ? One : never) {
  const at = by.at % texts.length;
  const text = texts[at] ?? '';
  switch (by.kind) {
    case 'change': {
      const where = (text.indexOf(by.near) + by.near.length + by.where) % text.length;
      return texts.with(at, text.slice(0, where) + by.to + text.slice(where + 1));
    }
    case 'delete':
      return texts.toSpliced(at, 1);
    case 'swap': {
      const other = by.where % texts.length;
      return texts.with(at, texts[other] ?? '').with(other, text);
    }
    case 'copy':
      return texts.toSpliced(by.where % texts.length, 0, text);
    case 'forge': {
      const before = by.isLinked ? texts[at - 1] : 'some other text';
      const previousHash = before === undefined ? genesis(sha256, STREAM) : sealOf(sha256, before);
      const [ready] = readyToStore(STREAM, [numbered(900, 'forged')]);
      return ready === undefined ? texts : texts.toSpliced(at, 0, storedText({ ...ready, previousHash }, at + 1));
    }
    case 'cut':
      return texts.slice(0, at);
  }
}

/** The revision of the first event that is not what it was; where one stands twice, its own. */
function firstWrong(before: readonly string[], after: readonly string[]): number {
  const place = before.findIndex((text, index) => text !== after[index]);
  const index = place < 0 ? before.length : place;
  return index > 0 && after[index] === after[index - 1] ? index : index + 1;
}

const replacedAt = (texts: readonly string[], index: number, what: string | RegExp, by: string): string[] =>
  texts.with(index, (texts[index] ?? '').replace(what, by));

const changedAt = (texts: readonly string[], index: number): string[] =>
  replacedAt(texts, index, '"role":"', '"role":"p');

describe('the chain of a stream', () => {
  test('is whole as it was written, with and without a known head', () =>
    holds(
      fc.asyncProperty(events, async (given) => {
        const texts = await sealedTexts(given);
        const heads = texts.map(headOf);
        const written = heads.map((head) => readHead(sha256, headText(sha256, head)));
        expect(findingsIn(texts, [])).toEqual([]);
        expect(findingsIn(texts, heads)).toEqual([]);
        expect(
          findingsIn(
            texts,
            written.filter((one) => one !== null),
          ),
        ).toEqual([]);
      }),
      { runs: 60 },
    ));

  test.each([true, false])(
    'shows every changed byte, deletion, swap, insertion and truncation, and names the first wrong event (parsing: %s)',
    (parses) =>
      holds(
        fc.asyncProperty(events, tampering, fc.boolean(), async (given, by, onPaper) => {
          const texts = await sealedTexts(given);
          const after = tampered(texts, by);
          fc.pre(after.length !== texts.length || after.some((text, index) => text !== texts[index]));
          const head = headOf(texts.at(-1) ?? '');
          const known = onPaper ? readHead(sha256, headText(sha256, head)) : head;
          const findings = findingsIn(after, known === null ? [] : [known], parses);
          const [first] = findings;
          expect(first?.revision).toBe(firstWrong(texts, after));
          const moves = by.kind !== 'change' || linkIn(after[by.at % texts.length] ?? '')?.revision !== first?.revision;
          if (!moves) expect(findings).toHaveLength(1);
        }),
        { runs: 600 },
      ),
  );

  test('of a session is whole, and shows a change in any of its events', () =>
    holds(
      fc.asyncProperty(recorded(), fc.nat(), async ({ events: told }, nat) => {
        const texts = await sealedTexts(told.map((event, n) => ({ ...event, id: numbered(n).id })));
        const known = [headOf(texts.at(-1) ?? '')];
        expect(findingsIn(texts, known)).toEqual([]);
        const at = nat % texts.length;
        const changed = texts.with(at, (texts[at] ?? '').replace('"actor":{"role":"', '"actor":{"role":"p'));
        expect(findingsIn(changed, known)).toMatchObject([{ revision: at + 1, position: String(at + 1) }]);
      }),
      { runs: 20 },
    ));

  test('that was written anew from an event on differs from every head known after it', async () => {
    const given = [0, 1, 2, 3].map((n) => numbered(n));
    const [before, anew] = [await sealedTexts(given), await sealedTexts(given.with(1, numbered(1, 'other')))];
    expect(findingsIn(anew, [])).toEqual([]);
    const findings = findingsIn(
      anew,
      [before[0], before[2], before[3]].map((text) => headOf(text ?? '')),
    );
    expect(findings).toMatchObject([
      { kind: 'head-differs', revision: 3 },
      { kind: 'head-differs', revision: 4 },
    ]);
  });

  test.each<[string, number, (texts: readonly string[]) => readonly string[]]>([
    ['an event changed, and the second after it taken out', 2, (texts) => changedAt(texts, 1).toSpliced(3, 1)],
    ['two events changed', 2, (texts) => changedAt(changedAt(texts, 1), 3)],
    ['an event renumbered like the one before', 3, (texts) => replacedAt(texts, 2, '"revision":3', '"revision":2')],
    ['the first link changed', 1, ([first = '']) => replacedAt([first], 0, /"previousHash":"./, '"previousHash":"x')],
    ['an event without its seal', 3, (texts) => replacedAt(texts, 2, /"previousHash":"[^"]*"/, '"previousHash":null')],
  ])('shows without any known head: %s', async (_, revision, tamper) => {
    const texts = await sealedTexts([0, 1, 2, 3, 4].map((n) => numbered(n)));
    expect(findingsIn(tamper(texts), [])[0]).toMatchObject({ revision });
  });

  test('of which nothing is left is cut off before its first event', () => {
    expect(findingsIn([], [{ stream: STREAM, revision: 3, hash: '' }])).toMatchObject([
      { kind: 'cut-off', revision: 1 },
    ]);
  });

  test('may go on after the head that is known: what was added later is judged by its own links', async () => {
    const texts = await sealedTexts([0, 1, 2].map((n) => numbered(n)));
    expect(findingsIn(texts, [headOf(texts[0] ?? '')])).toEqual([]);
    const changed = texts.with(
      2,
      (texts[2] ?? '').replace('"previousHash":"', '"previousHash":"0').replace(/0"(,"data")/, '"$1'),
    );
    expect(findingsIn(changed, [headOf(texts[0] ?? '')]).map(({ kind }) => kind)).not.toEqual([]);
  });

  test('that nobody sealed says so once', () => {
    const texts = readyToStore(
      STREAM,
      [0, 1, 2].map((n) => numbered(n)),
    ).map((ready, index) => storedText(ready, index + 1));
    expect(findingsIn(texts, [])).toMatchObject([{ kind: 'not-sealed', revision: 1 }]);
  });

  test('of a text that says the same in other bytes is not in the form that is stored', async () => {
    const [text = ''] = await sealedTexts([numbered(0)]);
    expect(findingsIn([text.replace(',"type"', ', "type"')], [])).toMatchObject([
      { kind: 'not-canonical', revision: 1 },
    ]);
    expect(findingsIn([`${text}}`], [])).toMatchObject([{ kind: 'not-json', revision: 1 }]);
    expect(findingsIn(['null'], [])).toMatchObject([{ kind: 'not-json', revision: 1 }]);
    expect(findingsIn([text.replace(STREAM, 'session-x')], [])).toMatchObject([{ kind: 'other-stream', revision: 1 }]);
  });

  test('keeps a hundred findings, counts the others, and says each in both languages', () => {
    const verifier = chainVerifier(sha256, STREAM);
    for (let count = 0; count < 130; count++) verifier.add('{}');
    verifier.end();
    expect([verifier.findings.length, verifier.more]).toEqual([100, 30]);
    for (const { en, fr } of verifier.findings) expect(`${en}${fr}`).not.toMatch(/[{}—]/);
  });
});

describe('the place of an event', () => {
  test('is read from its text without parsing as parsing would read it, whatever its strings say', () =>
    holds(
      fc.asyncProperty(
        events,
        fc.constantFrom(STREAM, 'séance "3"', '\\', ',"revision":7', ''),
        async (given, stream) => {
          for (const [index, ready] of readyToStore(stream, given).entries()) {
            for (const previousHash of [null, genesis(sha256, stream)]) {
              const text = storedText({ ...ready, previousHash }, index + 1);
              const { revision } = storedEvent(text);
              expect(linkIn(text)).toEqual({ stream, revision, previousHash });
            }
          }
        },
      ),
      { runs: 100 },
    ));

  test.each([
    '',
    'null',
    '{}',
    '{"id":"1","stream":"a"}',
    ',"stream":"\\u1","revision":1,"previousHash":null',
    ',"stream":"a","revision":0,"previousHash":null',
  ])('is not in what is no event: %s', (text) => expect(linkIn(text)).toBeNull());
});
