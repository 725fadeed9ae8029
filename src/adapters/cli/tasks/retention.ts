import { readFile } from 'node:fs/promises';
import type { RetentionAnswer } from '../../../service/retention.ts';
import { answered, refusalText } from '../answers.ts';
import { EXIT, type ExitCode, type Io, UsageError } from '../io.ts';
import { parsed } from '../parsed.ts';
import { changingPlace } from '../place.ts';
import type { Task } from '../task.ts';
import { eraseFromViews } from '../views.ts';

type Reviewed = Extract<RetentionAnswer, { kind: 'reviewed' }>;

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);

function tell({ due, stillOpen, unreadable }: Reviewed, { out, err }: Io): void {
  for (const { session, since, persons, erased, hindered } of due) {
    const done = erased.length === 0 ? 'à effacer' : 'effacés';
    out(`Session ${session}, depuis le ${day(since)} : ${persons.length} ${done} (${persons.join(', ')})`);
    if (hindered?.kind === 'refused') for (const refusal of hindered.refusals) err(`Refusé : ${refusalText(refusal)}`);
    if (hindered?.kind === 'conflict') err(`Conflit : la session ${session} en est au rang ${hindered.actual}.`);
  }
  for (const { session, lifecycle, since } of stillOpen) {
    err(`À regarder : la session ${session} en est restée à ${lifecycle} depuis le ${day(since)}.`);
  }
  for (const { session, message } of unreadable) err(`Illisible : session ${session} : ${message}`);
  if (due.length === 0) out('Rien n’est à effacer.');
}

/** Carries out a retention policy, or says what it comes to. */
export const retention: Task = {
  usage: 'retention POLITIQUE.json [--apply --reason TEXTE]',
  summary: 'qui est à effacer selon des délais en jours, comme {"resultsSent": 365, "cancelled": 30} ; --apply efface',
  words: [1, 1],
  options: {
    apply: { type: 'boolean', help: 'efface ; sans cela, rien n’est changé' },
    reason: { type: 'string', help: 'pourquoi ; ce motif est conservé (par défaut « Durée de conservation échue »)' },
  },
  async run({ io, words: [path = ''], values, db, json, actor }): Promise<ExitCode> {
    const policy = parsed(await readFile(path, 'utf8'), path);
    const { apply = false, reason = 'Durée de conservation échue' } = values;
    if (typeof reason !== 'string') throw new UsageError('--reason veut un texte.');
    return changingPlace(db, async (place) => {
      const answer = await place.register.retention(policy as object, { apply: apply === true, actor, reason });
      if (answer.kind === 'refused') return answered(answer, io, json);
      if (json) io.out(JSON.stringify(answer, null, 2));
      else tell(answer, io);
      if (answer.due.some(({ erased }) => erased.length > 0)) await eraseFromViews(place, db, io);
      const isWhole = answer.unreadable.length === 0 && answer.due.every(({ hindered }) => hindered === null);
      return isWhole ? EXIT.done : EXIT.refused;
    });
  },
};
