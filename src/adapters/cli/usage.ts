import type { Task } from './task.ts';
import { TASKS } from './tasks.ts';

const COMMON: readonly (readonly [string, string])[] = [
  ['--db REGISTRE', 'un fichier, ou esdb://… pour un serveur (sinon EMARGEMENT_DB, sinon emargement.db)'],
  ['--as RÔLE:IDENTITÉ', 'qui agit : examiner, centre, pix, candidate ou system (par défaut centre:utilisateur)'],
  ['--json', 'répond en JSON, pour un programme'],
  ['--help', 'affiche cette aide, ou celle d’une tâche'],
];

/** Lines in two columns. */
function columns(lines: readonly (readonly [string, string])[]): string {
  const width = Math.max(...lines.map(([left]) => left.length));
  return lines.map(([left, right]) => `  ${left.padEnd(width)}  ${right}`).join('\n');
}

/** The help of the whole command line. */
export const USAGE = [
  'emargement : le registre d’une session de certification, de la planification aux résultats',
  `Tâches :\n${columns(Object.values(TASKS).map(({ usage, summary }) => [usage, summary]))}`,
  `Options :\n${columns(COMMON)}`,
  'Code de sortie : 0 fait, 1 refusé ou en conflit, 2 ligne de commande incomprise, 3 fichier illisible.',
].join('\n\n');

/** The help of one task. */
export function taskUsage({ usage, summary, options }: Task): string {
  const own = Object.entries(options).map(([name, { type, short, help }]): readonly [string, string] => [
    `${short === undefined ? '' : `-${short}, `}--${name}${type === 'boolean' ? '' : ' VALEUR'}`,
    help,
  ]);
  return [`emargement ${usage}\n  ${summary}`, `Options :\n${columns([...own, ...COMMON])}`].join('\n\n');
}
