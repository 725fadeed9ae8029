import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folder } from '../stores/support/folder.ts';
import { plan } from '../support/asked.ts';
import { ran } from './cli.ts';

/** A register with one planned session, and a pair of keys to sign with. */
async function place() {
  const at = folder();
  const db = join(at, 'record.db');
  await ran(['handle', '--db', db], JSON.stringify(plan('s')));
  await ran(['signing-key', join(at, 'pix')]);
  return {
    at,
    db,
    key: join(at, 'pix.pem'),
    pub: join(at, 'pix.pub.pem'),
    show: (...args: string[]) => ran([...args, '--db', db]),
  };
}

describe('a register at the terminal', () => {
  test('lies sealed and encrypted beside its keys, and its master key is its owner’s alone', async () => {
    const { at, db } = await place();
    expect(readdirSync(at).sort()).toEqual([
      'pix.pem',
      'pix.pub.pem',
      'record.db',
      'record.db.keys',
      'record.db.master',
    ]);
    expect(readFileSync(db).includes('Lefèvre')).toBe(false);
  });

  test('without its keys is read as if everybody were erased, and is not written to', async () => {
    const { db, show } = await place();
    for (const end of ['.keys', '.master']) rmSync(db + end);
    const { code, out } = await show('list');
    expect([code, out.includes('Lefèvre')]).toEqual([0, false]);
    const before = readFileSync(db);
    const { code: refused, err } = await ran(['handle', '--db', db], JSON.stringify(plan('t')));
    expect([refused, err]).toEqual([2, expect.stringContaining('clé maîtresse')]);
    expect(readFileSync(db).equals(before)).toBe(true);
    expect(existsSync(`${db}.keys`)).toBe(false);
  });

  test('with another master key says so, and nothing is changed', async () => {
    const { db, show } = await place();
    writeFileSync(`${db}.master`, `${'ab'.repeat(32)}\n`);
    const before = readFileSync(`${db}.keys`);
    const { code, err } = await show('list');
    expect([code, err]).toEqual([3, expect.stringContaining('master-1')]);
    expect(readFileSync(`${db}.keys`).equals(before)).toBe(true);
  });

  test('with a master key of another length says how long one is', async () => {
    const { db, show } = await place();
    writeFileSync(`${db}.master`, 'abcd\n');
    expect(await show('list')).toMatchObject({ code: 2, err: expect.stringContaining('32 octets') });
  });
});

test('a signing key is made whole or not at all', async () => {
  const at = folder();
  writeFileSync(join(at, 'pix.pub.pem'), 'published');
  const { code, err } = await ran(['signing-key', join(at, 'pix')]);
  expect([code, err]).toEqual([2, expect.stringContaining('existe déjà')]);
  expect(readdirSync(at)).toEqual(['pix.pub.pem']);
});

describe('evidence', () => {
  test.each([
    [['evidence', 's'], 'Où écrire'],
    [['evidence', 's', '-o', 'x'], '--signing-key'],
    [['root', '-o', 'x'], '--signing-key'],
    [['erase', 's', 'session'], '--reason'],
  ])('%j ends with 2 and says what is missing', async (args, said) => {
    const { show } = await place();
    expect(await show(...args)).toMatchObject({ code: 2, err: expect.stringContaining(said) });
  });

  test('of nobody and of nothing ends with a clear answer, and leaves no file', async () => {
    const { at, key, show } = await place();
    const file = join(at, 'file');
    const write = (session: string, ...more: string[]) =>
      show('evidence', session, '-o', file, '--signing-key', key, ...more);
    expect(await write('u')).toMatchObject({ code: 2, err: expect.stringContaining('ne connaît pas') });
    expect(await write('s', '--person', 'me')).toMatchObject({ code: 2, err: expect.stringContaining('candidate-3') });
    expect(await write('s', '--person', 'candidate-9')).toMatchObject({
      code: 3,
      err: expect.stringContaining('candidate-9'),
    });
    expect(readdirSync(at)).not.toContain('file');
    expect(readdirSync(at).filter((name) => name.endsWith('.part'))).toEqual([]);
    expect(await write('s')).toMatchObject({ code: 0 });
    expect(await write('s')).toMatchObject({ code: 2, err: expect.stringContaining('existe déjà') });
  });

  test('that was changed, or that a stranger signed, ends with 1', async () => {
    const { at, key, pub, show } = await place();
    const file = join(at, 'file');
    await show('evidence', 's', '-o', file, '--signing-key', key);
    expect(await ran(['verify', file, '--key', pub])).toMatchObject({ code: 0 });
    await ran(['signing-key', join(at, 'stranger')]);
    expect(await ran(['verify', file, '--key', join(at, 'stranger.pub.pem')])).toMatchObject({ code: 1 });
    expect(await ran(['verify', file, '--key', key])).toMatchObject({ code: 3 });
    writeFileSync(file, readFileSync(file, 'utf8').replace('"revision":1,', '"revision":7,'));
    expect(await ran(['verify', file, '--key', pub, '--json'])).toMatchObject({
      code: 1,
      out: expect.stringContaining('"sound": false'),
    });
    const nothing = await ran(['verify', join(at, 'nothing'), '--key', pub]);
    expect(nothing.code).toBe(3);
  });

  test('and a root that nobody trusted signed are not believed', async () => {
    const { at, key, pub, show } = await place();
    const root = join(at, 'root');
    expect(await show('root', '-o', root, '--signing-key', key)).toMatchObject({ code: 0 });
    expect(await show('verify', '--root', root)).toMatchObject({ code: 2, err: expect.stringContaining('--key') });
    expect(await show('verify', '--root', root, '--key', pub)).toMatchObject({ code: 0 });
  });
});

test.each([
  ['erase', 's', 'session', '--reason', 'Demande'],
  ['retention', 'policy.json'],
])('%s of a register that is not there ends with 2, and makes none', async (...args) => {
  const at = folder();
  writeFileSync(join(at, 'policy.json'), '{"closed": 1}');
  const words = args.map((word) => (word === 'policy.json' ? join(at, word) : word));
  const { code, err } = await ran([...words, '--db', join(at, 'none.db')]);
  expect([code, err]).toEqual([2, expect.stringContaining('n’existe pas')]);
  expect(readdirSync(at)).toEqual(['policy.json']);
});

describe('retention', () => {
  test('says who is due, and erases nobody until it is told to', async () => {
    const { at, show, db } = await place();
    const policy = join(at, 'policy.json');
    const cancel = { session: 's', type: 'CancelSession', data: { reason: 'Grève' } };
    await ran(['handle', '--db', db], JSON.stringify(cancel));
    writeFileSync(policy, '{"cancelled": 0}');
    const due = await show('retention', policy);
    expect(due).toMatchObject({ code: 0, out: expect.stringContaining('à effacer') });
    expect((await show('retention', policy)).out).toBe(due.out);
    expect(await show('retention', policy, '--apply')).toMatchObject({
      code: 0,
      out: expect.stringContaining('effacés'),
    });
    expect(await show('retention', policy)).toMatchObject({ code: 0, out: 'Rien n’est à effacer.' });
    expect((await show('verify')).code).toBe(0);
  });

  test.each([
    ['{', 2, 'JSON'],
    ['{}', 1, 'retention-names-a-state'],
    ['{"cancelled": 1.5}', 1, 'cancelled'],
    ['{"running": 3}', 1, 'running'],
  ])('by the policy %s is refused', async (text, code, said) => {
    const { at, show } = await place();
    const policy = join(at, 'policy.json');
    writeFileSync(policy, text);
    expect(await show('retention', policy, '--apply')).toMatchObject({ code, err: expect.stringContaining(said) });
  });
});
