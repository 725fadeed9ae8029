import fc from 'fast-check';
import type { NewEvent } from '../../../../domain/store/envelope.ts';
import { answerOf } from '../answers.ts';
import { batchSizes } from '../calls.ts';
import { numberedFrom, revisionsOf } from '../events.ts';
import { assertSame } from '../same.ts';
import { played, storeTrial } from '../storeTrial.ts';

const STREAM = 'session-1';

/** Failures between the appends that are stored: conflicts, and ids that are taken where the store minds them. */
export const contiguous = storeTrial(
  'revisions follow each other from 1 without a gap, whatever failed in between',
  [],
  ({ capabilities, play }) => {
    const append = fc.record({
      /** How far the writer's belief is from the truth. */
      beside: fc.constantFrom(0, 1, 2, -1),
      events: fc.array(fc.constant(null), { ...batchSizes(capabilities, 3), minLength: 1 }),
      repeats: capabilities.uniqueEventIds ? fc.boolean() : fc.constant(false),
    });
    return played({
      cases: fc.array(append, { minLength: 1, maxLength: 8 }),
      holds: (appends) =>
        play(async ({ store }) => {
          const kept: NewEvent[] = [];
          for (const [index, { beside, events, repeats }] of appends.entries()) {
            const fresh = numberedFrom(index * 10, events.length);
            const [taken] = repeats ? kept : [];
            // The taken one comes last, so that a store has begun when it finds out.
            const tried = taken === undefined ? fresh : [...fresh.slice(1), taken];
            const expected = Math.max(0, kept.length + beside);
            const isStored = expected === kept.length && taken === undefined;
            await answerOf(store, { call: 'append', stream: STREAM, expected, events: tried });
            if (isStored) kept.push(...fresh);
          }
          const read = await store.readStream(STREAM);
          assertSame(
            revisionsOf(read),
            kept.map((_, index) => index + 1),
            'The revisions of the stream',
          );
          assertSame(
            read.map(({ id }) => id),
            kept.map(({ id }) => id),
            'The events of the stream',
          );
        }),
      tell: (appends) =>
        appends
          .map(({ beside, events, repeats }, index) => {
            const belief = beside === 0 ? 'rightly believed' : `believed ${beside} beside the truth`;
            return `${index + 1}. append ${events.length}, ${belief}${repeats ? ', the last one taken' : ''}`;
          })
          .join('\n'),
      runs: 30,
    });
  },
);
