import fc from 'fast-check';
import type { NewEvent } from '../../../../domain/store/envelope.ts';
import { answerOf } from '../answers.ts';
import { numbered, numberedFrom } from '../events.ts';
import { assertSame } from '../same.ts';
import type { Stage } from '../stage.ts';
import { played, storeTrial } from '../storeTrial.ts';

const STREAM = 'session-1';

const ALREADY_THERE = numbered(0);

/** A batch with one bad event among good ones, in any place. */
const torn = (bad: NewEvent, code: string) => (stage: Stage) =>
  played({
    cases: fc.record({ before: fc.nat(3), after: fc.nat(3) }).filter(({ before, after }) => before + after > 0),
    holds: ({ before, after }) =>
      stage.play(async ({ store }) => {
        await store.append(STREAM, 'none', [ALREADY_THERE]);
        const good = numberedFrom(10, before + after);
        const events = [...good.slice(0, before), bad, ...good.slice(before)];
        const answer = await answerOf(store, { call: 'append', stream: STREAM, expected: 1, events });
        assertSame(answer, { kind: code }, 'The answer');
        const read = await store.readStream(STREAM);
        assertSame(
          read.map(({ id }) => id),
          [ALREADY_THERE.id],
          'The events that are stored',
        );
        // The good ones are still free, and their place as well.
        assertSame((await store.append(STREAM, 1, good)).kind, 'appended', 'The answer without the bad event');
      }),
    tell: ({ before, after }) => `A batch of ${before} good events, a bad one (${code}), and ${after} good ones`,
    runs: 15,
  });

/** All or nothing, where the bad event is one that is stored already. */
export const batchWithTakenId = storeTrial(
  'a batch in which one event id is taken stores none of its events',
  ['batches', 'uniqueEventIds'],
  torn(ALREADY_THERE, 'event-id-taken'),
);

/** All or nothing, where the bad event is not JSON. */
export const batchNotJson = storeTrial(
  'a batch in which one event is not JSON stores none of its events',
  ['batches', 'refusesNonJson'],
  torn(numbered(1, { at: new Date(0) }), 'event-not-json'),
);
