import { type Warning, warningOf } from '../domain/commands/define.ts';
import { asErased } from '../domain/erasure.ts';
import { plain } from '../domain/rules/define.ts';
import type { AgendaEntry } from '../projections/agenda/agenda.ts';
import { overlapsOf } from '../projections/agenda/overlaps.ts';
import type { Answer } from './answer.ts';
import type { Batch, Means } from './batch.ts';
import type { DirectoryFollower } from './directory.ts';
import { sessionStream } from './streams.ts';

const NAMES_AN_EXAMINER: readonly string[] = ['PlanSession', 'ReplanSession', 'AddExaminer'];

/**
 * Whether the examiners of a session have charge of another one at the same time. Inside one Navette that is refused;
 * across sessions it is a warning, since which of the two is wrong cannot be known.
 */
async function overlapWarnings(directory: DirectoryFollower, session: string): Promise<readonly Warning[]> {
  const { agenda } = await directory.current();
  const isThis = ({ header }: AgendaEntry): boolean => header.session === session;
  return agenda
    .filter(isThis)
    .flatMap(({ header }) => header.examiners.flatMap(({ id }) => overlapsOf(agenda, id)))
    .filter(({ first, second }) => isThis(first) || isThis(second))
    .map(({ examiner, first, second }) =>
      warningOf({
        warning: 'examiner-in-overlapping-sessions',
        text: {
          en: 'Examiner {examiner} has charge of session {other} at the same time.',
          fr: 'L’examinateur {examiner} a la charge de la session {other} au même moment.',
        },
        values: {
          examiner: { value: examiner, personal: true },
          other: plain((isThis(first) ? second : first).header.session),
        },
      }),
    );
}

/** Gives back the session's codes when it is cancelled, and a code that was reserved for nothing. */
async function releaseCodes({ codes, sessions }: Means, { session, commands }: Batch, answer: Answer): Promise<void> {
  for (const command of commands) {
    const by = { session, commandId: command.id, actor: command.actor };
    if (command.type === 'CancelSession' && answer.kind === 'accepted') await codes.releaseAll(by);
    if (command.type !== 'IssueAccessCode' || answer.kind === 'accepted') continue;
    const { accessCode } = command.data;
    const { draft } = await sessions.current(session);
    if (accessCode !== draft.state.accessCode) await codes.takeBack(accessCode, by);
  }
}

/**
 * Destroys the data of those whom the batch erases and whom the record says to be erased, also where another command
 * recorded it, so that one that was cut off before is completed whichever comes next.
 */
async function erase({ store, sessions }: Means, { session, commands }: Batch): Promise<void> {
  for (const { type, data } of commands) {
    if (type !== 'ErasePerson') continue;
    const { draft } = await sessions.current(session);
    if (draft.state.erased.includes(data.person)) await store.erase?.(sessionStream(session), data.person);
  }
}

/**
 * What follows from a batch beyond its session. Each step can be done again: a batch that comes a second time, because
 * the first was cut off here, completes it.
 */
export async function completed(
  means: Means,
  directory: DirectoryFollower,
  batch: Batch,
  answer: Answer,
): Promise<Answer> {
  await releaseCodes(means, batch, answer);
  await erase(means, batch);
  if (answer.kind !== 'accepted') return answer;
  const events = asErased(answer.events);
  if (!batch.commands.some(({ type }) => NAMES_AN_EXAMINER.includes(type))) return { ...answer, events };
  const warnings = await overlapWarnings(directory, batch.session);
  return { ...answer, events, warnings: [...answer.warnings, ...warnings] };
}
