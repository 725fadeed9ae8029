import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { openMemoryViews } from '../../src/adapters/memory/views.ts';
import { find, openProjector, type Views } from '../../src/adapters/projector/index.ts';
import { commented } from './support/events.ts';
import { notes } from './support/models.ts';
import { opened } from './support/views.ts';

/** As long as what most events add to a row. */
const COMMENT = 'Relu à l’écran, avec le candidat. '.repeat(6);

/** Views that count how often something is stored, and how much. */
function counting(): { readonly views: Views; readonly stored: { steps: number; characters: number } } {
  const stored = { steps: 0, characters: 0 };
  const views = opened(openMemoryViews);
  const commit: Views['commit'] = (view, step) => {
    stored.steps += 1;
    for (const { text } of step.rows) stored.characters += text.length;
    return views.commit(view, step);
  };
  return { views: { ...views, commit }, stored };
}

/** Takes in a record of so many sessions with so many comments each, which come in turns of so many sessions. */
async function takenIn(sessions: number, comments: number, atOnce: number) {
  const store = openMemoryStore();
  for (let first = 0; first < sessions; first += atOnce) {
    for (let n = 0; n < comments; n++) {
      for (let session = first; session < first + atOnce; session++) {
        await store.append(`session-${session}`, 'any', [commented(n * sessions + session, COMMENT)]);
      }
    }
  }
  const { views, stored } = counting();
  await openProjector(store, views, [notes]).catchUp();
  const rows = (await find(views, notes))?.rows ?? [];
  expect(rows.map(({ row }) => row.notes.length)).toEqual(Array.from({ length: sessions }, () => comments));
  return { ...stored, shown: JSON.stringify(rows.map(({ row }) => row)).length };
}

describe('a record of 12,000 events', () => {
  test('is stored as it goes where one session comes after the other, and hardly anything twice', async () => {
    const { steps, characters, shown } = await takenIn(60, 200, 1);
    expect(steps).toBeGreaterThan(10);
    expect(characters / shown).toBeLessThan(1.2);
  });

  test('is stored less often where all sessions go on side by side, so that no row is written over and over', async () => {
    const { steps, characters, shown } = await takenIn(60, 200, 60);
    expect(steps).toBeLessThan((await takenIn(60, 200, 1)).steps);
    expect(characters / shown).toBeLessThan(2);
  });
});
