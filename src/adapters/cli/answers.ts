import type { Refusal } from '../../domain/machine/refusal.ts';
import type { Answer } from '../../service/answer.ts';
import { EXIT, type ExitCode, type Io } from './io.ts';

/** A refusal in one line: where, why, and by which rule. */
export const refusalText = ({ path, fr, rule }: Refusal): string =>
  `${path === null ? '' : `${path} : `}${fr} [${rule}]`;

/** Tells a person what became of a command. */
function tell(answer: Answer, { out, err }: Io): void {
  switch (answer.kind) {
    case 'accepted':
      out(`Session ${answer.session}, rang ${answer.revision} : ${answer.events.map(({ type }) => type).join(', ')}`);
      for (const { fr } of answer.warnings) err(`Attention : ${fr}`);
      break;
    case 'refused':
      for (const refusal of answer.refusals) err(`Refusé : ${refusalText(refusal)}`);
      break;
    case 'conflict': {
      const { session, expected, actual } = answer;
      err(
        `Conflit : la session ${session} en est au rang ${actual}, et non au rang ${expected}. Relire, puis refaire.`,
      );
    }
  }
}

/** Tells what became of a command. */
export function answered(answer: Answer, io: Io, json: boolean): ExitCode {
  if (json) io.out(JSON.stringify(answer, null, 2));
  else tell(answer, io);
  return answer.kind === 'accepted' ? EXIT.done : EXIT.refused;
}
