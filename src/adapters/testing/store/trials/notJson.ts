import fc from 'fast-check';
import { answerOf } from '../answers.ts';
import { numbered } from '../events.ts';
import { assertSame } from '../same.ts';
import { played, storeTrial } from '../storeTrial.ts';

const STREAM = 'session-1';

/** Values that a JSON file drops, changes or cannot hold. Each is made when it is asked for, and named. */
const NOT_JSON: Readonly<Record<string, () => unknown>> = {
  undefined: () => undefined,
  'a Date': () => new Date(0),
  NaN: () => Number.NaN,
  Infinity: () => Number.POSITIVE_INFINITY,
  'a big integer': () => 1n,
  'a function': () => () => 1,
  'a Map': () => new Map([['a', 1]]),
  'half of a surrogate pair': () => '\ud800',
};

/** How deep the value is hidden. */
const AROUND: Readonly<Record<string, (value: unknown) => unknown>> = {
  'as the data': (value) => value,
  'in a property': (value) => ({ a: { b: value } }),
  'in a list': (value) => ({ a: [1, value] }),
};

/** What would come back as something else is refused; it is not changed in silence. */
export const notJson = storeTrial(
  'what is not JSON is refused, and not stored as something else',
  ['refusesNonJson'],
  ({ play }) =>
    played({
      cases: fc.record({
        value: fc.constantFrom(...Object.keys(NOT_JSON)),
        place: fc.constantFrom(...Object.keys(AROUND)),
      }),
      holds: ({ value, place }) =>
        play(async ({ store }) => {
          const events = [{ ...numbered(1), data: AROUND[place]?.(NOT_JSON[value]?.()) }];
          const answer = await answerOf(store, { call: 'append', stream: STREAM, expected: 'none', events });
          assertSame(answer, { kind: 'event-not-json' }, 'The answer');
          assertSame(await store.readStream(STREAM), [], 'What is stored');
        }),
      tell: ({ value, place }) => `An event with ${value}, ${place}`,
      runs: 40,
    }),
);
