import { chainVerifier } from '../../../../domain/seal/verify.ts';
import { storedEvent, textOfStored } from '../../../../domain/store/json.ts';
import type { EventStore, PositionedText } from '../../../../domain/store/port.ts';
import { sha256 } from '../../../crypto/node.ts';
import { callsOf } from '../calls.ts';
import { playLikeTheLog } from '../likeTheLog.ts';
import { assertSame } from '../same.ts';
import { played, storeTrial } from '../storeTrial.ts';
import { tellCalls } from '../tell.ts';

/** The stored texts; those of the events, where a store hands out no others. */
async function textsIn(store: EventStore): Promise<readonly PositionedText[]> {
  if (store.readTexts !== undefined) return store.readTexts();
  return (await store.readAll()).map(({ position, event }) => ({ position, text: textOfStored(event) }));
}

/** A seal that is not kept to the letter vouches for nothing; and one event without it, for nothing before it. */
export const chain = storeTrial(
  'a store seals every event of a stream with the digest of the stored text before it, or none',
  ['globalOrder'],
  ({ capabilities, play }) =>
    played({
      cases: callsOf(capabilities),
      holds: (calls) =>
        play(async ({ store }) => {
          await playLikeTheLog(calls, capabilities, () => store);
          const texts = (await textsIn(store)).map(({ text }) => text);
          const events = texts.map(storedEvent);
          if (events.every(({ previousHash }) => previousHash === null)) return;
          for (const [stream, own] of Map.groupBy(texts, (text) => storedEvent(text).stream)) {
            const verifier = chainVerifier(sha256, stream);
            for (const text of own) verifier.add(text);
            verifier.end();
            assertSame(verifier.findings, [], `What is wrong with the chain of ${stream}`);
          }
        }),
      tell: tellCalls,
      runs: 40,
    }),
);

/** What is verified by its texts is what is read. What a wrapping store takes out of the data is its own affair. */
export const texts = storeTrial(
  'a store that hands out its texts has one for every event that it reads, in the same place',
  ['globalOrder'],
  ({ capabilities, play }) =>
    played({
      cases: callsOf(capabilities),
      holds: (calls) =>
        play(async ({ store }) => {
          await playLikeTheLog(calls, capabilities, () => store);
          const read = (await store.readAll()).map(({ position, event: { data, ...envelope } }) => ({
            position,
            envelope,
          }));
          const written = (await textsIn(store)).map(({ position, text }) => {
            const { data, ...envelope } = storedEvent(text);
            return { position, envelope };
          });
          assertSame(written, read, 'The events of the texts');
        }),
      tell: tellCalls,
      runs: 25,
    }),
);
