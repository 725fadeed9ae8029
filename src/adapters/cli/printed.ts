import { access, constants } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { SessionEvent } from '../../domain/events/catalogue.ts';
import { type Head, headText } from '../../domain/seal/head.ts';
import { upTo } from '../../projections/asOf.ts';
import { project } from '../../projections/projection.ts';
import { attendanceSheet } from '../../projections/sheet/attendanceSheet.ts';
import { type Copy, printView } from '../../projections/sheet/printView.ts';
import { sha256 } from '../crypto/node.ts';
import type { PrintOptions } from '../pdf/index.ts';
import { answered } from './answers.ts';
import { headAt } from './heads.ts';
import { EXIT, type ExitCode, UsageError } from './io.ts';
import { changingPlace, type Place, reading } from './place.ts';
import type { Call, Option } from './task.ts';
import { assertNew, written } from './written.ts';

/** Where a printed document goes. */
export const OUTPUT: Readonly<Record<'output', Option>> = {
  output: {
    type: 'string',
    short: 'o',
    help: 'imprime dans un nouveau fichier PDF, qui porte l’empreinte du registre',
  },
};

/** @throws {UsageError} where this cannot become a new PDF; nothing was written, and nothing recorded */
async function assertPrintable(output: string): Promise<void> {
  if (!output.toLowerCase().endsWith('.pdf')) {
    throw new UsageError(`${output} : écrire un nom de fichier qui se termine par .pdf.`);
  }
  assertNew(output);
  await access(dirname(output), constants.W_OK);
}

async function historyOf({ register }: Place, { db, words: [session = ''] }: Call): Promise<readonly SessionEvent[]> {
  const history = await register.history(session);
  if (history.length > 0) return history;
  throw new UsageError(`Le registre ${db} ne connaît pas la session ${session}.`);
}

/** The head of the record after an event, and the instant at which it was recorded: the same prints come out the same. */
async function optionsAt({ record }: Place, session: string, event: SessionEvent) {
  return { head: await headAt(record, session, event.revision), at: event.recordedAt };
}

/** Writes the document, and says where and of what. It holds what is personal, and is its owner's alone to read. */
async function put({ io, json, words: [session] }: Call, output: string, bytes: Uint8Array, head: Head) {
  await written(output, [bytes], 0o600);
  const text = headText(sha256, head);
  const answer = { file: output, session, revision: head.revision, head: text };
  io.out(json ? JSON.stringify(answer) : `${output} : imprimé. Empreinte : ${text}`);
  return EXIT.done;
}

/**
 * Prints a document of the session that the first word names, as the record stands. It is not noted in the record: it
 * bears the head of the last event that it shows.
 *
 * @param set `null` where there is nothing to print, which is the answer of `orElse`
 */
export async function printed(
  call: Call,
  output: string,
  set: (history: readonly SessionEvent[], options: PrintOptions) => Promise<Uint8Array | null>,
  orElse = '',
): Promise<ExitCode> {
  await assertPrintable(output);
  return reading(call.db, async (place) => {
    const [session = ''] = call.words;
    const history = await historyOf(place, call);
    const last = history.at(-1) as SessionEvent;
    const options = await optionsAt(place, session, last);
    const bytes = await set(history, options);
    if (bytes === null) throw new UsageError(orElse);
    return put(call, output, bytes, options.head);
  });
}

/**
 * Prints a copy of the sheet. « Il imprime ensuite les feuilles d'émargement »: that it was printed is noted first, and
 * the paper bears the head of that very event, so that no copy has a head that the record does not explain, and
 * `verify --head` finds it. What the copy shows is the record as it stood before, of which the event tells the revision.
 */
export async function printedCopy(call: Call, output: string, copy: Copy): Promise<ExitCode> {
  await assertPrintable(output);
  // Before anything is recorded: where a package is missing, nothing was printed.
  const { sheetPdf } = await import('../pdf/index.ts');
  return changingPlace(call.db, async (place) => {
    const [session = ''] = call.words;
    await historyOf(place, call);
    const { actor } = call;
    const answer = await place.register.handle({ type: 'PrintSheet', session, actor, data: { view: copy } });
    const [event] = answer.kind === 'accepted' ? answer.events : [];
    if (event?.type !== 'SheetPrinted') return answered(answer, call.io, call.json);
    const shown = upTo(await historyOf(place, call), event.data.printedRevision);
    const options = await optionsAt(place, session, event);
    const view = printView(project(attendanceSheet, shown), copy);
    return put(call, output, await sheetPdf(view, options), options.head);
  });
}
