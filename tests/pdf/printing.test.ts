import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readingRegister, withRegister } from '../../src/adapters/cli/place.ts';
import { identityOf } from '../../src/adapters/testing/arbitraries/people.ts';
import { ran } from '../cli/cli.ts';
import { folder } from '../stores/support/folder.ts';
import { comment, issue, must, plan, say } from '../support/asked.ts';
import { bare, canRead, codesOf, pagesOf } from './support/tools.ts';

/** A register with a session that has its code and a candidate, and with one that is only planned. */
async function ledger() {
  const home = folder();
  const db = join(home, 'record.db');
  await withRegister(db, async (register) => {
    await must(register.handle(plan('s')));
    await must(register.handle(issue('s')));
    await must(register.handle(say('s', 'RegisterCandidate', { identity: identityOf(0), email: 'a@lycee.example' })));
    await must(register.handle(plan('planned')));
  });
  const history = (session: string) => readingRegister(db, (register) => register.history(session));
  return {
    db,
    at: (name: string) => join(home, name),
    history,
    show: (...args: string[]) => ran([...args, '--db', db]),
  };
}

/** What a task says of what it printed, as JSON. */
const said = (out: string) => JSON.parse(out) as { file: string; session: string; revision: number; head: string };

describe('« Il imprime ensuite les feuilles d’émargement »: a copy on paper', () => {
  test('is noted as printed, and bears the head of that very event, which verification finds again', async () => {
    const { at, history, show, db } = await ledger();
    const before = await history('s');
    const { code, out } = await show('sheet', 's', '--copy', 'signature', '-o', at('s.pdf'), '--json');
    expect(code).toBe(0);
    const [event, ...others] = (await history('s')).slice(before.length);
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      type: 'SheetPrinted',
      revision: before.length + 1,
      data: { view: 'copyToSign', printedRevision: before.length },
    });
    expect(said(out)).toMatchObject({ file: at('s.pdf'), session: 's', revision: before.length + 1 });
    await withRegister(db, (register) => must(register.handle(comment('s', 'Plus tard'))));
    const verified = await show('verify', '--head', said(out).head);
    expect([verified.code, verified.out.includes('Rien n’a été modifié')]).toEqual([0, true]);
    const { head } = said((await show('sheet', 's', '-o', at('later.pdf'), '--json')).out);
    expect(head).not.toBe(said(out).head);
  });

  test.skipIf(!canRead)(
    'shows the record as the event says, and a camera reads the head that is verified',
    async () => {
      const { at, history, show } = await ledger();
      const { out } = await show('sheet', 's', '--copy', 'examinateur', '-o', at('s.pdf'), '--json');
      const pdf = readFileSync(at('s.pdf'));
      const revision = (await history('s')).length;
      const [page = ''] = pagesOf(pdf);
      expect(page).toContain(bare(`État du registre au rang ${revision - 1}, impression notée au rang ${revision}.`));
      expect(page).toContain('a@lycee.example');
      const [code = ''] = codesOf(pdf);
      expect(code).toBe(said(out).head);
      expect((await show('verify', '--head', code)).code).toBe(0);
      const slip = code.replace(/.$/, (last) => (last === '0' ? '1' : '0'));
      expect((await show('verify', '--head', slip)).code).toBe(2);
    },
  );

  test('is its owner’s alone to read, since it holds names', async () => {
    const { at, show } = await ledger();
    await show('sheet', 's', '--copy', 'signature', '-o', at('s.pdf'));
    expect(statSync(at('s.pdf')).mode & 0o777).toBe(0o600);
  });

  test.each([
    ['over a file that is there', 's', 'there.pdf', 2, 'existe déjà'],
    ['into a folder that is not', 's', 'none/s.pdf', 3, 'ENOENT'],
    ['into what is no PDF', 's', 's.txt', 2, '.pdf'],
    ['of a session that nobody recorded', 'u', 's.pdf', 2, 'ne connaît pas la session u'],
    ['of a session without its code', 'planned', 's.pdf', 1, 'allowed-in-state'],
  ])('is not made %s, and nothing is noted', async (_, session, name, code, why) => {
    const { at, history, show } = await ledger();
    writeFileSync(at('there.pdf'), 'un autre papier');
    const before = [...(await history('s')), ...(await history('planned'))];
    const answer = await show('sheet', session, '--copy', 'signature', '-o', at(name));
    expect([answer.code, answer.out, answer.err.includes(why)]).toEqual([code, '', true]);
    expect([...(await history('s')), ...(await history('planned'))]).toEqual(before);
    expect(readFileSync(at('there.pdf'), 'utf8')).toBe('un autre papier');
    for (const left of ['s.pdf', 's.pdf.part', 's.txt']) expect(existsSync(at(left))).toBe(false);
  });

  test('wants a register that is there', async () => {
    const home = folder();
    const db = join(home, 'none.db');
    const answer = await ran(['sheet', 's', '--copy', 'signature', '-o', join(home, 's.pdf'), '--db', db]);
    expect([answer.code, existsSync(db)]).toEqual([2, false]);
  });
});

describe('the filled in sheet, the PV and the fraud reports on paper', () => {
  test('come out the same as long as the record is the same, which they leave as it is', async () => {
    const { at, db, history, show } = await ledger();
    await withRegister(db, async (register) => {
      const { accessCode } = (await register.session('s')).state;
      await must(register.handle(say('s', 'GiveAccessCode', { accessCode: String(accessCode) })));
      await must(register.handle(say('s', 'ReportFraud', { candidate: 1, facts: 'Antisèche', witnesses: [] })));
    });
    const before = await history('s');
    for (const task of [
      ['sheet', 's'],
      ['pv', 's'],
      ['fraud', 's'],
      ['fraud', 's', '1'],
    ]) {
      const name = task.join('-');
      for (const time of ['first', 'second']) {
        const { code, out } = await show(...task, '-o', at(`${name}-${time}.pdf`), '--json');
        expect([code, said(out).revision]).toEqual([0, before.length]);
        expect((await show('verify', '--head', said(out).head)).code).toBe(0);
      }
      const [first, second] = ['first', 'second'].map((time) => readFileSync(at(`${name}-${time}.pdf`)));
      expect(first).toEqual(second);
    }
    expect(await history('s')).toEqual(before);
  });

  test('are said to be printed, with the head', async () => {
    const { at, show } = await ledger();
    const { out } = await show('pv', 's', '-o', at('pv.pdf'));
    expect(out).toMatch(/pv\.pdf : imprimé\. Empreinte : session-s@\d+ (\w{4}-){6}\w{4}$/);
  });

  test.each([
    [['fraud', 's', '-o', 'x.pdf'], 'Aucune fraude n’est rapportée pour cette session.'],
    [['fraud', 's', '3', '-o', 'x.pdf'], 'Aucune fraude n’est rapportée pour le candidat n° 3.'],
    [['fraud', 's', 'trois', '-o', 'x.pdf'], 'trois : écrire le numéro'],
    [['fraud', 's'], 'Où imprimer les rapports'],
    [['pv', 'u', '-o', 'x.pdf'], 'ne connaît pas la session u'],
  ])('%j ends with 2 and says why', async (args, why) => {
    const { at, show } = await ledger();
    const { code, err } = await show(...args.map((arg) => (arg === 'x.pdf' ? at(arg) : arg)));
    expect([code, err.includes(why), existsSync(at('x.pdf'))]).toEqual([2, true, false]);
  });
});
