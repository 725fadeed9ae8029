import fc from 'fast-check';
import type { NewEvent } from '../../../domain/store/envelope.ts';
import type { ExpectedRevision, StreamRange } from '../../../domain/store/port.ts';
import { jsonData, uuid } from './events.ts';
import { newEvent } from './newEvent.ts';

/** One call of a store. */
export type Call =
  | {
      readonly call: 'append';
      readonly stream: string;
      readonly expected: ExpectedRevision;
      readonly events: readonly NewEvent[];
    }
  | { readonly call: 'readStream'; readonly stream: string; readonly range: StreamRange }
  | { readonly call: 'readAll'; readonly after: number; readonly limit: number };

const stream = fc.constantFrom('session-1', 'session-2', 'séance · 3', '');

const expected = fc.oneof(
  { weight: 4, arbitrary: fc.constant('any' as const) },
  { weight: 1, arbitrary: fc.constant('none' as const) },
  { weight: 3, arbitrary: fc.nat(6) },
);

/** Ids from a range so wide that few are taken, and so narrow that some are. */
const event = fc.record({ id: fc.nat(400).map(uuid), data: jsonData }).map(newEvent);

const range: fc.Arbitrary<StreamRange> = fc.record(
  { from: fc.integer({ min: 1, max: 8 }), to: fc.nat(8), limit: fc.integer({ min: 1, max: 8 }) },
  { requiredKeys: [] },
);

/** A sequence of calls, most of which find something there. */
export const calls: fc.Arbitrary<readonly Call[]> = fc.array(
  fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        call: fc.constant('append' as const),
        stream,
        expected,
        events: fc.array(event, { maxLength: 4 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ call: fc.constant('readStream' as const), stream, range }) },
    {
      weight: 2,
      arbitrary: fc.record({
        call: fc.constant('readAll' as const),
        after: fc.nat(12),
        limit: fc.integer({ min: 1, max: 8 }),
      }),
    },
  ),
  { maxLength: 24, size: 'max' },
);
