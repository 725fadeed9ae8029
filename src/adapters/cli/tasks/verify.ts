import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { readHead, type WrittenHead } from '../../../domain/seal/head.ts';
import { documentOf } from '../../../service/documents.ts';
import { sha256 } from '../../crypto/node.ts';
import { type StoreVerdict, verifyStore } from '../../sealed/index.ts';
import { EXIT, type ExitCode, UsageError } from '../io.ts';
import { isServer } from '../location.ts';
import { reading } from '../place.ts';
import { trustedFrom } from '../signing.ts';
import { storeLines } from '../storeText.ts';
import type { Call, Task } from '../task.ts';
import { watched } from '../watched.ts';

/** How every SQLite file begins. */
const MAGIC = 'SQLite format 3\0';

async function isRegister(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { buffer } = await file.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0);
    return buffer.toString('latin1') === MAGIC;
  } finally {
    await file.close();
  }
}

/** The heads that somebody typed from paper. */
const headsOf = ({ lists: { head: typed = [] } }: Call): readonly WrittenHead[] =>
  typed.map((text) => {
    const head = readHead(sha256, text);
    if (head === null) throw new UsageError(`--head « ${text} » : ce n’est pas une empreinte, ou une faute de frappe.`);
    return head;
  });

/** The roots that a trusted key signed. */
async function rootsOf({ lists: { key = [], root = [] } }: Call) {
  if (root.length === 0) return [];
  const { verifyRoot } = await import('../../evidence/index.ts');
  const trusted = await trustedFrom(key);
  return Promise.all(
    root.map(async (path) => {
      const verdict = await verifyRoot((await readFile(path, 'utf8')).trim(), trusted);
      if (verdict.kind === 'trusted') return verdict.root;
      throw new UsageError(`--root ${path} : aucune clé de confiance (--key) ne l’a signée (${verdict.why}).`);
    }),
  );
}

const storeText = (verdict: StoreVerdict, isBound: boolean): string =>
  [
    ...storeLines(verdict),
    ...(isBound
      ? []
      : ['Aucune racine ni empreinte connue : rien ne montre que le registre n’a pas été réécrit en entier.']),
  ].join('\n');

/** Verifies a register: the chain of every session, its lifecycle, and every root and head that is known. */
async function verifyRegister(call: Call, db: string): Promise<ExitCode> {
  const { io, json } = call;
  const [roots, heads] = [await rootsOf(call), headsOf(call)];
  const verdict = await reading(db, ({ record }) =>
    verifyStore(watched(record, io), { roots, heads, lifecycle: true }),
  );
  io.out(json ? JSON.stringify(verdict, null, 2) : storeText(verdict, roots.length + heads.length > 0));
  return verdict.findings.length === 0 ? EXIT.done : EXIT.refused;
}

/** Verifies an evidence file, with nothing but the file and what the verifier brings. */
async function verifyFile(call: Call, path: string): Promise<ExitCode> {
  const { io, json } = call;
  const { key = [], document = [] } = call.lists;
  const { verdictText, verifyEvidence } = await import('../../evidence/index.ts');
  const documents = await Promise.all(
    document.map(async (file) => ({
      name: basename(file),
      ...documentOf(await readFile(file), 'application/octet-stream'),
    })),
  );
  const [head, second] = headsOf(call);
  if (second !== undefined) throw new UsageError('Un dossier n’a qu’une session : une empreinte suffit.');
  const verdict = await verifyEvidence(createReadStream(path), {
    trusted: await trustedFrom(key),
    roots: await rootsOf(call),
    documents,
    ...(head === undefined ? {} : { head }),
  });
  io.out(json ? JSON.stringify(verdict, null, 2) : verdictText(verdict));
  return verdict.sound ? EXIT.done : EXIT.refused;
}

/** Says whether a register or an evidence file is what it was, and what that proves. */
export const verify: Task = {
  usage: 'verify [FICHIER]',
  summary: 'vérifie un dossier de preuve, sans registre ni réseau, ou un registre ; dit ce que cela prouve',
  words: [0, 1],
  options: {
    key: { type: 'string', multiple: true, help: 'une clé publique de confiance (Ed25519) ; plusieurs fois au besoin' },
    root: { type: 'string', multiple: true, help: 'une racine signée, publiée naguère ; plusieurs fois au besoin' },
    head: { type: 'string', multiple: true, help: 'une empreinte relevée sur papier ; plusieurs fois au besoin' },
    document: { type: 'string', multiple: true, help: 'un fichier à comparer à ceux du dossier' },
  },
  async run(call) {
    const [path = call.db] = call.words;
    if (call.words.length === 0 || isServer(path) || (await isRegister(path))) return verifyRegister(call, path);
    return verifyFile(call, path);
  },
};
