import fc from 'fast-check';
import type { Decision } from '../../../domain/decide.ts';
import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import { type Choice, choices, SIMPLEST } from './choice.ts';
import { type Mistake, mistake } from './mistakes.ts';
import { advance, move } from './moves/index.ts';
import type { Scene, Setup } from './scene.ts';
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

/** What histories are made like. */
export interface Likeness {
  /** How many of a hundred commands are mistakes on purpose; 15 unless it is given. */
  readonly mistakes: number;
  /** Most choices of a history; the steps that finish it come on top of that. */
  readonly choices: number;
}

/** How the session is set up; what shrinks away is what is not the procedure's own. */
const setups: fc.Arbitrary<Setup> = fc.record({
  place: fc.nat(5),
  candidates: fc.oneof(
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 5 }) },
    { weight: 1, arbitrary: fc.constant(21) },
  ),
  candidatesPerExaminer: fc.oneof({ weight: 3, arbitrary: fc.constant(20) }, { weight: 1, arbitrary: fc.constant(2) }),
  durationSeconds: fc.oneof(fc.constant(105 * 60), fc.integer({ min: 60, max: 7200 })),
  clock: fc.constantFrom('accessCodeGiven', 'candidateStart'),
});

/**
 * Whole histories, each step of which follows the state: what is told makes sense where the session stands, but for a
 * share of mistakes. Most of them are carried on to the results.
 */
export const histories = ({ mistakes = 15, choices: most = 60 }: Partial<Likeness> = {}): fc.Arbitrary<History> =>
  fc
    .record({
      setup: setups,
      script: fc.array(choices, { maxLength: most, size: 'max' }),
      isFinished: fc.nat(7).map((n) => n !== 0),
    })
    .map(({ setup, script, isFinished }) => play(setup, script, isFinished, mistakes));

/** The morning on which the sessions of histories are held, before any of them, wherever they are. */
const MORNING = Date.parse('2019-05-13T18:00:00Z');

const MINUTE = 60_000;

/** Plays a session by its choices, then, where it is to be finished, straight on to the results. */
function play(setup: Setup, script: readonly Choice[], isFinished: boolean, mistakes: number): History {
  const story = new Story('session-1', MORNING);
  const steps: Step[] = [];
  const tell = (told: Told, rule: Step['mistake']): void => {
    steps.push({ told, now: story.now, decision: story.tell(told), mistake: rule });
  };
  for (const choice of script) {
    const scene: Scene = { setup, story, choice };
    story.now += choice.minutes * MINUTE;
    if (choice.mistake < mistakes) {
      const { told, rule } = mistake(scene);
      tell(told, rule);
    } else {
      const told = move(scene);
      if (told !== null) tell(told, null);
    }
  }
  for (let told = isFinished ? next(setup, story) : null; told !== null; told = next(setup, story)) tell(told, null);
  return { story, events: story.events, steps, [fc.toStringMethod]: () => written(steps) } as History;
}

/** The next step towards the results, a minute later. */
function next(setup: Setup, story: Story): Told | null {
  story.now += MINUTE;
  return advance({ setup, story, choice: SIMPLEST });
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
