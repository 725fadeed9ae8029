import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { examinerOf } from '../../src/adapters/testing/arbitraries/people.ts';
import { folder } from '../stores/support/folder.ts';
import { comment, ESTABLISHMENT, plan, register, SLOT, say } from '../support/asked.ts';
import { type Ran, ran, started } from './cli.ts';

/** A register of its own, and the task on it. */
function ledger() {
  const home = folder();
  const db = join(home, 'record.db');
  const handle = (commands: unknown, ...args: readonly string[]): Promise<Ran> =>
    ran(['handle', '--db', db, ...args], typeof commands === 'string' ? commands : JSON.stringify(commands));
  const history = async (session = 's') =>
    JSON.parse((await ran(['history', session, '--db', db, '--json'])).out) as { actor: unknown; commandId: string }[];
  return { home, db, handle, history };
}

describe('a command', () => {
  test('is read from a file or from standard input, by a program that is started', async () => {
    const { home, db } = ledger();
    const file = join(home, 'plan.json');
    writeFileSync(file, JSON.stringify(plan('s')));
    const planned = await started(home, ['handle', file, '--db', db]);
    expect([planned.code, planned.out]).toEqual([0, 'Session s, rang 2 : SessionPlanned, ExaminerAdded\n']);
    expect(planned.err).toContain('Attention : Le créneau a commencé');
    const noted = await started(home, ['handle', '--db', db], JSON.stringify(comment('s', 'Noté')));
    expect(noted).toEqual({ code: 0, out: 'Session s, rang 3 : SessionCommentAdded\n', err: '' });
    const dash = await started(home, ['handle', '-', '--db', db], JSON.stringify(comment('s', 'Noté')));
    expect(dash.out).toContain('rang 4');
  });

  test('is told by whoever --as names, or by whom it names itself', async () => {
    const { handle, history } = ledger();
    const data = { establishment: ESTABLISHMENT, slot: SLOT, examiners: [examinerOf(0)] };
    await handle({ session: 's', type: 'PlanSession', data }, '--as', 'pix:certif:1');
    await handle(comment('s', 'Noté'), '--as', 'pix:certif');
    const actors = (await history()).map(({ actor }) => actor);
    expect(actors.slice(1)).toEqual([
      { role: 'pix', identity: 'certif:1' },
      { role: 'examiner', identity: 'lefevre' },
    ]);
  });

  test('that comes twice has one effect and the same answer', async () => {
    const { handle, history } = ledger();
    const command = plan('s', {}, { id: 'c' });
    const first = await handle(command, '--json');
    expect(await handle(command, '--json')).toEqual(first);
    expect(await history()).toHaveLength(2);
  });

  test('answers in JSON where that is asked, whatever the answer', async () => {
    const { handle } = ledger();
    const accepted = await handle(plan('s'), '--json');
    expect([accepted.code, JSON.parse(accepted.out)]).toMatchObject([0, { kind: 'accepted', revision: 2 }]);
    const refused = await handle(plan('s'), '--json');
    expect([refused.code, JSON.parse(refused.out)]).toMatchObject([1, { kind: 'refused' }]);
    const late = await handle(comment('s', 'Noté', { expectedRevision: 1 }), '--json');
    expect([late.code, JSON.parse(late.out)]).toMatchObject([1, { kind: 'conflict', expected: 1, actual: 2 }]);
  });
});

describe('a command that is not carried out', () => {
  test.each([
    ['of a type that nobody knows', { type: 'Bogus' }, 'type', 'command-known'],
    ['that is no command', 12, 'type', 'command-known'],
    ['that is nothing', null, 'type', 'command-known'],
    ['with a field missing', say('s', 'AddSessionComment', {} as { text: string }), 'data.text', 'field-missing'],
    ['where its state does not allow it', say('s', 'CloseSession', {}), 'Dans l’état', 'allowed-in-state'],
  ])('%s ends with 1, and names the rule and the place', async (_, command, place, rule) => {
    const { handle, history } = ledger();
    await handle(plan('s'));
    const { code, out, err } = await handle(command);
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^Refusé : /);
    expect(err).toContain(place);
    expect(err).toContain(`[${rule}]`);
    expect(await history()).toHaveLength(2);
  });

  test('because the session went on says where it is', async () => {
    const { handle } = ledger();
    await handle(plan('s'));
    const { code, err } = await handle(comment('s', 'Noté', { expectedRevision: 1 }));
    expect(code).toBe(1);
    expect(err).toBe('Conflit : la session s en est au rang 2, et non au rang 1. Relire, puis refaire.');
  });

  test('because it is not JSON ends with 2, and makes no register', async () => {
    const { handle, home, db } = ledger();
    const file = join(home, 'plan.json');
    writeFileSync(file, '{"type": ');
    const read = await ran(['handle', file, '--db', db]);
    expect([read.code, read.err.startsWith(`${file} : ce n’est pas du JSON`)]).toEqual([2, true]);
    const typed = await handle('PlanSession');
    expect([typed.code, typed.err.startsWith('Entrée standard : ce n’est pas du JSON')]).toEqual([2, true]);
    const empty = await handle('');
    expect(empty.code).toBe(2);
    expect(existsSync(db)).toBe(false);
  });

  test('because its file cannot be read ends with 3, and makes no register', async () => {
    const { home, db } = ledger();
    for (const file of [join(home, 'absent.json'), home]) {
      const { code, out, err } = await ran(['handle', file, '--db', db]);
      expect([code, out, err === '']).toEqual([3, '', false]);
    }
    expect(existsSync(db)).toBe(false);
  });
});

describe('a list of commands', () => {
  test('is recorded as one, or not at all', async () => {
    const { handle, history } = ledger();
    const list = [plan('s'), register('s', 0), register('s', 1)];
    const { code, out } = await handle(list);
    expect([code, out]).toEqual([
      0,
      'Session s, rang 4 : SessionPlanned, ExaminerAdded, CandidateRegistered, CandidateRegistered',
    ]);
    const refused = await handle([comment('s', 'Noté'), null, comment('s', '')]);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain('[1].type');
    expect(refused.err).toContain('[2].data.text');
    const empty = await handle([]);
    expect([empty.code, empty.err]).toEqual([1, 'Refusé : La liste ne contient aucune commande. [list-not-empty]']);
    expect(await history()).toHaveLength(4);
  });
});
