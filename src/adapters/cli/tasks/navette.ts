import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { NavetteAnswer } from '../../../service/navette.ts';
import { openRegister, type Register } from '../../../service/register.ts';
import { openMemoryStore } from '../../memory/store.ts';
import { EXIT, type Io } from '../io.ts';
import { isThere, withRegister } from '../place.ts';
import { navetteOf } from '../spreadsheet/navette.ts';
import { tellFaults } from '../spreadsheet/show.ts';
import type { Task } from '../task.ts';

type Found = NavetteAnswer['faults'][number] | NavetteAnswer['notices'][number];

const place = ({ file, line, column, columnNumber }: Found): string =>
  `${file}, ligne ${line}${columnNumber === null ? '' : `, colonne ${columnNumber}${column === null ? '' : ` « ${column} »`}`}`;

const found = (finding: Found): string =>
  `${place(finding)} : ${finding.fr}${finding.value === '' ? '' : ` « ${finding.value} »`} [${finding.code}]`;

function tell(file: string, { planned, refused, faults, notices }: NavetteAnswer, { out, err }: Io): void {
  for (const notice of notices) err(`À noter : ${found(notice)}`);
  for (const fault of faults) err(`Refusé : ${found(fault)}`);
  for (const { line, fr, rule } of refused) err(`Refusé : ${file}, ligne ${line} : ${fr} [${rule}]`);
  for (const { line, session, warnings } of planned) {
    out(`Ligne ${line} : session ${session} planifiée`);
    for (const warning of warnings) err(`Attention : session ${session} : ${warning.fr}`);
  }
  if (planned.length === 0) err('Aucune session n’est planifiée.');
}

/** Plans in the register; a Navette that is refused whole makes none. */
async function planned(db: string, plan: (register: Register) => Promise<NavetteAnswer>): Promise<NavetteAnswer> {
  if (!isThere(db)) {
    const rehearsal = await plan(openRegister(openMemoryStore()));
    if (rehearsal.kind === 'refused') return rehearsal;
  }
  return withRegister(db, plan);
}

/** « L'enseignant envoie à certif@pix.fr les informations sur les sessions »: plans the sessions of a Navette. */
export const navette: Task = {
  usage: 'navette FICHIER [--partial]',
  summary: 'planifie les sessions d’une « Navette créneaux » (.csv, .ods, .xlsx)',
  words: [1, 1],
  options: {
    partial: { type: 'boolean', help: 'planifie les lignes bonnes bien que d’autres soient fautives' },
    zone: { type: 'string', help: 'le fuseau IANA des horaires (par défaut Europe/Paris, ou celui du code postal)' },
  },
  async run({ io, words: [path = ''], values, db, json, actor }) {
    const bytes = await readFile(path);
    const fileName = basename(path);
    const { zone, partial } = values;
    const found = await navetteOf(bytes, typeof zone === 'string' ? { fileName, zone } : { fileName });
    if (found.kind === 'refused') {
      if (json) io.out(JSON.stringify(found, null, 2));
      else tellFaults(found.faults, io);
      return EXIT.refused;
    }
    const { reading, document } = found;
    const planning = { actor, document, partial: partial === true };
    const answer = await planned(db, (register) => register.planNavette(reading, planning));
    if (json) io.out(JSON.stringify(answer, null, 2));
    else tell(fileName, answer, io);
    return answer.faults.length + answer.refused.length > 0 ? EXIT.refused : EXIT.done;
  },
};
