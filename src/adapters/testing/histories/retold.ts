import { type History, type Step, Telling } from './history.ts';
import type { Told } from './story.ts';

/** A command of a history that was written down: what was told, and when. */
export interface Spoken {
  /** When it was told, ISO 8601. */
  readonly at: string;
  readonly told: Told;
  /** The rule that must refuse it, where it was told by mistake. */
  readonly mistake?: NonNullable<Step['mistake']>;
}

/** The commands of a history, as {@link retold} tells them again. */
export const spoken = ({ steps }: Pick<History, 'steps'>): readonly Spoken[] =>
  steps.map(({ told, now, mistake }) => ({
    at: new Date(now).toISOString(),
    told,
    ...(mistake === null ? {} : { mistake }),
  }));

/** The history that these commands lead to, each told at its time to the rules of today. */
export function retold(commands: readonly Spoken[]): History {
  const telling = new Telling(Date.parse(commands[0]?.at ?? '2019-05-14T06:30:00Z'));
  for (const { at, told, mistake = null } of commands) {
    telling.story.now = Date.parse(at);
    telling.tell(told, mistake);
  }
  return telling.history;
}
