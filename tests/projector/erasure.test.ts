import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { openProjector } from '../../src/adapters/projector/index.ts';
import { openSqliteViews } from '../../src/adapters/sqlite/views/views.ts';
import { identityOf } from '../../src/adapters/testing/arbitraries/people.ts';
import { histories } from '../../src/adapters/testing/histories/histories.ts';
import type { SessionEvent } from '../../src/domain/events/catalogue.ts';
import type { Person } from '../../src/domain/values/person.ts';
import { start } from '../stores/support/child.ts';
import { must, running, say } from '../support/asked.ts';
import { erasing } from '../support/erasing.ts';
import { textsOf } from '../support/personal.ts';
import { holds } from '../support/property.ts';
import { rowsIn } from './support/compared.ts';
import { renamed, writeInTurns } from './support/events.ts';
import { notes, sheets } from './support/models.ts';
import { opened, viewsPlace } from './support/views.ts';

/**
 * All bytes of a file of views, and of whatever lies beside it. It is another process that reads: were the files opened
 * and closed by this one, the operating system would drop the locks that its connections have.
 */
function bytesAt(path: string): string {
  const files = ['', '-wal', '-shm', '-journal'].map((end) => path + end).filter((file) => existsSync(file));
  return execFileSync('cat', files, { encoding: 'utf8', maxBuffer: 2 ** 30 });
}

/** What a record says of those who are erased in it, before they are. */
function personalIn(events: readonly SessionEvent[]): readonly string[] {
  return events.flatMap((event, place) =>
    event.type === 'PersonErased' ? textsOf(event.data.person as Person, events.slice(0, place)) : [],
  );
}

/** Numbers that look like chance and are the same in every run: Lehmer's generator. */
function dice(start: number): (sides: number) => number {
  let state = start;
  return (sides) => {
    state = (state * 48_271) % 0x7fffffff;
    return state % sides;
  };
}

const isErasure = ({ type }: SessionEvent) => type === 'PersonErased';

const several = fc
  .array(histories({ choices: 30 }), { minLength: 2, maxLength: 4 })
  .map((all) => renamed(all.map(({ events }) => events)))
  .filter((sessions) => sessions.some((events) => events.some(isErasure)));

describe('somebody who is erased', () => {
  test('is nowhere in the file of views any more, nor beside it, once their erasure is taken in', () =>
    holds(
      fc.asyncProperty(several, fc.array(fc.nat(3), { maxLength: 60 }), async (sessions, turns) => {
        const store = openMemoryStore();
        const path = viewsPlace();
        const views = openSqliteViews(path);
        const projector = openProjector(store, views, [sheets, notes]);
        // Stored by few events at a time, so that rows grow and move about as they do in years.
        for (let first = 0; sessions.some((events) => events.length > first); first += 5) {
          const part = sessions.map((events) => events.slice(first, first + 5));
          await writeInTurns(store, part, turns);
          await projector.catchUp();
        }
        const bytes = bytesAt(path);
        // Words that stand there for another reason: those of somebody else, or of the form itself.
        const shown = JSON.stringify([await rowsIn(views, sheets), await rowsIn(views, notes)]);
        for (const text of sessions.flatMap(personalIn)) if (!shown.includes(text)) expect(bytes).not.toContain(text);
        await views.close();
      }),
      { runs: 15 },
    ));

  test('was there before: whoever searches finds what there is to find', async () => {
    const store = await erasing();
    const { register, clock } = await running(store, 's', 3);
    const path = viewsPlace();
    const views = opened(() => openSqliteViews(path));
    const projector = openProjector(store, views, [sheets]);
    await projector.catchUp();
    await must(register.handle(say('s', 'AddComment', { candidate: 2, text: 'A demandé à sortir' })));
    await projector.catchUp();
    const theirs = [identityOf(1).surname, 'A demandé à sortir'];
    for (const text of theirs) expect(bytesAt(path)).toContain(text);
    clock.goTo(clock.now() + 7_200_000);
    await must(register.handle(say('s', 'CloseSession', {})));
    await must(register.handle(say('s', 'ErasePerson', { person: 'candidate-2', reason: 'Demande de la famille' })));
    await projector.catchUp();
    for (const text of theirs) expect(bytesAt(path)).not.toContain(text);
    expect(bytesAt(path)).toContain(identityOf(0).surname);
  });

  test('is nowhere in what a rebuild leaves either, though the former rows never learned of it', async () => {
    const store = await erasing();
    const { register, clock } = await running(store, 's', 3);
    const path = viewsPlace();
    const views = opened(() => openSqliteViews(path));
    await openProjector(store, views, [sheets]).catchUp();
    clock.goTo(clock.now() + 7_200_000);
    await must(register.handle(say('s', 'CloseSession', {})));
    await must(register.handle(say('s', 'ErasePerson', { person: 'candidate-2', reason: 'Demande de la famille' })));
    const projector = openProjector(store, views, [{ ...sheets, version: 2 }]);
    await projector.catchUp();
    expect(bytesAt(path)).toContain(identityOf(1).surname);
    await projector.rebuild('sheets');
    expect(bytesAt(path)).not.toContain(identityOf(1).surname);
  });

  test('leaves nothing behind in rows that grew, and that SQLite would have moved from page to page', async () => {
    const path = viewsPlace();
    const views = opened(() => openSqliteViews(path));
    const roll = dice(12_345);
    const lengths = Array.from({ length: 200 }, () => 40);
    const take = async (names: readonly number[], textOf: (name: number) => string, wipes: boolean) => {
      const view = (await views.all())[0] ?? (await views.begin('sheets', 1));
      const rows = names.map((n) => ({ stream: `session-${n}`, text: textOf(n), isKept: true, columns: {} }));
      await views.commit(view, { to: String(Number(view.position) + 1), rows, wipes });
    };
    const longer = (n: number) => {
      const length = Math.min(3_500, (lengths[n] ?? 0) + roll(300));
      lengths[n] = length;
      return JSON.stringify(`Diallo-${n} `.repeat(length / 10));
    };
    for (let round = 0; round < 60; round++)
      await take([...new Set(Array.from({ length: 10 }, () => roll(200)))], longer, false);
    expect(bytesAt(path)).toContain('Diallo-7');
    for (let n = 0; n < 200; n += 20)
      await take(
        Array.from({ length: 20 }, (_, index) => n + index),
        () => '{}',
        true,
      );
    expect(bytesAt(path)).not.toContain('Diallo');
  });

  test('stays in the log only as long as somebody reads there', async () => {
    const path = viewsPlace();
    const views = openSqliteViews(path, { busyTimeoutMs: 50 });
    const save = async (text: string, to: string, wipes: boolean) => {
      const view = (await views.all())[0] ?? (await views.begin('sheets', 1));
      const row = { stream: 's', text: JSON.stringify({ text }), isKept: true, columns: {} };
      await views.commit(view, { to, rows: [row], wipes });
    };
    await save('Diallo', '1', false);
    const reader = start('holder.ts', path, 'BEGIN; SELECT * FROM views');
    expect(await reader.line()).toBe('held');
    await save('erased', '2', true);
    expect(bytesAt(path)).toContain('Diallo');
    reader.say('go');
    expect(await reader.ended).toBe(0);
    await save('erased', '3', false);
    expect(bytesAt(path)).not.toContain('Diallo');
    await views.close();
  });

  test('stays in no log that a killed process left, once the views are opened again', async () => {
    const path = viewsPlace();
    const child = start('../../projector/workers/wiper.ts', path);
    expect(await child.line()).toBe('stored');
    child.kill();
    await child.ended;
    expect(bytesAt(path)).toContain('Diallo');
    const views = openSqliteViews(path);
    expect(bytesAt(path)).not.toContain('Diallo');
    await views.close();
  });
});
