import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hostileTexts } from '../../../src/adapters/testing/arbitraries/index.ts';
import { literal, stringLiteral } from '../../../src/adapters/testing/report/literal.ts';
import { holds } from '../../support/property.ts';

const read = (source: string): unknown => JSON.parse(JSON.stringify(runInNewContext(`(${source})`)));

describe('a value as source text', () => {
  test('is the value again when it is read', () => {
    const names = fc.oneof(fc.string(), fc.constantFrom('a', 'déjà', 'a-b', '1'));
    const values = fc.object({ key: names, values: [fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null)] });
    holds(
      fc.property(values, (value) => {
        const plain: unknown = JSON.parse(JSON.stringify(value));
        if (JSON.stringify(plain).includes('__proto__')) return;
        expect(read(literal(plain))).toEqual(plain);
      }),
      { runs: 300 },
    );
  });

  test('keeps every text, and shows nothing invisible', () => {
    holds(
      fc.property(hostileTexts, (text) => {
        expect(runInNewContext(stringLiteral(text))).toBe(text);
        expect(stringLiteral(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }),
      { runs: 500 },
    );
  });

  test('takes the quotes that need fewer escapes', () => {
    expect(stringLiteral("l'île")).toBe(`"l'île"`);
    expect(stringLiteral('« l’île »')).toBe("'« l’île »'");
    expect(stringLiteral(`'"`)).toBe(`'\\'"'`);
    expect(stringLiteral('a\\b\nc')).toBe("'a\\\\b\\nc'");
  });

  test('stands on one line where it fits, and is broken where it does not', () => {
    expect(literal({ a: [1, 2], b: {}, c: null })).toBe('{ a: [1, 2], b: {}, c: null }');
    expect(literal({ text: 'x'.repeat(98), next: 1, last: undefined })).toBe(`{ text: '${'x'.repeat(98)}', next: 1 }`);
    expect(literal({ text: 'x'.repeat(99), next: [] })).toBe(`{\n  text: '${'x'.repeat(99)}',\n  next: [],\n}`);
    expect(literal({ text: 'x'.repeat(120) })).toBe(`{\n  text:\n    '${'x'.repeat(120)}',\n}`);
    expect(
      literal([
        { a: 1, b: 2 },
        { a: 1, b: 2 },
      ]),
    ).toBe('[\n  { a: 1, b: 2 },\n  { a: 1, b: 2 },\n]');
  });
});
