import { describe, expect, test } from 'vitest';
import { folded, foldedWords } from '../../src/domain/values/fold.ts';
import { areHomonyms } from '../../src/domain/values/people.ts';

describe('names', () => {
  test('are compared without case, accents, and what stands between words', () => {
    expect(['ŒUVRARD', 'Ægir', 'Straße', 'Éloïse', 'E\u0301loi\u0308se', 'N\u0303'].map(folded)).toEqual([
      'oeuvrard',
      'aegir',
      'strasse',
      'eloise',
      'eloise',
      'n',
    ]);
    expect(foldedWords(' D’ÂPRES-le  Goff 2')).toEqual(['d', 'apres', 'le', 'goff', '2']);
    expect(foldedWords('- ’')).toEqual([]);
  });

  test('keep the marks of other alphabets, without which two names could become one', () => {
    expect(folded('हिन्दी')).toBe('हिन्दी');
    expect(foldedWords('हि न्')).toEqual(['हि', 'न्']);
    expect(folded('がか')).toBe('がか');
  });

  test('of two people who were born the same day are the same, however they are typed', () => {
    const zoe = { surname: 'Le Goff', firstName: 'Anne-Sophie', birthDate: '2003-02-28', birthPlace: 'Nîmes' };
    for (const surname of ['LE GOFF', 'LeGoff', 'le-goff', 'Le\u00a0Göff']) {
      expect([surname, areHomonyms(zoe, { ...zoe, surname, firstName: 'annesophie' })]).toEqual([surname, true]);
    }
    expect(areHomonyms(zoe, { ...zoe, surname: 'Goff' })).toBe(false);
    expect(areHomonyms(zoe, { ...zoe, firstName: 'Anne' })).toBe(false);
    expect(areHomonyms(zoe, { ...zoe, birthDate: '2003-02-27' })).toBe(false);
  });
});
