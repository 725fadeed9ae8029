import type { Answer } from '../../../service/answer.ts';
import type { DifferenceOptions } from '../../spreadsheet/index.ts';
import { answered } from '../answers.ts';
import { EXIT, type ExitCode } from '../io.ts';
import { changing, readingRegister } from '../place.ts';
import type { Call, Option } from '../task.ts';
import { type Compared, compare, sheetFile } from './compare.ts';
import { tellDifference, tellFaults } from './show.ts';

/** The options of whatever fills the record from a sheet. */
export const FILL_OPTIONS: Readonly<Record<string, Option>> = {
  apply: { type: 'boolean', help: 'reprend au registre ce qui est montré ; sans cela, rien n’est enregistré' },
};

/** What is told to a person beside the differences. */
function tell({ differences, blank, faults }: Compared, { io }: Call): void {
  for (const tab of blank) io.err(`À noter : l’onglet « ${tab} » n’est pas rempli.`);
  for (const difference of differences) tellDifference(difference, io);
  tellFaults(faults, io);
  if (faults.length > 0) io.err('Rien n’est repris au registre.');
}

/** How an answer for a program ends: refused where any was, or where anything is wrong. */
const exitOf = ({ faults }: Compared, answers: readonly Answer[]): ExitCode =>
  faults.length > 0 || answers.some(({ kind }) => kind !== 'accepted') ? EXIT.refused : EXIT.done;

/**
 * Compares a file with the record, and shows the difference; with `--apply` it is recorded, each sheet as one append.
 * Where anything is wrong with any sheet, nothing is.
 */
export async function fill(call: Call, phase: DifferenceOptions['phase']): Promise<ExitCode> {
  const { io, db, json, words } = call;
  const { apply } = call.values;
  const file = await sheetFile(words[0] ?? '');
  if (apply !== true) {
    const compared = await readingRegister(db, (register) => compare(register, file, phase, call));
    if (json) io.out(JSON.stringify(compared, null, 2));
    else {
      tell(compared, call);
      const some = compared.differences.some(({ commands }) => commands.length > 0);
      if (some && compared.faults.length === 0)
        io.out('Rien n’est enregistré : ajouter --apply pour le reprendre au registre.');
    }
    return exitOf(compared, []);
  }
  return changing(db, async (register) => {
    const compared = await compare(register, file, phase, call);
    const answers: Answer[] = [];
    if (!json) tell(compared, call);
    for (const { commands } of compared.faults.length > 0 ? [] : compared.differences) {
      if (commands.length > 0) answers.push(await register.handleAll(commands));
    }
    if (json) io.out(JSON.stringify({ ...compared, answers }, null, 2));
    else for (const answer of answers) answered(answer, io, false);
    return exitOf(compared, answers);
  });
}
