import { createReadStream } from 'node:fs';
import { composed } from '../composed.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { DOSSIER_OPTIONS, readDossier } from '../dossier/read.ts';
import { answer } from '../dossier/show.ts';
import { type ExitCode, UsageError } from '../io.ts';
import { reading } from '../place.ts';
import { signerFrom } from '../signing.ts';
import type { Call, Task } from '../task.ts';
import { assertNew, written } from '../written.ts';

async function* bytesOf(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder();
  for await (const line of lines) yield encoder.encode(line);
}

/** Writes the page of an evidence file. */
async function writePage(output: string, source: AsyncIterable<Uint8Array>): Promise<void> {
  const { auditPage } = await import('../../audit/index.ts');
  await written(output, auditPage(source), 0o600);
}

/** The page of a session of a register: its evidence file is composed for the page alone, and signed where somebody signs. */
async function pageOfSession({ values }: Call, session: string, db: string, output: string): Promise<void> {
  const { 'signing-key': key } = values;
  const signer = key === undefined ? null : await signerFrom(key);
  const wanted = { session, recipient: { kind: 'jury' }, signer, root: null } as const;
  await reading(db, async (place) => writePage(output, bytesOf((await composed(place, wanted, db)).lines)));
}

async function writeFor(call: Call, { source, session }: Dossier, output: string): Promise<void> {
  if (source.kind === 'register') return pageOfSession(call, session, source.db, output);
  if (call.values['signing-key'] !== undefined)
    throw new UsageError('Un dossier est déjà ce qu’il est : sans --signing-key.');
  return writePage(output, createReadStream(source.path));
}

/** One page of HTML in which a jury reads, replays and verifies a session in any browser, without a network. */
export const audit: Task = {
  usage: 'audit SESSION|DOSSIER -o PAGE.html',
  summary: 'une page HTML pour un jury : toute la session, pas à pas, vérifiée dans le navigateur, sans réseau',
  words: [1, 1],
  options: {
    output: {
      type: 'string',
      short: 'o',
      help: 'la nouvelle page ; elle contient ce que contient un dossier de preuve',
    },
    'signing-key': { type: 'string', help: 'la clé privée (Ed25519) qui signe le dossier que contient la page' },
    ...DOSSIER_OPTIONS,
  },
  async run(call): Promise<ExitCode> {
    const { output } = call.values;
    if (typeof output !== 'string') throw new UsageError('Où écrire la page ? -o PAGE.html');
    assertNew(output);
    const dossier = await readDossier(call);
    await writeFor(call, dossier, output);
    return answer(
      call,
      dossier,
      { page: output },
      () => `${output} : la page est écrite. Elle se garde comme un dossier.`,
    );
  },
};
