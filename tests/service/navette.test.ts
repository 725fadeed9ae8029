import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { type NavetteReading, readNavette } from '../../src/adapters/navette/index.ts';
import { examinerOf } from '../../src/adapters/testing/arbitraries/people.ts';
import type { Warning } from '../../src/domain/commands/define.ts';
import { documentOf } from '../../src/service/documents.ts';
import { openRegister, type Register } from '../../src/service/register.ts';
import { csv, HEADINGS, row } from '../navette/reading.ts';
import { STORES, withStore } from '../stores/support/stores.ts';
import { must, opened, plan, SLOT, say, typesOf } from '../support/asked.ts';
import { alwaysConflicting, type Trouble, troubled } from '../support/wrapped.ts';

const CENTRE = { role: 'centre', identity: 'lycee-marie-curie' } as const;

const SAMPLE = readFileSync(new URL('../navette/navette-creneaux.csv', import.meta.url));

const read = (bytes: Uint8Array): NavetteReading => readNavette(bytes, { fileName: 'navette-creneaux.csv' });

const planningOf = (bytes: Uint8Array) => ({ actor: CENTRE, document: documentOf(bytes, 'text/csv') });

const send = (register: Register, bytes: Uint8Array, more: { partial?: boolean; sender?: string } = {}) =>
  register.planNavette(read(bytes), { ...planningOf(bytes), ...more });

const bytesOf = (...rows: readonly (readonly string[])[]) => new TextEncoder().encode(csv(HEADINGS, ...rows));

/** A row with an examiner who stands in no other row. */
const rowOf = (examiner: string, changes: Parameters<typeof row>[0] = {}) =>
  row({ 'Nom de l’enseignant (examinateur)': examiner, ...changes });

const everything = async (register: Register) =>
  Promise.all((await register.agenda()).map(({ header }) => register.history(header.session)));

describe.each(STORES)('the Navette on a $kind store', (kind) => {
  test('plans a session for each row, and records where it came from', async () => {
    await withStore(kind, async (store) => {
      const { register } = opened(store);
      const answer = await send(register, SAMPLE, { sender: 'Mme Lefèvre' });
      expect(answer).toMatchObject({ kind: 'planned', refused: [], faults: [], notices: [] });
      expect(answer.planned.map(({ line, warnings }) => [line, warnings])).toEqual([
        [4, []],
        [5, []],
        [6, []],
        [7, []],
      ]);
      const [first] = await everything(register);
      expect(typesOf(first ?? [])).toEqual(['SessionPlanned', 'ExaminerAdded', 'DocumentRecorded']);
      const { document } = planningOf(SAMPLE);
      expect(first?.at(-1)).toMatchObject({
        actor: CENTRE,
        correlationId: `navette-${document.sha256}`,
        data: { kind: 'navette', document, sender: 'Mme Lefèvre', recipient: 'certif@pix.fr' },
      });
    });
  });

  test('that comes twice plans nothing twice, and answers the same', async () => {
    await withStore(kind, async (store) => {
      const { register } = opened(store);
      const first = await send(register, SAMPLE);
      const before = await everything(register);
      expect(await send(register, SAMPLE)).toEqual(first);
      expect(await send(openRegister(store), SAMPLE)).toEqual(first);
      expect(await everything(register)).toEqual(before);
      expect(before).toHaveLength(4);
    });
  });

  test.each<Trouble>(['before', 'after'])(
    'that is cut off %s any of its steps is completed when it comes again',
    async (when) => {
      const sessions = openRegister(openMemoryStore());
      const whole = await send(sessions, SAMPLE);
      for (let cut = 1; cut <= 4; cut++) {
        await withStore(kind, async (sound) => {
          let appends = 0;
          const { register } = opened(troubled(sound, () => (++appends === cut ? when : null)));
          await expect(send(register, SAMPLE)).rejects.toMatchObject({ code: 'store-unwritable' });
          expect(await register.agenda()).toHaveLength(when === 'before' ? cut - 1 : cut);
          const { planned } = await send(register, SAMPLE);
          expect(planned.map(({ session }) => session)).toEqual(whole.planned.map(({ session }) => session));
          for (const history of await everything(register)) {
            expect(typesOf(history)).toEqual(['SessionPlanned', 'ExaminerAdded', 'DocumentRecorded']);
          }
          expect(await register.agenda()).toHaveLength(4);
        });
      }
    },
  );
});

describe('the Navette', () => {
  test('with one bad row plans nothing, or the good rows where that is asked', async () => {
    const bytes = bytesOf(
      row(),
      rowOf('Petit', { 'Code postal': 'abc', Salle: 'B205' }),
      rowOf('Grand', { Salle: 'B206' }),
    );
    const { register } = opened(openMemoryStore());
    const refused = await send(register, bytes);
    expect(refused).toMatchObject({ kind: 'refused', planned: [], refused: [] });
    expect(refused.faults.map(({ line }) => line)).toEqual([3]);
    expect(await register.agenda()).toEqual([]);
    const partial = await send(register, bytes, { partial: true });
    expect(partial).toMatchObject({ kind: 'planned', planned: [{ line: 2 }, { line: 4 }], faults: [{ line: 3 }] });
    expect(await register.agenda()).toHaveLength(2);
  });

  test('that names a slot that another one planned is refused with its line, however the place is spelled', async () => {
    const { register } = opened(openMemoryStore());
    const [planned] = (await send(register, bytesOf(row()))).planned;
    const other = bytesOf(
      rowOf('Petit', { Salle: 'B300' }),
      rowOf('Grand', { Salle: 'b204', Site: 'BATIMENT PRINCIPAL', Établissement: 'lycée marie curie' }),
    );
    const answer = await send(register, other);
    expect(answer).toMatchObject({ kind: 'refused', planned: [], faults: [] });
    expect(answer.refused).toEqual([
      {
        line: 3,
        rule: 'slot-already-planned',
        en: expect.stringContaining(String(planned?.session)),
        fr: expect.stringContaining(String(planned?.session)),
      },
    ]);
    expect(await register.agenda()).toHaveLength(1);
    const partial = await send(register, other, { partial: true });
    expect(partial).toMatchObject({ kind: 'planned', planned: [{ line: 2 }], refused: [{ line: 3 }] });
    expect(await send(register, bytesOf(row({ Ville: 'Rouen' })), { partial: true })).toMatchObject({
      kind: 'refused',
      planned: [],
      refused: [{ line: 2 }],
    });
  });

  test('may plan a slot whose session was cancelled or moved away', async () => {
    const { register } = opened(openMemoryStore());
    const [first] = (await send(register, bytesOf(row()))).planned;
    await must(register.handle(say(String(first?.session), 'CancelSession', { reason: 'Grève' })));
    const again = await send(register, bytesOf(row({ Ville: 'Rouen' })));
    expect(again).toMatchObject({ kind: 'planned', refused: [] });
    const [second] = again.planned;
    const slot = { ...SLOT, date: '2019-05-15' };
    await must(register.handle(say(String(second?.session), 'ReplanSession', { slot, reason: 'Salle prise' })));
    const third = await send(register, bytesOf(row({ Ville: 'Le Havre' })));
    expect(third).toMatchObject({ kind: 'planned', refused: [] });
    // The second file comes again: its session was planned, and has only moved.
    expect(await send(register, bytesOf(row({ Ville: 'Rouen' })))).toMatchObject({
      planned: again.planned,
      refused: [],
    });
    expect(await register.agenda()).toHaveLength(3);
  });

  test('says which rows the register refused, and why', async () => {
    const authorize = () => ({ en: 'Centres plan, you do not.', fr: 'Seuls les centres planifient.' });
    const { register } = opened(openMemoryStore(), { authorize });
    expect(await send(register, bytesOf(row(), rowOf('Petit', { Salle: 'B205' })))).toMatchObject({
      kind: 'refused',
      planned: [],
      refused: [2, 2, 3, 3].map((line) => ({ line, rule: 'not-authorised', fr: 'Seuls les centres planifient.' })),
    });
  });

  test('says which rows others kept in the way of', async () => {
    const { register } = opened(alwaysConflicting(openMemoryStore()));
    const { kind, refused } = await send(register, bytesOf(row()));
    expect([kind, refused]).toMatchObject(['refused', [{ line: 2, rule: 'conflict' }]]);
  });
});

describe('an examiner who has charge of two sessions at once', () => {
  const overlap = (other: string) => ({
    warning: 'examiner-in-overlapping-sessions',
    values: { examiner: { value: 'examinateur.0', personal: true }, other: { value: other, personal: false } },
  });
  const inOrder = (warnings: readonly Warning[]) => warnings.toSorted((a, b) => a.en.localeCompare(b.en));
  const later = { ...SLOT, start: '10:00', end: '12:00', room: 'B205' };
  const tomorrow = { ...SLOT, date: '2019-05-15' };

  test('is a warning when a session is planned, moved, or given an examiner, in both sessions', async () => {
    const { register } = opened(openMemoryStore());
    expect((await must(register.handle(plan('s')))).warnings).toEqual([]);
    expect((await must(register.handle(plan('t', { slot: later })))).warnings).toMatchObject([overlap('s')]);
    const apart = await must(register.handle(plan('u', { slot: tomorrow, examiners: [examinerOf(1)] })));
    expect(apart.warnings).toEqual([]);
    const moved = await must(register.handle(say('u', 'ReplanSession', { slot: SLOT, reason: 'Avancée' })));
    expect(moved.warnings).toEqual([]);
    const { warnings } = await must(register.handle(say('u', 'AddExaminer', examinerOf(0))));
    expect(inOrder(warnings)).toMatchObject([overlap('s'), overlap('t')]);
    const back = await must(register.handle(say('s', 'ReplanSession', { slot: later, reason: 'Retardée' })));
    expect(inOrder(back.warnings)).toMatchObject([overlap('t'), overlap('u')]);
  });

  test('is none where the other session was cancelled, or where the slots only touch', async () => {
    const { register } = opened(openMemoryStore());
    await must(register.handle(plan('s')));
    await must(register.handle(say('s', 'CancelSession', { reason: 'Grève' })));
    expect((await must(register.handle(plan('t')))).warnings).toEqual([]);
    const touching = { ...SLOT, start: '10:30', end: '12:30' };
    expect((await must(register.handle(plan('u', { slot: touching })))).warnings).toEqual([]);
  });
});
