import type { Command } from '../../../domain/commands/catalogue.ts';
import type { Actor } from '../../../domain/store/envelope.ts';
import type { DocumentReference } from '../../../domain/values/document.ts';
import { answered } from '../answers.ts';
import { EXIT, UsageError } from '../io.ts';
import { changing } from '../place.ts';
import { compare, sheetFile } from '../spreadsheet/compare.ts';
import { scanOf } from '../spreadsheet/scan.ts';
import { tellDifference, tellFaults } from '../spreadsheet/show.ts';
import type { Task } from '../task.ts';

/** The same two files sent again are the same submission. */
const submission = (
  session: string,
  actor: Actor,
  digitalSheet: DocumentReference,
  signedScan: DocumentReference,
): Command => ({
  id: `submit-${digitalSheet.sha256}-${signedScan.sha256.slice(0, 32)}`,
  session,
  actor,
  type: 'SubmitSheet',
  data: { digitalSheet, signedScan, sender: actor.identity },
});

/** « L'enseignant envoie à Pix la version numérique de la feuille d'émargement et le scan de la version signée ». */
export const submit: Task = {
  usage: 'submit --sheet FICHIER --scan FICHIER',
  summary: 'transmet la feuille complétée et le scan signé, si la feuille dit ce que dit le registre',
  words: [0, 0],
  options: {
    sheet: { type: 'string', help: 'la feuille numérique (.ods, .xlsx, .csv)' },
    scan: { type: 'string', help: 'le scan de la feuille signée (PDF, JPEG, PNG, TIFF)' },
    anyway: { type: 'boolean', help: 'transmet bien que la feuille et le registre diffèrent' },
  },
  async run(call) {
    const { io, db, json, actor, values } = call;
    const { sheet, scan, anyway } = values;
    if (typeof sheet !== 'string' || typeof scan !== 'string')
      throw new UsageError(`Usage : emargement ${submit.usage}`);
    const signedScan = await scanOf(scan);
    const file = await sheetFile(sheet);
    return changing(db, async (register) => {
      const { differences, faults } = await compare(register, file, 'completion', call);
      const differing = differences.filter(({ changes }) => changes.length > 0);
      const { document } = file;
      if (document === null || faults.length > 0 || (differing.length > 0 && anyway !== true)) {
        if (json) io.out(JSON.stringify({ kind: 'refused', differences, faults }, null, 2));
        else {
          for (const difference of differing) tellDifference(difference, io);
          tellFaults(faults, io);
          if (differing.length > 0)
            io.err('Refusé : la feuille ne dit pas ce que dit le registre ; voir emargement complete.');
        }
        return EXIT.refused;
      }
      let code: 0 | 1 | 2 | 3 = EXIT.done;
      for (const { session } of differences) {
        const answer = await register.handle(submission(session, actor, document, signedScan));
        code = Math.max(code, answered(answer, io, json)) as typeof code;
      }
      return code;
    });
  },
};
