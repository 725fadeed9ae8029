import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { COMMANDS } from '../../src/domain/commands/catalogue.ts';
import { INPUT_TEXTS, UNREADABLE } from '../../src/domain/commands/inputTexts.ts';
import { readCommand } from '../../src/domain/commands/read.ts';
import { refusalsOf } from '../../src/domain/machine/refusal.ts';
import { holds } from '../support/property.ts';
import { at, expectFaults, factOf, faultsOf, planned, why } from './stages.ts';

const ACTOR = { role: 'examiner', identity: 'lefevre' };

const COMMENT = { session: 's-1', actor: ACTOR, type: 'AddSessionComment', data: { text: 'Bruit' } };

/** What is said of an input, in English. */
const saidOf = (input: unknown): readonly string[] => {
  const reading = readCommand(input);
  return reading.kind === 'read' ? [] : reading.refusals.map(({ en }) => en);
};

const frame = (over: object): readonly string[] => faultsOf('AddSessionComment', { text: 'Bruit' }, over);

describe('a command', () => {
  test('is read with what it does not say filled in', () => {
    expect(readCommand(COMMENT)).toEqual({
      kind: 'read',
      command: { ...COMMENT, correlationId: null, causationId: null },
    });
    const full = { ...COMMENT, id: 'c-1', occurredAt: at('08:35'), correlationId: 'day-1', causationId: 'import-1' };
    expect(readCommand(full)).toEqual({ kind: 'read', command: full });
    expect(readCommand({ ...COMMENT, occurredAt: '2019-05-14T08:35:00+02:00' })).toMatchObject({
      command: { occurredAt: at('08:35') },
    });
  });

  test('that nobody knows is refused by its name', () => {
    expect(readCommand({ ...COMMENT, type: 'BuyCoffee' })).toEqual({
      kind: 'refused',
      refusals: [
        {
          rule: 'command-known',
          sentence: null,
          event: null,
          lifecycle: null,
          path: 'type',
          en: 'There is no command BuyCoffee.',
          fr: 'La commande BuyCoffee n’existe pas.',
          values: { path: { value: 'type', personal: false }, value: { value: 'BuyCoffee', personal: true } },
        },
      ],
    });
    for (const type of ['toString', '__proto__', 'constructor', 'addcomment', '', 3, null]) {
      expect([type, faultsOf(type, {})]).toEqual([type, ['command-known at type']]);
    }
    expect(saidOf(undefined)).toEqual(['There is no command —.']);
    expect(saidOf(null)).toEqual(['There is no command —.']);
    expect(saidOf('AddComment')).toEqual(['There is no command —.']);
    expect(saidOf([])).toEqual(['There is no command —.']);
    expect(saidOf({ type: ['AddComment'] })).toEqual(['There is no command ["AddComment"].']);
  });

  test('names who acts, of which session', () => {
    expectFaults(frame, [
      [{}],
      [{ actor: { role: 'pix', identity: 'i'.repeat(200) } }],
      [{ actor: { role: 'pix', identity: 'i'.repeat(201) } }, 'field-too-big at actor.identity'],
      [{ actor: { role: 'pix', identity: '' } }, 'field-too-small at actor.identity'],
      [{ actor: { role: 'parent', identity: 'p' } }, 'field-invalid-value at actor.role'],
      [{ actor: { role: 'pix', identity: 'p', age: 3 } }, 'field-unrecognized-keys at actor'],
      [{ actor: undefined }, 'field-missing at actor'],
      [{ session: undefined }, 'field-missing at session'],
      [{ session: 'a b' }, 'identity-shape at session'],
      [{ session: '-a' }, 'identity-shape at session'],
      [{ session: 's'.repeat(100) }],
      [{ session: 's'.repeat(101) }, 'identity-shape at session'],
      [{ id: 'A.b_c:d-9' }],
      [{ id: 'i'.repeat(128) }],
      [{ id: 'i'.repeat(129) }, 'identity-shape at id'],
      [{ id: null }, 'field-invalid-type at id'],
      [{ correlationId: null, causationId: null }],
      [{ correlationId: '', causationId: ' ' }, 'identity-shape at correlationId', 'identity-shape at causationId'],
      [{ occurredAt: 'yesterday' }, 'instant-readable at occurredAt'],
      [{ occurredAt: 5 }, 'instant-readable at occurredAt'],
      [{ mood: 'good' }, 'field-unrecognized-keys at '],
    ]);
    for (const role of ['examiner', 'centre', 'pix', 'candidate', 'system']) {
      expect([role, frame({ actor: { role, identity: 'x' } })]).toEqual([role, []]);
    }
  });

  test('says all that is wrong at once, with each value and its place', () => {
    const identity = { surname: '', firstName: 3, birthDate: '31/12/2003', size: 'M', 'shoe size': 38 };
    expect(saidOf({ ...COMMENT, type: 'RegisterCandidate', data: { identity, email: 'zoe' } })).toEqual([
      'data.identity.surname is empty or too small: .',
      'data.identity.firstName is not of the right kind: 3.',
      'data.identity.birthDate: the date 31/12/2003 does not exist, or is not written YYYY-MM-DD.',
      'data.identity.birthDate: nobody is certified who was born on 31/12/2003.',
      'data.identity.birthPlace is missing.',
      'There are unknown fields: data.identity.size, data.identity.shoe size.',
      'data.email: zoe is no e-mail address.',
    ]);
  });

  test('quotes what was typed as personal, shortened, whatever it is', () => {
    const quoted = (text: unknown) => {
      const reading = readCommand({ ...COMMENT, data: { text } });
      const [first] = reading.kind === 'read' ? [] : reading.refusals;
      const { value } = first?.values ?? {};
      return value;
    };
    const loop: { self?: unknown } = {};
    loop.self = loop;
    expect(quoted('x'.repeat(2001))).toEqual({ value: 'x'.repeat(200), personal: true });
    expect(quoted(undefined)).toEqual({ value: null, personal: false });
    expect(quoted(null)).toEqual({ value: null, personal: true });
    expect(quoted(true)).toEqual({ value: true, personal: true });
    expect(quoted(4)).toEqual({ value: 4, personal: true });
    expect(quoted({ a: [1] })).toEqual({ value: '{"a":[1]}', personal: true });
    expect(quoted(Array(300).fill(1))).toEqual({ value: `[${'1,'.repeat(300)}`.slice(0, 200), personal: true });
    expect(quoted(loop)).toEqual({ value: 'object', personal: true });
    expect(quoted(() => 1)).toEqual({ value: 'function', personal: true });
    expect(quoted(Symbol('s'))).toEqual({ value: 'symbol', personal: true });
    expect(quoted(4n)).toEqual({ value: 'bigint', personal: true });
  });

  test('that is no command at all is refused, and nothing is thrown', () => {
    const types = Object.keys(COMMANDS);
    const anything = fc.anything({ withBigInt: true, withDate: true, withMap: true, withNullPrototype: true });
    const almost = fc.record(
      { type: fc.constantFrom(...types), session: fc.constant('s'), actor: fc.constant(ACTOR), data: anything },
      { requiredKeys: ['type'] },
    );
    holds(
      fc.property(fc.oneof(anything, almost), (input) => {
        const reading = readCommand(input);
        if (reading.kind === 'read') return;
        expect(reading.refusals.length).toBeGreaterThan(0);
        for (const { en, fr, path } of reading.refusals) {
          expect([typeof en, typeof fr, typeof path]).toEqual(['string', 'string', 'string']);
        }
      }),
      { runs: 1000 },
    );
  });

  test('needs each of its fields, unless it may be left out', () => {
    const missing = Object.keys(COMMANDS).map((type) => [type, ...faultsOf(type, {})]);
    expect(Object.fromEntries(missing.map(([type, ...faults]) => [type, faults]))).toMatchObject({
      CloseSession: [],
      MarkPresent: ['field-missing at data.candidate'],
      GrantAllowance: ['field-missing at data.seconds', 'field-missing at data.cause'],
      PlanSession: [
        'field-missing at data.establishment',
        'field-missing at data.slot',
        'field-missing at data.examiners',
      ],
      SignalProblem: [
        'field-missing at data.candidate',
        'field-missing at data.question',
        'field-missing at data.examinerAdvised',
      ],
    });
    for (const type of Object.keys(COMMANDS)) {
      expect([type, faultsOf(type, { nothing: 1 }).at(-1)]).toEqual([type, 'field-unrecognized-keys at data']);
    }
  });

  test('is labelled in French, and goes by its own name', () => {
    for (const [name, { type, label }] of Object.entries(COMMANDS)) {
      expect(type).toBe(name);
      expect(label).toMatch(/^[A-ZÉ][\p{L}’ ]+$/u);
    }
  });
});

describe('the texts of what is wrong with an input', () => {
  test('quote the same values in both languages', () => {
    const names = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();
    for (const [rule, { en, fr }] of [...Object.entries(INPUT_TEXTS), ['', UNREADABLE] as const]) {
      expect([rule, names(fr)]).toEqual([rule, names(en)]);
      expect(names(en).filter((name) => !['path', 'value', 'keys'].includes(String(name)))).toEqual([]);
    }
  });

  test('say that a value cannot be read where no other text fits', () => {
    const data = { candidate: 1, question: 1, examinerAdvised: true, category: { code: 'x', vocabulary: '2024-01' } };
    expect(saidOf({ ...COMMENT, type: 'SignalProblem', data })).toEqual(['data.category.code cannot be read: x.']);
  });
});

describe('the record’s own clock', () => {
  test('revisions come one after another', () => {
    const story = planned();
    const { place, state } = story.draft;
    const numbered = (revision: number) =>
      refusalsOf(place, state, factOf(story, 'SessionCommentAdded', { text: 'Bruit' }, { revision }));
    expect(numbered(6)).toEqual([]);
    expect(numbered(5).map(({ rule }) => rule)).toEqual(['next-revision']);
    expect(numbered(7)).toMatchObject([
      {
        rule: 'next-revision',
        sentence: null,
        en: 'The event has revision 7; the record stands at 5.',
        fr: 'L’événement porte le rang 7 ; le registre en est au rang 5.',
        values: { revision: { value: 7, personal: false }, current: { value: 5, personal: false } },
      },
    ]);
  });

  test('nothing is recorded before what was recorded last', () => {
    const story = planned();
    const { recordedAt } = story.draft.state;
    story.now = recordedAt - 1;
    expect(why(story, { type: 'AddSessionComment', data: { text: 'Bruit' } })).toEqual([
      'recorded-in-order: It is said to have been recorded at 09:59:59.999 on 2019-04-30, before the event that precedes it (10:00:00 on 2019-04-30).',
    ]);
    story.now = recordedAt;
    story.must({ type: 'AddSessionComment', data: { text: 'Bruit' } });
  });

  test('nothing happened later than it is recorded', () => {
    const story = planned();
    const told = { type: 'AddSessionComment', data: { text: 'Bruit' } } as const;
    expect(why(story, { ...told, occurredAt: story.now + 1 })).toEqual([
      'not-in-the-future: It is said to have happened at 10:00:00.001 on 2019-04-30, after it was recorded (10:00:00 on 2019-04-30).',
    ]);
    story.must({ ...told, occurredAt: story.now });
    story.must({ ...told, occurredAt: Date.UTC(2000, 0, 1) });
  });
});
