import fc from 'fast-check';
import { expect, test } from 'vitest';
import { place } from '../stores/support/folder.ts';
import { say } from '../support/asked.ts';
import { holds } from '../support/property.ts';
import { CODE, raced } from './support/race.ts';
import { racers } from './support/racers.ts';
import { SESSION } from './support/round.ts';
import { sendingsOf } from './support/sendings.ts';
import { filling } from './support/sheets.ts';

test('three secretaries who fill one sheet at once bring twenty candidates onto it, and never a twenty-first', async () => {
  const three = racers(3);
  const { history, outcomes } = await raced(three, { file: place(), isSealed: true }, filling(3, 12));
  expect(history.filter(({ type }) => type === 'CandidateRegistered')).toHaveLength(20);
  const refused = outcomes.flat().flatMap(({ told }) => (told.kind === 'refused' ? [told.rules] : []));
  expect(refused).toEqual(Array.from({ length: 16 }, () => ['room-for-one-more']));
  await three.end();
});

test('a code that three machines give by one and the same command is given once, and all three are told when', async () => {
  const three = racers(3);
  const give = [say(SESSION, 'GiveAccessCode', { accessCode: CODE }, { id: 'give' })];
  const sendings = filling(3, 4).map((people) => [...people, give]);
  const { outcomes } = await raced(three, { file: place(), isSealed: true }, sendings);
  const [first, ...others] = outcomes.map((own) => own.at(-1)?.told);
  expect(first).toMatchObject({ kind: 'accepted', events: [{ commandId: 'give' }] });
  for (const other of others) expect(other).toEqual(first);
  await three.end();
});

test('however three processes race from the sheet to the close, what they were told is what stands there', async () => {
  const three = racers(3);
  await holds(
    fc.asyncProperty(sendingsOf(3), fc.boolean(), async (sendings, isSealed) => {
      await raced(three, { file: place(), isSealed }, sendings);
    }),
    { runs: 20 },
  );
  await three.end();
});
