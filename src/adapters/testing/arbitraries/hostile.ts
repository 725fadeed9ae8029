import fc from 'fast-check';
import { commands } from './commands/commands.ts';

/** Texts that break what takes text for harmless: half characters, controls, right to left, very long, odd Unicode. */
export const hostileTexts: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '\ud800',
    'LEF\udc00ÈVRE',
    'a\u0000b',
    '\u001b[31mrouge',
    '\u202eערבב\u202c',
    '\ufeffBOM',
    'e\u0301'.repeat(60),
    'Z\u0335\u0321\u0360\u0489'.repeat(30),
    '👩‍👩‍👧‍👦'.repeat(40),
    'ligne\r\nligne\u2028ligne',
    "Robert'); DROP TABLE events;--",
    '=HYPERLINK("http://x")',
    '{{7*7}}<script>',
    'x'.repeat(100_000),
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

/** Names that every object answers to. */
export const prototypeNames: fc.Arbitrary<string> = fc.constantFrom(
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'valueOf',
);

/** Numbers where whole, small ones are expected. */
export const hostileNumbers: fc.Arbitrary<number> = fc.constantFrom(
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -0,
  -1,
  0.1,
  1e308,
  Number.MAX_SAFE_INTEGER,
  Number.MAX_SAFE_INTEGER + 1,
  Number.MIN_VALUE,
  8.64e15 + 1,
);

/** Dates, times, instants and zones that do not exist, or lie where no session can. */
export const hostileDates: fc.Arbitrary<string> = fc.constantFrom(
  '0000-00-00',
  '2019-02-29',
  '2019-13-01',
  '+275760-09-13',
  '-000001-01-01',
  '9999-12-31T23:59:60Z',
  '14/05/2019',
  '24:00',
  '02:30',
  'Europe/Sotteville',
  '+02:00',
  '2019-05-14T08:35:00',
);

/** Anything that nobody would write in a field: odd texts, numbers and dates, other kinds of value, any structure. */
export const hostileValues: fc.Arbitrary<unknown> = fc.oneof(
  hostileTexts,
  prototypeNames,
  hostileNumbers,
  hostileDates,
  fc.constantFrom(null, undefined, true, [], {}, 10n ** 40n, Symbol('clé'), () => 'x', new Date(Number.NaN)),
  fc.object({ key: fc.oneof(fc.string(), prototypeNames), maxDepth: 2 }),
);

/** Where something stands in a structure. */
type Path = readonly string[];

/** Every place in a structure, from the outside in. */
const placesIn = (value: unknown, path: Path = []): readonly Path[] =>
  typeof value === 'object' && value !== null
    ? [path, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...path, key]))]
    : [path];

/** The same structure with something else at a place. */
function withAt(value: unknown, [key, ...rest]: Path, other: unknown): unknown {
  if (key === undefined) return other;
  const parts = Object.entries(value as object).map(([name, part]) => [
    name,
    name === key ? withAt(part, rest, other) : part,
  ]);
  return Array.isArray(value) ? parts.map(([, part]) => part) : Object.fromEntries(parts);
}

/** The same object with one field more, however it is named; anything else as it is. */
function withField(value: unknown, name: string, other: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  const changed = { ...value };
  Object.defineProperty(changed, name, { value: other, enumerable: true, configurable: true, writable: true });
  return changed;
}

/**
 * What a careless or malicious host may send: a good command of which one place, of any depth, holds something hostile;
 * one with a field that nobody asked for; or no command at all. Some of it is harmless and is accepted.
 */
export const hostileCommands: fc.Arbitrary<unknown> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.tuple(commands, fc.nat(99), hostileValues).map(([command, n, other]) => {
      const places = placesIn(command);
      return withAt(command, places[n % places.length] ?? [], other);
    }),
  },
  {
    weight: 2,
    arbitrary: fc
      .tuple(commands, fc.oneof(prototypeNames, hostileTexts), hostileValues)
      .map(([command, name, other]) => withField(command, name, other)),
  },
  { weight: 1, arbitrary: hostileValues },
);
