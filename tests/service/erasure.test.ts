import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { manualClock } from '../../src/adapters/cli/demo/clock.ts';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { histories } from '../../src/adapters/testing/histories/index.ts';
import { commandOf, SESSION } from '../../src/adapters/testing/laws/telling.ts';
import { asErased, erasedIn } from '../../src/domain/erasure.ts';
import { StoreError } from '../../src/domain/store/errors.ts';
import type { EventStore } from '../../src/domain/store/port.ts';
import type { Person } from '../../src/domain/values/person.ts';
import { ERASED } from '../../src/domain/values/personal.ts';
import { agenda, attendanceSheet, project, pv, results, submissions, timeline } from '../../src/projections/index.ts';
import { openRegister, type Register } from '../../src/service/register.ts';
import { comment, must, opened, refusedBy, register, running, say } from '../support/asked.ts';
import { erasing } from '../support/erasing.ts';
import { textsIn, textsOf } from '../support/personal.ts';
import { holds, isWhole } from '../support/property.ts';
import { settled } from './followed.ts';

const reason = 'Demande de l’élève';

const erase = (person: Person, id = `erase-${person}`) => say('s', 'ErasePerson', { person, reason }, { id });

/** A session that is closed, with three candidates, one of whom was commented on. */
async function closed(store: EventStore) {
  const { register: inUse, clock } = await running(store, 's', 3);
  await must(
    inUse.handle(say('s', 'AddComment', { candidate: 1, text: 'Bavarde beaucoup trop' }, { id: 'comment-1' })),
  );
  await must(inUse.handle(say('s', 'CloseSession', {})));
  return { inUse, clock };
}

/** Everything that a register can be asked of a session, at its end and at moments before. */
async function everything(inUse: Register, session: string): Promise<unknown> {
  const history = await inUse.history(session);
  const last = history.at(-1);
  const moments = [undefined, { revision: history.length >> 1 }, { recordedBy: (last?.recordedAt ?? 0) - 1 }];
  const views = moments.map(async (moment) => [
    await inUse.history(session, moment),
    await inUse.sheet(session, moment),
    await inUse.pv(session, moment),
    await inUse.view(timeline, session, moment),
    await inUse.view(submissions, session, moment),
  ]);
  const now = [inUse.session(session), inUse.deadlines(session), inUse.results(session), inUse.agenda()];
  return [await Promise.all(views), await Promise.all<unknown>(now)];
}

const shows = (value: unknown, texts: readonly string[]): readonly string[] => {
  const shown = textsIn(value).join('\n');
  return texts.filter((text) => !text.startsWith('épreuve n°') && shown.includes(text));
};

describe('the register, asked to erase somebody', () => {
  test('has nothing left of them in any answer, view or live session, here or in another process, and all of others', async () => {
    let looked = 0;
    await holds(
      fc.asyncProperty(histories({ choices: 60, mistakes: 5 }), async ({ steps, events }) => {
        const store = await erasing();
        const clock = manualClock(steps[0]?.now ?? 0);
        const [here, there] = [openRegister(store, { clock }), openRegister(store, { clock })];
        const heard: unknown[] = [];
        const lives = [];
        for (const inUse of [here, there]) {
          lives.push(await inUse.live(SESSION, { onChange: (session) => heard.splice(0, heard.length, session) }));
        }
        for (const [index, step] of steps.entries()) {
          clock.goTo(Math.max(step.now, clock.now()));
          const answer = await here.handle(commandOf(step, index));
          if (index % 10 === 0) await there.agenda();
          expect(answer.kind).toBe(step.decision.kind);
          if (answer.kind !== 'accepted') continue;
          const told = events.slice(0, answer.revision);
          const gone = erasedIn(told).flatMap((person) => textsOf(person, told));
          expect(shows(answer, gone)).toEqual([]);
        }
        await settled();
        const left = asErased(events);
        const gone = erasedIn(events).flatMap((person) => textsOf(person, events));
        looked += gone.length;
        for (const inUse of [here, there]) {
          expect(shows(await everything(inUse, SESSION), gone)).toEqual([]);
          const history = await inUse.history(SESSION);
          expect(history.map(({ data }) => data)).toEqual(left.map(({ data }) => data));
          const views = { attendanceSheet, pv, results } as const;
          for (const view of Object.values(views)) {
            expect(await inUse.view(view as typeof pv, SESSION)).toEqual(project(view as typeof pv, history));
          }
          expect(await inUse.agenda()).toEqual(project(agenda, history));
        }
        expect(shows([heard, lives.map((live) => live.session())], gone)).toEqual([]);
        for (const live of lives) live.stop();
      }),
      { runs: 40 },
    );
    if (isWhole) expect(looked).toBeGreaterThan(40);
  });

  test('of a store that cannot erase, refuses it and records nothing', async () => {
    const { inUse } = await closed(openMemoryStore());
    const before = await inUse.history('s');
    expect(await refusedBy(inUse.handle(erase('candidate-1')))).toEqual([['store-erases', 'type']]);
    const list = [comment('s', 'Rien'), erase('candidate-1')];
    expect(await refusedBy(inUse.handleAll(list))).toEqual([['store-erases', '[1].type']]);
    expect(await inUse.history('s')).toEqual(before);
  });

  test('answers a list that speaks of somebody and erases them without what it says', async () => {
    const { inUse } = await closed(await erasing());
    const said = say('s', 'AddComment', { candidate: 2, text: 'Une dernière remarque' });
    const answer = await must(
      inUse.handleAll([said, erase('candidate-2'), { ...said, data: { candidate: 2, text: 'Encore' } }]),
    );
    expect(answer.events.map(({ data }) => data)).toMatchObject([
      { text: ERASED },
      { person: 'candidate-2' },
      { text: ERASED },
    ]);
    expect(answer.warnings.map(({ warning }) => warning)).toEqual(['person-erased']);
  });

  test('answers a command that comes again as it did, without what was erased', async () => {
    const { inUse } = await closed(await erasing());
    await must(inUse.handle(erase('candidate-1')));
    const again = say('s', 'AddComment', { candidate: 1, text: 'Bavarde beaucoup trop' }, { id: 'comment-1' });
    const { events } = await must(inUse.handle(again));
    expect(events.map(({ data }) => data)).toEqual([{ candidate: 1, text: ERASED }]);
    const other = say('s', 'AddComment', { candidate: 2, text: 'Bavarde beaucoup trop' }, { id: 'comment-1' });
    expect(await refusedBy(inUse.handle(other))).toEqual([['command-id-reused', 'id']]);
    expect((await must(inUse.handle(erase('candidate-1')))).events).toHaveLength(1);
  });

  test('knows again a registration of which nobody can tell any more that it was a homonym’s', async () => {
    const store = await erasing();
    const { register: inUse } = opened(store);
    const { must: done } = { must: (command: Parameters<Register['handle']>[0]) => must(inUse.handle(command)) };
    await done({ ...say('s', 'PlanSession', PLAN), id: 'plan' });
    await done(register('s', 1, { id: 'first' }));
    const { data } = register('s', 1);
    const second = say('s', 'RegisterCandidate', { ...data, homonymKnown: true }, { id: 'second' });
    await done(second);
    await done(say('s', 'CancelSession', { reason: 'Grève des transports' }));
    await done(erase('candidate-1'));
    expect((await done(second)).events.map(({ data: kept }) => kept)).toMatchObject([{ candidate: 2, homonymOf: [1] }]);
  });
});

const PLAN = {
  establishment: { name: 'Lycée', address: '1 rue Haute', postalCode: '76300', city: 'Rouen' },
  slot: { date: '2019-05-14', start: '08:30', end: '10:30', site: 'Lycée', room: 'B12' },
  examiners: [{ id: 'lefevre', name: { surname: 'LEFÈVRE', firstName: 'Anne' } }],
};

describe('an erasure that is cut off after it was recorded', () => {
  /** A store whose first erasure fails, as a process that ends there. */
  async function cutOff() {
    const inner = await erasing();
    let fails = true;
    const erased: Person[] = [];
    const store: EventStore = {
      ...inner,
      async erase(stream, person) {
        if (fails) throw new StoreError('store-unwritable', 'The disk is out of reach');
        erased.push(person);
        await inner.erase(stream, person);
      },
    };
    const { inUse, clock } = await closed(store);
    await expect(inUse.handle(erase('candidate-1'))).rejects.toThrow('out of reach');
    fails = false;
    return { inUse, clock, store, erased };
  }

  test('shows nothing of the person any more, at no moment', async () => {
    const { inUse, store } = await cutOff();
    const plain = await store.readStream('session-s');
    const gone = textsOf('candidate-1', plain as Awaited<ReturnType<Register['history']>>);
    expect(gone).toContain('Bavarde beaucoup trop');
    for (const one of [inUse, openRegister(store)]) expect(shows(await everything(one, 's'), gone)).toEqual([]);
  });

  test('is completed by the same command, or by another for the same person', async () => {
    const same = await cutOff();
    expect((await must(same.inUse.handle(erase('candidate-1')))).events).toHaveLength(1);
    expect(same.erased).toEqual(['candidate-1']);
    const other = await cutOff();
    expect(await refusedBy(other.inUse.handle(erase('candidate-1', 'another')))).toEqual([['person-not-erased', null]]);
    expect(other.erased).toEqual(['candidate-1']);
    expect((await other.store.readStream('session-s')).filter(({ type }) => type === 'PersonErased')).toHaveLength(1);
  });

  test('is completed by the next run of the retention policy', async () => {
    const { inUse, erased } = await cutOff();
    const run = { actor: { role: 'system', identity: 'retention' }, reason } as const;
    const listed = await inUse.retention({ resultsSent: 1 }, { ...run, apply: false });
    expect(listed).toMatchObject({ due: [{ session: 's', persons: ['candidate-1'], erased: [] }] });
    expect(erased).toEqual([]);
    const done = await inUse.retention({ resultsSent: 1 }, { ...run, apply: true });
    expect(done).toMatchObject({ due: [{ persons: ['candidate-1'], erased: ['candidate-1'], hindered: null }] });
    expect(erased).toEqual(['candidate-1']);
    expect(await inUse.retention({ resultsSent: 1 }, { ...run, apply: true })).toMatchObject({ due: [] });
  });

  test('erases nobody whose command was refused', async () => {
    const { inUse, erased } = await cutOff();
    await refusedBy(inUse.handle(erase('candidate-9')));
    await refusedBy(inUse.handleAll([erase('candidate-2'), erase('examiner-inconnu')]));
    expect(erased).toEqual([]);
  });
});
