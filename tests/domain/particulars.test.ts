import { describe, expect, test } from 'vitest';
import { PROCEDURE } from '../../src/domain/procedure.ts';
import { expectFaults, faultsOf, planned, warningsOf } from './stages.ts';

const ZOE = { surname: 'D’ÂPRES', firstName: 'Zoé', birthDate: '2003-02-28', birthPlace: 'Nîmes' };

const register = (identity: typeof ZOE, homonymKnown = false) =>
  ({ type: 'RegisterCandidate', data: { identity, homonymKnown } }) as const;

const line = (over: object) => faultsOf('RegisterCandidate', { identity: ZOE, ...over });

const identity = (over: object) => line({ identity: { ...ZOE, ...over } });

describe(PROCEDURE.birth, () => {
  test('a birth date exists, and somebody who is certified can have been born then', () => {
    expectFaults(
      (birthDate: unknown) => identity({ birthDate }),
      [
        ['2003-02-28'],
        ['2003-02-29', 'date-exists at data.identity.birthDate'],
        ['28/02/2003', 'date-exists at data.identity.birthDate', 'birth-date-plausible at data.identity.birthDate'],
        ['1900-01-01', 'birth-date-plausible at data.identity.birthDate'],
        ['1900-01-02'],
        ['2099-12-31'],
        ['2100-01-01', 'birth-date-plausible at data.identity.birthDate'],
        [undefined, 'field-missing at data.identity.birthDate'],
      ],
    );
  });

  test('a birth place is one line of at most 150 characters', () => {
    expectFaults(
      (birthPlace: unknown) => identity({ birthPlace }),
      [
        ['v'.repeat(150)],
        ['v'.repeat(151), 'field-too-big at data.identity.birthPlace'],
        ['', 'field-too-small at data.identity.birthPlace'],
      ],
    );
  });
});

describe(PROCEDURE.email, () => {
  test('an e-mail address may be left out, and is readable where it is given', () => {
    const long = `${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}`;
    expectFaults(
      (email: unknown) => line({ email }),
      [
        [undefined],
        [null],
        ['zoe.dapres@lycee.example'],
        ['zoe.dapres', 'e-mail-readable at data.email'],
        [`${long}.${'e'.repeat(7)}.fr`],
        [`${long}.${'e'.repeat(8)}.fr`, 'e-mail-readable at data.email'],
      ],
    );
    expect(`${long}.${'e'.repeat(7)}.fr`).toHaveLength(254);
  });
});

describe(PROCEDURE.identifier, () => {
  const warned = (kind: 'ine' | 'local', value: string) =>
    warningsOf(planned(), { type: 'RegisterCandidate', data: { identity: ZOE, identifier: { kind, value } } });

  test('an identifier may be left out; it is an INE or the school’s own', () => {
    expectFaults(
      (identifier: unknown) => line({ identifier }),
      [
        [undefined],
        [null],
        [{ kind: 'local', value: 'v'.repeat(40) }],
        [{ kind: 'local', value: 'v'.repeat(41) }, 'field-too-big at data.identifier.value'],
        [{ kind: 'nir', value: '2030299' }, 'field-invalid-value at data.identifier.kind'],
        [{ kind: 'ine', value: ' ' }, 'field-too-small at data.identifier.value'],
        [{ kind: 'ine', value: '1', of: 2 }, 'field-unrecognized-keys at data.identifier'],
      ],
    );
  });

  test('what looks like an INE gives no warning', () => {
    for (const ine of ['1234567890A', '123456789AB', '1234ABCDEFZ', '1234 567890a', '123456789HJ', '1234567890Z']) {
      expect([ine, warned('ine', ine)]).toEqual([ine, []]);
    }
  });

  test('what does not look like an INE gives a warning, and is registered', () => {
    const doubtful = ['1234567890', '12345678901', '1234567890I', '1234567890O', '123456789AI', 'A234567890A'];
    for (const ine of [...doubtful, '1234567890AB', 'x1234567890A', '123A567890A1', '1234ABCDE-Z']) {
      expect([ine, warned('ine', ine)]).toEqual([ine, [`doubtful-ine: ${ine} does not look like an INE.`]]);
    }
  });

  test('the school’s own identifier gives none, and neither does the lack of one', () => {
    expect(warned('local', '12')).toEqual([]);
    expect(warningsOf(planned(), register(ZOE))).toEqual([]);
    const story = planned();
    const corrected = { candidate: 1, identity: ZOE, identifier: { kind: 'ine', value: '12' } } as const;
    const [warning] = story.must({ type: 'CorrectCandidate', data: corrected });
    expect(warning).toEqual({
      warning: 'doubtful-ine',
      en: '12 does not look like an INE.',
      fr: '12 ne ressemble pas à un INE.',
      values: { ine: { value: '12', personal: true } },
    });
  });
});
