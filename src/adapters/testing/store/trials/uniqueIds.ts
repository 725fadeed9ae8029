import fc from 'fast-check';
import { answerOf } from '../answers.ts';
import { numbered } from '../events.ts';
import { assertSame } from '../same.ts';
import { played, storeTrial } from '../storeTrial.ts';

/** A retry has the ids of the first try, in whatever stream and by whatever belief it arrives. */
export const uniqueIds = storeTrial(
  'an event id stands once in the whole record',
  ['uniqueEventIds'],
  ({ capabilities: { batches }, play }) =>
    played({
      cases: fc.record({
        other: fc.boolean(),
        within: batches ? fc.boolean() : fc.constant(false),
        between: fc.nat(3),
      }),
      holds: ({ other, within, between }) =>
        play(async ({ store }) => {
          const event = numbered(0);
          if (!within) await store.append('session-1', 0, [event]);
          for (let n = 1; n <= between; n++) await store.append('session-2', n - 1, [numbered(n)]);
          const [stream, expected] = other ? ['session-2', between] : ['session-1', within ? 0 : 1];
          const events = within ? [event, event] : [event];
          const answer = await answerOf(store, { call: 'append', stream, expected, events });
          assertSame(answer, { kind: 'event-id-taken' }, 'The answer to the second event with this id');
          const stored = [...(await store.readStream('session-1')), ...(await store.readStream('session-2'))];
          const found = stored.filter(({ id }) => id === event.id).length;
          assertSame(found, within ? 0 : 1, 'How many events have this id');
        }),
      tell: ({ other, within, between }) =>
        `The same event id ${within ? 'twice in one append' : `again after ${between} others`}, in ${other ? 'another' : 'its own'} stream`,
      runs: 20,
    }),
);
