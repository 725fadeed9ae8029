import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownPrefix } from '../eventstoredb/support/store.ts';
import { serverTest } from '../eventstoredb/support/target.ts';
import { holds } from '../support/property.ts';
import { raced } from './support/race.ts';
import { type Racers, racers } from './support/racers.ts';
import { sendingsOf } from './support/sendings.ts';
import { served } from './support/served.ts';
import { filling } from './support/sheets.ts';

/** Races from the sheet to the close, a few times, each in a place of its own on the server. */
const raceOn = (connectionString: string, two: Racers): Promise<void> =>
  holds(
    fc.asyncProperty(sendingsOf(2), fc.boolean(), async (sendings, isSealed) => {
      await raced(two, { connectionString, prefix: ownPrefix(), isSealed }, sendings);
    }),
    { runs: 4 },
  );

test('however two hosts on one server race from the sheet to the close, what they were told is what stands there', async () => {
  const [two, { connectionString, end }] = [racers(2), await served('sound')];
  await raceOn(connectionString, two);
  await two.end();
  await end();
});

serverTest('so it is on a server that kills connections now and then', async () => {
  const [two, { connectionString, end }] = [racers(2), await served('failing')];
  await raceOn(connectionString, two);
  await two.end();
  expect(await end()).toBeGreaterThan(0);
});

serverTest('two hosts bring twenty candidates onto one sheet, whatever becomes of their connections', async () => {
  const [two, { connectionString, end }] = [racers(2), await served('failing')];
  const ground = { connectionString, prefix: ownPrefix(), isSealed: true };
  const { history, outcomes } = await raced(two, ground, filling(2, 16));
  expect(history.filter(({ type }) => type === 'CandidateRegistered')).toHaveLength(20);
  const refused = outcomes.flat().flatMap(({ told }) => (told.kind === 'refused' ? [told.rules] : []));
  expect(refused).toEqual(Array.from({ length: 12 }, () => ['room-for-one-more']));
  await two.end();
  expect(await end()).toBeGreaterThan(0);
});
