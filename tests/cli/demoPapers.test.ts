import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readSheets, readWorkbook } from '../../src/adapters/spreadsheet/index.ts';
import { folder } from '../stores/support/folder.ts';
import { ran } from './cli.ts';

test('the demonstration writes its papers into a folder: what was sent, printed, filled in and noted', async () => {
  const papers = join(folder(), 'papiers');
  const { code, out } = await ran(['demo', '--out', papers]);
  const names = readdirSync(papers).sort();
  expect([code, out.split('\n').at(-1)]).toEqual([0, `${names.length} fichiers dans ${papers}.`]);
  expect(names).toEqual([
    '2019-05-14-0830-B204-feuille-a-signer.pdf',
    '2019-05-14-0830-B204-feuille-completee.ods',
    '2019-05-14-0830-B204-feuille-examinateur.pdf',
    '2019-05-14-0830-B204-pv.pdf',
    '2019-05-14-0830-B204-rapport-de-fraude.pdf',
    '2019-05-14-0830-B206-feuille-a-signer.pdf',
    '2019-05-14-0830-B206-feuille-completee.ods',
    '2019-05-14-0830-B206-pv.pdf',
    '2019-05-14-1400-B204-feuille-a-signer.pdf',
    '2019-05-14-1400-B204-feuille-completee.ods',
    '2019-05-14-1400-B204-pv.pdf',
    'materiel-certification.ods',
    'navette-creneaux.csv',
  ]);
  for (const name of names) {
    const bytes = readFileSync(join(papers, name));
    if (name.endsWith('.pdf')) expect(bytes.toString('latin1', 0, 5)).toBe('%PDF-');
    if (!name.endsWith('completee.ods')) continue;
    const reading = readWorkbook(bytes, { file: name });
    expect(reading.kind === 'read' && readSheets(reading.workbook)).toMatchObject({ sheets: [{}], faults: [] });
    expect(statSync(join(papers, name)).mode & 0o777).toBe(0o600);
  }
});

test('the demonstration is not played where its papers would lie over others', async () => {
  const home = folder();
  mkdirSync(join(home, 'papiers'));
  const db = join(home, 'demo.db');
  const { code, out, err } = await ran(['demo', '--out', join(home, 'papiers'), '--db', db]);
  expect([code, out, err, existsSync(db)]).toEqual([2, '', expect.stringContaining('existe déjà'), false]);
});
