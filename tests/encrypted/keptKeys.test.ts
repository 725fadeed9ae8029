import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Person } from '../../src/domain/privacy/person.ts';
import { type KeptKey, keyPlace, liveKey, noted } from '../../src/domain/store/keys.ts';
import { refused, resultOf } from '../stores/support/results.ts';
import { ofMany } from '../support/many.ts';
import { holds } from '../support/property.ts';

/** What somebody may pass where a text is asked for. */
const odd = fc.constantFrom<unknown[]>(null, undefined, 7, ['session'], ['m1'], [], {}, Object.create(null));

const persons = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown[]>('session', 'candidate-3', 'examiner-lefevre', 'examiner-é') },
  fc.constantFrom<unknown[]>('candidate-0', 'pupil-1', '', 'examiner-\udc00', 'examiner-'),
  odd,
);
const streams = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown[]>('session-1', '', 'séance · 3') },
  fc.constantFrom<unknown[]>('\ud800', ['session-1']),
  odd,
);
const masters = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown[]>('m1', 'A', `a${'.'.repeat(63)}`) },
  fc.constantFrom<unknown[]>('', '.a', ' m1', 'm1 ', 'm 1', `a${'.'.repeat(64)}`),
  odd,
);
const wrappings = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom<unknown[]>('A'.repeat(80), `${'-_09az'.repeat(13)}AZ`) },
  fc.constantFrom<unknown[]>('A'.repeat(79), 'A'.repeat(81), `${'A'.repeat(79)}.`, ` ${'A'.repeat(79)}`, [
    'A'.repeat(80),
  ]),
  odd,
);

const isText = (value: unknown): value is string => typeof value === 'string' && value.isWellFormed();
const isPerson = (value: unknown): boolean =>
  isText(value) && (value === 'session' || value === 'candidate-3' || /^examiner-./.test(value));

/** The place of a key as it was given, or what is wrong with it. */
const placed = (stream: unknown, person: unknown) => {
  if (!isPerson(person)) return refused('person', person);
  return isText(stream) ? { answer: { stream, person } } : refused('stream', stream);
};

test('a key is kept in the place of a person in a stream, and nowhere else', () =>
  holds(
    ofMany(fc.tuple(streams, persons), ([stream, person]) => {
      const place = { stream: stream as string, person: person as Person };
      expect(resultOf(() => keyPlace({ ...place, more: 1 } as typeof place))).toEqual(placed(stream, person));
    }),
    { runs: 60 },
  ));

test('a key is kept under the name of a master key, in a wrapping of one length, and never as it is', () =>
  holds(
    ofMany(fc.tuple(streams, persons, masters, wrappings), ([stream, person, master, wrapped]) => {
      const isNamed = isText(master) && /^[a-z0-9][a-z0-9._:-]{0,63}$/i.test(master);
      const isWrapped = isText(wrapped) && wrapped.length === 80 && !/[^a-z0-9_-]/i.test(wrapped);
      const place = placed(stream, person);
      const whole = 'answer' in place ? { answer: { stream, person, master, wrapped } } : place;
      const wanted = !isNamed
        ? refused('name of a master key', master)
        : isWrapped
          ? whole
          : refused('wrapped key', typeof wrapped);
      expect(resultOf(() => liveKey({ stream, person, master, wrapped } as KeptKey))).toEqual(wanted);
    }),
    { runs: 100 },
  ));

test('a note is a text of a thousand characters at most', () =>
  holds(
    ofMany(
      fc.oneof(
        odd,
        fc.constantFrom('', '\ud800', ['a'], 'é', '🗝'.repeat(500)),
        fc.integer({ min: 996, max: 1_004 }).map((length) => 'a'.repeat(length)),
      ),
      (text) => {
        const isNote = isText(text) && text !== '' && text.length <= 1_000;
        expect(resultOf(() => noted(text as string))).toEqual(isNote ? { answer: text } : refused('note', text));
      },
    ),
    { runs: 60 },
  ));
