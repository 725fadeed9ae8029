import fc from 'fast-check';
import type { NewEvent } from '../../../domain/store/envelope.ts';
import type { ExpectedRevision, StreamRange } from '../../../domain/store/port.ts';
import type { Capabilities } from './capabilities.ts';
import { jsonData, numbered } from './events.ts';

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

/** What a writer may believe, from the true and the false to the indifferent. */
export const believed = ({ expectedAny }: Capabilities): fc.Arbitrary<ExpectedRevision> =>
  fc.oneof(
    { weight: expectedAny ? 4 : 0, arbitrary: fc.constant('any' as const) },
    { weight: 1, arbitrary: fc.constant('none' as const) },
    { weight: 3, arbitrary: fc.nat(6) },
  );

/** How many events one append may have. */
export const batchSizes = ({ batches, emptyAppend }: Capabilities, most = 4): fc.ArrayConstraints => ({
  minLength: emptyAppend ? 0 : 1,
  maxLength: batches ? most : 1,
});

/** Part of a stream, or what is beyond its end. */
export const ranges: fc.Arbitrary<StreamRange> = fc.record(
  { from: fc.integer({ min: 1, max: 8 }), to: fc.nat(8), limit: fc.integer({ min: 1, max: 8 }) },
  { requiredKeys: [] },
);

/** Ids from a range so wide that few are taken, and so narrow that some are. */
const event = fc.record({ n: fc.nat(400), data: jsonData }).map(({ n, data }) => numbered(n, data));

/** The calls, with an id of its own for every event. */
function withOwnIds(calls: readonly Call[]): readonly Call[] {
  let n = 0;
  return calls.map((one) =>
    one.call === 'append' ? { ...one, events: one.events.map(({ data }) => numbered(n++, data)) } : one,
  );
}

/** A sequence of calls that a store of these capabilities offers, most of which find something there. */
export function callsOf(capabilities: Capabilities): fc.Arbitrary<readonly Call[]> {
  const call: fc.Arbitrary<Call> = fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record({
        call: fc.constant('append' as const),
        stream,
        expected: believed(capabilities),
        events: fc.array(event, batchSizes(capabilities)),
      }),
    },
    { weight: 2, arbitrary: fc.record({ call: fc.constant('readStream' as const), stream, range: ranges }) },
    {
      weight: capabilities.globalOrder ? 2 : 0,
      arbitrary: fc.record({
        call: fc.constant('readAll' as const),
        after: fc.nat(12),
        limit: fc.integer({ min: 1, max: 8 }),
      }),
    },
  );
  const sequence = fc.array(call, { maxLength: 24, size: 'max' });
  return capabilities.uniqueEventIds ? sequence : sequence.map(withOwnIds);
}
