import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { find, openProjector } from '../../src/adapters/projector/index.ts';
import { examinerOf } from '../../src/adapters/testing/arbitraries/people.ts';
import { histories } from '../../src/adapters/testing/histories/histories.ts';
import { sheetsModel } from '../../src/projections/index.ts';
import { running } from '../support/asked.ts';
import { holds } from '../support/property.ts';
import { rowsOf } from './support/compared.ts';
import { renamed, writeInTurns } from './support/events.ts';
import { sheets } from './support/models.ts';
import { KINDS, opened } from './support/views.ts';

const several = fc
  .array(histories({ choices: 40 }), { minLength: 1, maxLength: 3 })
  .map((all) => renamed(all.map(({ events }) => events)));

describe.each(KINDS)('rows of which views in $kind keep only a part', ({ open }) => {
  test('are found whole, as they would be if all of them were kept', () =>
    holds(
      fc.asyncProperty(several, fc.array(fc.nat(3), { maxLength: 30 }), async (sessions, turns) => {
        const store = openMemoryStore();
        const views = opened(open);
        await writeInTurns(store, sessions, turns);
        await openProjector(store, views, [sheetsModel], { batch: 7 }).catchUp();
        const found = await find(views, sheetsModel);
        expect(Object.fromEntries(found?.rows.map(({ stream, row }) => [stream, row]) ?? [])).toEqual(
          await rowsOf(store, sheets),
        );
      }),
      { runs: 15 },
    ));

  test('are found by what is kept of them, which is all that stands there', async () => {
    const store = openMemoryStore();
    const views = opened(open);
    await running(store, 's', 3);
    await openProjector(store, views, [sheetsModel]).catchUp();
    const kept = (await views.query('sheets'))?.rows[0];
    expect(kept?.row).toHaveProperty('lines.0.notes');
    expect(kept?.row).not.toHaveProperty('lines.0.attendance');
    const found = await find(views, sheetsModel, { examiner: examinerOf(0).id });
    expect(found?.rows).toMatchObject([
      { stream: 'session-s', row: { lines: [{}, { attendance: { kind: 'expected' } }, {}] } },
    ]);
    expect((await find(views, sheetsModel, { date: '1999-01-01' }))?.rows).toEqual([]);
  });
});
