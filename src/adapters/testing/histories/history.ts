import fc from 'fast-check';
import type { Decision } from '../../../domain/decide.ts';
import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import type { Mistake } from './mistakes/mistake.ts';
import { Story, type Told } from './story.ts';

/** One command of a history, and what became of it. */
export interface Step {
  readonly told: Told;
  /** When it was told, epoch milliseconds. */
  readonly now: number;
  readonly decision: Decision;
  /** The rule that must refuse it, where it was told by mistake; else `null`, and it must be accepted. */
  readonly mistake: Mistake['rule'] | null;
}

/** A session from its planning, carried as far as its choices went. */
export interface History {
  readonly story: Story;
  readonly events: readonly SessionEvent[];
  readonly steps: readonly Step[];
}

/** The session that histories are about. */
const SESSION = 'session-1';

/** A history that is being told, command by command, on a clock that the teller sets. */
export class Telling {
  readonly story: Story;
  readonly steps: Step[] = [];

  constructor(now: number) {
    this.story = new Story(SESSION, now);
  }

  /** Tells a command now; by mistake, where a rule is given that must refuse it. */
  tell(told: Told, mistake: Step['mistake'] = null): void {
    const { now } = this.story;
    this.steps.push({ told, now, decision: this.story.tell(told), mistake });
  }

  /** The history so far; its text is written the moment it is asked for. */
  get history(): History {
    const { story, steps } = this;
    return { story, events: story.events, steps, [fc.toStringMethod]: () => written(steps) } as History;
  }
}

/** A history as a person reads it: one command a line. */
function written(steps: readonly Step[]): string {
  const lines = steps.map(({ told, now, decision }) => {
    const refusals =
      decision.kind === 'refused' ? ` refused: ${decision.refusals.map(({ rule }) => rule).join(', ')}` : '';
    const when = told.occurredAt === undefined ? '' : ` happened ${new Date(told.occurredAt).toISOString()}`;
    return `${new Date(now).toISOString()} ${told.type} ${JSON.stringify(told.data)}${when}${refusals}`;
  });
  return `\n${lines.join('\n')}\n`;
}
