import { project } from '../../../projections/projection.ts';
import { attendanceSheet } from '../../../projections/sheet/attendanceSheet.ts';
import { type Copy, printView } from '../../../projections/sheet/printView.ts';
import { printText, sheetText } from '../../../projections/sheet/text.ts';
import { UsageError } from '../io.ts';
import { printed, printedCopy } from '../printed.ts';
import { showSession } from '../show.ts';
import { sheetWorkbook } from '../spreadsheet/sheet.ts';
import { formatOf } from '../spreadsheet/workbook.ts';
import type { Task } from '../task.ts';

const COPIES: Readonly<Record<string, Copy>> = { signature: 'copyToSign', examinateur: 'examinersCopy' };

function copyOf(written: string | boolean | undefined): Copy | null {
  if (typeof written !== 'string') return null;
  const copy = Object.hasOwn(COPIES, written) ? COPIES[written] : undefined;
  if (copy !== undefined) return copy;
  throw new UsageError(`--copy ${written} : écrire ${Object.keys(COPIES).join(' ou ')}.`);
}

/** The attendance sheet: filled in, or one of the two copies for paper. A copy that goes into a file is recorded as printed. */
export const sheet: Task = {
  usage: 'sheet SESSION [--copy signature|examinateur] [-o FICHIER.pdf|.ods|.xlsx]',
  summary: 'la feuille d’émargement ; avec -o, dans un fichier, et l’impression d’une copie est notée au registre',
  words: [1, 1],
  options: {
    copy: { type: 'string', help: 'la copie à signer (signature) ou celle de l’examinateur (examinateur)' },
    output: {
      type: 'string',
      short: 'o',
      help: 'imprime dans un nouveau PDF, qui porte l’empreinte du registre ; ou écrit un classeur (.ods, .xlsx)',
    },
  },
  async run(call) {
    const { copy: written, output } = call.values;
    const copy = copyOf(written);
    if (typeof output === 'string') {
      if (copy !== null) return printedCopy(call, output, copy);
      const format = formatOf(output);
      if (format !== null) return sheetWorkbook(call, output, format);
      const { sheetPdf } = await import('../../pdf/index.ts');
      return printed(call, output, (history, options) => sheetPdf(project(attendanceSheet, history), options));
    }
    if (copy === null) return showSession(call, (history) => project(attendanceSheet, history), sheetText);
    return showSession(call, (history) => printView(project(attendanceSheet, history), copy), printText);
  },
};
