import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { manualClock } from '../../src/adapters/cli/demo/clock.ts';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { histories } from '../../src/adapters/testing/histories/histories.ts';
import { PROCEDURE_POLICY } from '../../src/domain/values/policy.ts';
import { happenedBy, recordedBy, upTo } from '../../src/projections/asOf.ts';
import { project } from '../../src/projections/projection.ts';
import { pv } from '../../src/projections/pv/pv.ts';
import { attendanceSheet } from '../../src/projections/sheet/attendanceSheet.ts';
import { openRegister } from '../../src/service/register.ts';
import { comment, EXAMINER, issue, MINUTE, must, opened, plan, register, running, say } from '../support/asked.ts';
import { holds } from '../support/property.ts';

/** Changes everything in a value that can be changed. */
function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null) return;
  if (value instanceof Map) {
    for (const part of value.values()) spoil(part);
    value.clear();
  }
  for (const [name, part] of Object.entries(value)) {
    spoil(part);
    Reflect.set(value, name, typeof part === 'number' ? part + 1 : 'spoilt');
  }
  if (Array.isArray(value)) value.length = 0;
}

describe('what the register hands out', () => {
  test('is the caller’s own: whatever is done to it changes nothing here', async () => {
    const store = openMemoryStore();
    const { register: inUse } = await running(store, 's', 2);
    await must(inUse.handle(say('s', 'GrantAllowance', { candidates: [1], seconds: 60, cause: 'other' })));
    await must(inUse.handle(say('s', 'RecordInterruption', { candidate: 1, cause: 'disconnection' })));
    const questions = [
      () => inUse.session('s'),
      () => inUse.session('unknown'),
      () => inUse.deadlines('s'),
      () => inUse.history('s'),
      () => inUse.sheet('s'),
      () => inUse.sheet('unknown'),
      () => inUse.pv('s'),
      () => inUse.pv('unknown'),
      () => inUse.results('s'),
      () => inUse.results('unknown'),
      () => inUse.agenda(),
    ];
    const before = await Promise.all(questions.map(async (ask) => structuredClone(await ask())));
    for (const ask of questions) spoil(await ask());
    expect(await Promise.all(questions.map((ask) => ask()))).toEqual(before);
    expect(PROCEDURE_POLICY.candidatesPerExaminer).toBe(20);
  });

  test('as the answer to a command is the caller’s own too, and so is what the host is asked', async () => {
    const spoiler = openRegister(openMemoryStore(), {
      authorize: (_, session) => {
        spoil(session);
        return null;
      },
    });
    const careful = openRegister(openMemoryStore());
    for (const person of [-1, 0, 1, 2]) {
      const command = person < 0 ? plan('s', {}, { id: 'p' }) : register('s', person, { id: `p${person}` });
      const answers = await Promise.all([spoiler.handle(command), careful.handle(command)]);
      for (const answer of answers) expect(answer).toMatchObject({ kind: 'accepted' });
      spoil(answers[0]);
    }
    const [{ state }, expected] = [await spoiler.session('s'), await careful.session('s')];
    expect({ ...state, recordedAt: 0, lifecycleAt: 0 }).toEqual({ ...expected.state, recordedAt: 0, lifecycleAt: 0 });
  });
});

describe('a question about a moment', () => {
  test('is answered from the part of the record that counts then, for every kind of moment', async () => {
    const cases = fc.record({ history: histories({ choices: 30, mistakes: 0, erasures: false }), at: fc.nat(10_000) });
    await holds(
      fc.asyncProperty(cases, async ({ history, at }) => {
        const clock = manualClock(0);
        const inUse = openRegister(openMemoryStore(), { clock });
        for (const { told, now } of history.steps) {
          clock.goTo(now);
          await must(inUse.handle({ session: 's', actor: EXAMINER, ...told }));
        }
        const events = await inUse.history('s');
        const chosen = events[at % Math.max(1, events.length)];
        if (chosen === undefined) return;
        const { revision, recordedAt, occurredAt } = chosen;
        const parts = [
          [{ revision }, upTo(events, revision)],
          [{ recordedBy: recordedAt }, recordedBy(events, recordedAt)],
          [{ happenedBy: occurredAt }, happenedBy(events, occurredAt)],
        ] as const;
        for (const [moment, part] of parts) {
          expect(await inUse.history('s', moment)).toEqual(part);
          expect(await inUse.sheet('s', moment)).toEqual(project(attendanceSheet, part));
          expect(await inUse.pv('s', moment)).toEqual(project(pv, part));
          expect(await inUse.view(pv, 's', moment)).toEqual(project(pv, part));
        }
        expect(await inUse.sheet('s')).toEqual(project(attendanceSheet, events));
      }),
      { runs: 30 },
    );
  });

  test('tells what was known from what had happened', async () => {
    const { register: inUse, clock } = await running(openMemoryStore(), 's', 1);
    const start = clock.now();
    clock.goTo(start + 60 * MINUTE);
    const data = { candidate: 1, certificationNumber: '100123' };
    await must(inUse.handle(say('s', 'RecordCertificationNumber', data, { occurredAt: start + 5 * MINUTE })));
    const numberAt = async (moment?: Parameters<typeof inUse.sheet>[1]) =>
      (await inUse.sheet('s', moment)).lines[0]?.certificationNumber ?? null;
    expect(await numberAt()).toBe('100123');
    expect(await numberAt({ recordedBy: start + 30 * MINUTE })).toBe(null);
    expect(await numberAt({ happenedBy: start + 30 * MINUTE })).toBe('100123');
    expect(await numberAt({ revision: 1 })).toBe(null);
  });
});

describe('the result of one candidate', () => {
  test('can be read once the results are sent, and tells nothing of anybody else', async () => {
    const { register: inUse } = await running(openMemoryStore(), 's', 2);
    const document = { sha256: '0'.repeat(64), mediaType: 'text/csv', bytes: 1 };
    for (const candidate of [1, 2]) {
      const certificationNumber = `10012${candidate}`;
      await must(inUse.handle(say('s', 'RecordCertificationNumber', { candidate, certificationNumber })));
      await must(inUse.handle(say('s', 'RecordEndScreen', { candidate })));
    }
    await must(inUse.handle(say('s', 'CloseSession', {})));
    const sheets = { digitalSheet: document, signedScan: document, sender: 'Lycée' };
    await must(inUse.handle(say('s', 'SubmitSheet', sheets)));
    expect(await inUse.ownResult('s', '100121')).toBe(null);
    const results = [
      { certificationNumber: '100121', obtained: true, score: 412 },
      { certificationNumber: '100122', obtained: false, comment: 'Fraude' },
    ];
    await must(inUse.handle(say('s', 'SendResults', { results, document, recipient: 'Lycée' })));
    const own = await inUse.ownResult('s', '100121');
    expect(own).toEqual({
      certificationNumber: '100121',
      date: '2019-05-14',
      obtained: true,
      score: 412,
      comment: null,
      corrected: false,
    });
    expect(await inUse.ownResult('s', '100199')).toBe(null);
    expect(await inUse.ownResult('unknown', '100121')).toBe(null);
    const reason = 'Réclamation fondée';
    const corrected = { candidate: 2, certificationNumber: '100122', obtained: true, reason };
    await must(inUse.handle(say('s', 'CorrectResult', corrected)));
    expect(await inUse.ownResult('s', '100122')).toMatchObject({ obtained: true, corrected: true });
    expect((await inUse.results('s')).certifications).toHaveLength(2);
  });
});

describe('a session of which nothing is recorded', () => {
  test('is empty, and asking for it records nothing', async () => {
    const store = openMemoryStore();
    const inUse = openRegister(store);
    expect(await inUse.session('s')).toMatchObject({ lifecycle: 'unplanned', state: { revision: 0, candidates: [] } });
    expect(await inUse.deadlines('s')).toEqual([]);
    expect(await inUse.history('s')).toEqual([]);
    expect(await inUse.sheet('s')).toMatchObject({ lines: [] });
    expect(await inUse.agenda()).toEqual([]);
    expect(await store.readAll()).toEqual([]);
  });
});

test('each candidate’s remaining time is told as of now', async () => {
  const { register: inUse, clock } = await running(openMemoryStore(), 's', 2);
  clock.goTo(clock.now() + 100 * MINUTE);
  expect(await inUse.deadlines('s')).toMatchObject([
    { candidate: 1, remainingSeconds: 300 },
    { candidate: 2, remainingSeconds: 300 },
  ]);
});

test('the agenda tells of all sessions, those of other registers too, beside what else the store holds', async () => {
  const store = openMemoryStore();
  const { register: here } = opened(store);
  const { register: there } = opened(store);
  await must(here.handle(plan('s')));
  expect(await here.agenda()).toMatchObject([{ lifecycle: 'planned', candidates: 0 }]);
  await must(there.handle(plan('t')));
  await must(there.handle(issue('t')));
  await must(there.handle(register('t', 0)));
  const [first] = await here.history('s');
  if (first === undefined) throw new Error('the session was planned');
  const foreign = { ...first, id: '00000000-0000-4000-8000-000000000001', type: 'Foreign', schemaVersion: 9 };
  await store.append('mail-1', 'none', [foreign]);
  await store.append('access-code-odd', 'none', [{ ...foreign, id: '00000000-0000-4000-8000-000000000002' }]);
  expect(
    (await here.agenda()).map(({ header, lifecycle, candidates }) => [header.session, lifecycle, candidates]),
  ).toEqual([
    ['s', 'planned', 0],
    ['t', 'codesIssued', 1],
  ]);
  await must(here.handle(comment('s', 'Noté')));
});
