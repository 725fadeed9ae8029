import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { PROCEDURE } from '../../src/domain/procedure.ts';
import { ACCESS_CODE_BYTES, accessCode, accessCodeFrom } from '../../src/domain/values/codes.ts';
import { holds } from '../support/property.ts';
import { at, CODE, eventsOf, expectFaults, faultsOf, issued, planned, rulesOf, started, why } from './stages.ts';

describe(PROCEDURE.accessCode, () => {
  test('any four capital letters and two digits are a code, and nothing else is', () => {
    const wrong = 'access-code-shape at data.accessCode';
    expectFaults(
      (code: unknown) => faultsOf('IssueAccessCode', { accessCode: code }),
      [
        ['AAAA00'],
        ['ZZZZ99'],
        ['OIIO01'],
        ['aaaa00', wrong],
        ['AAA000', wrong],
        ['AAAAA0', wrong],
        ['AAAA0', wrong],
        ['AAAA000', wrong],
        ['AAAA00 ', wrong],
        [' AAAA00', wrong],
        ['ÀAAA00', wrong],
        ['', wrong],
        [undefined, 'field-missing at data.accessCode'],
        [7, 'field-invalid-type at data.accessCode'],
      ],
    );
  });

  test('a code that is not one is quoted as it was typed', () => {
    const story = planned();
    expect(why(story, { type: 'IssueAccessCode', data: { accessCode: 'abcd12' } })).toEqual([
      'access-code-shape: data.accessCode: an access code is four capital letters and two digits, not abcd12.',
    ]);
  });

  test('a drawn code has none of the letters and digits that are mistaken for one another when dictated', () => {
    const letters = new Set<string>();
    const digits = new Set<string>();
    for (let byte = 0; byte < 256; byte++) {
      const code = accessCodeFrom(new Uint8Array(ACCESS_CODE_BYTES).fill(byte));
      if (code === null) continue;
      expect(accessCode.safeParse(code).success).toBe(true);
      letters.add(code.charAt(0));
      digits.add(code.charAt(5));
    }
    expect([...letters].toSorted().join('')).toBe('BCDFGHJKMPQRTVWXY');
    expect([...digits].toSorted().join('')).toBe('2346789');
  });

  test('letters and digits come in the order of their alphabets, one byte each', () => {
    expect(ACCESS_CODE_BYTES).toBe(16);
    expect(accessCodeFrom(Uint8Array.of(0, 1, 2, 3, 0, 1))).toBe('BCDF23');
    expect(accessCodeFrom(Uint8Array.of(16, 17, 33, 34, 6, 7))).toBe('YBYB92');
    expect(accessCodeFrom(Uint8Array.of(0, 1, 2, 3, 0, 1, 9, 9, 9))).toBe('BCDF23');
  });

  test('a byte past the last whole multiple of the alphabet is skipped, so that no letter is likelier', () => {
    expect(accessCodeFrom(Uint8Array.of(255, 254, 0, 0, 0, 252, 251, 0))).toBe('YBBB92');
    expect(accessCodeFrom(Uint8Array.of(255, 0, 0, 0, 0, 252, 251, 0))).toBe('BBBB92');
    expect(accessCodeFrom(Uint8Array.of(254, 0, 0, 0, 0, 0))).toBe('YBBB22');
    const first = new Map<string, number>();
    for (let byte = 0; byte < 256; byte++) {
      const letter = accessCodeFrom(Uint8Array.of(byte, 0, 0, 0, 0, 0))?.charAt(0);
      if (letter !== undefined) first.set(letter, (first.get(letter) ?? 0) + 1);
    }
    expect(new Set(first.values())).toEqual(new Set([15]));
    const last = new Map<string, number>();
    for (let byte = 0; byte < 256; byte++) {
      const digit = accessCodeFrom(Uint8Array.of(0, 0, 0, 0, 0, byte))?.charAt(5);
      if (digit !== undefined) last.set(digit, (last.get(digit) ?? 0) + 1);
    }
    expect(new Set(last.values())).toEqual(new Set([36]));
  });

  test('too few usable bytes draw no code', () => {
    expect(accessCodeFrom(Uint8Array.of(0, 0, 0, 0, 0))).toBeNull();
    expect(accessCodeFrom(new Uint8Array(ACCESS_CODE_BYTES).fill(255))).toBeNull();
    expect(accessCodeFrom(new Uint8Array(0))).toBeNull();
  });

  test('whatever the bytes, what is drawn is a code or nothing', () => {
    holds(
      fc.property(fc.uint8Array({ minLength: 0, maxLength: 24 }), (bytes) => {
        const code = accessCodeFrom(bytes);
        expect(code === null || /^[BCDFGHJKMPQRTVWXY]{4}[2346789]{2}$/.test(code)).toBe(true);
      }),
      { runs: 300 },
    );
  });

  test('a code is issued once to a session that is planned', () => {
    const story = planned();
    story.now = at('08:00');
    expect(eventsOf(story, { type: 'IssueAccessCode', data: { accessCode: CODE } })).toEqual([
      { type: 'AccessCodeIssued', data: { accessCode: CODE } },
    ]);
    expect(story.draft.state).toMatchObject({ accessCode: CODE, lifecycleAt: at('08:00'), startedAt: null });
    expect(story.draft.place.lifecycle).toBe('codesIssued');
    expect(why(story, { type: 'IssueAccessCode', data: { accessCode: 'ZZZZ99' } })).toEqual([
      'allowed-in-state: In the state codesIssued this cannot be recorded; it can in planned.',
    ]);
  });

  test('no code is issued before the session was planned', () => {
    const story = planned();
    const told = { type: 'IssueAccessCode', data: { accessCode: CODE } } as const;
    expect(rulesOf(story, { ...told, occurredAt: story.draft.state.lifecycleAt - 1 })).toEqual(['lifecycle-in-order']);
    expect(eventsOf(story, { ...told, occurredAt: story.draft.state.lifecycleAt })).toHaveLength(1);
  });

  test('the examiner gives this code at the start, and no other', () => {
    const story = issued();
    expect(why(story, { type: 'GiveAccessCode', data: { accessCode: 'ZZZZ99' } })).toEqual([
      'sessions-own-code: ZZZZ99 is not the access code of this session.',
    ]);
    expect(eventsOf(story, { type: 'GiveAccessCode', data: { accessCode: CODE } })).toEqual([
      { type: 'AccessCodeGiven', data: { accessCode: CODE } },
    ]);
    expect(rulesOf(started(), { type: 'GiveAccessCode', data: { accessCode: CODE } })).toEqual(['allowed-in-state']);
  });
});
