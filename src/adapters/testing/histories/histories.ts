import fc from 'fast-check';
import { type Choice, choices, SIMPLEST } from './choice.ts';
import { type History, Telling } from './history.ts';
import { mistake } from './mistakes/index.ts';
import { advance, move } from './moves/index.ts';
import { beginningOf, type Setup, setups } from './setup.ts';

export type { History, Step } from './history.ts';

/** What histories are made like. */
export interface Likeness {
  /** How many of a hundred commands are mistakes on purpose; 15 unless it is given, 0 for legal ones only. */
  readonly mistakes: number;
  /** Most choices of a history, 60 unless it is given; the steps that finish it come on top of that. */
  readonly choices: number;
  /** Whether people are erased now and then, once the session is over; they are unless it is `false`. */
  readonly erasures: boolean;
}

/**
 * Whole histories, each step of which follows the state: what is told makes sense where the session stands, but for a
 * share of mistakes. Seven of eight are carried on to the results.
 *
 * They are like what a school's record is like: one to three examiners and up to 21 candidates, in mainland France and
 * overseas, on days on which the clocks change and on others; facts noted at once or typed in hours later; sheets that
 * Pix sends back, disputes after the results. More than 95 of 100 commands that are meant to be legal are accepted, and
 * every mistake is refused by the rule that it is meant to break. A case shrinks towards few commands, each the simplest.
 *
 * @param likeness what differs from the above
 */
export const histories = ({
  mistakes = 15,
  choices: most = 60,
  erasures = true,
}: Partial<Likeness> = {}): fc.Arbitrary<History> =>
  fc
    .record({
      setup: setups,
      script: fc.array(choices, { maxLength: most, size: 'max' }),
      isFinished: fc.nat(7).map((n) => n !== 0),
    })
    .map(({ setup, script, isFinished }) => play({ ...setup, erases: erasures }, script, isFinished, mistakes));

const MINUTE = 60_000;

/** Most steps straight on: a full session takes half of them, and a rulebook that refuses its own would take no end. */
const MOST_STEPS = 200;

/** Plays a session by its choices, then, where it is to be finished, straight on to the results. */
function play(setup: Setup, script: readonly Choice[], isFinished: boolean, mistakes: number): History {
  const telling = new Telling(beginningOf(setup));
  const { story } = telling;
  for (let left = setup.haste; left > 0; left--) goOn(setup, telling);
  for (const choice of script) {
    const scene = { setup, story, choice };
    story.now += choice.minutes * MINUTE;
    if (choice.mistake < mistakes) {
      const { told, rule } = mistake(scene);
      telling.tell(told, rule);
    } else {
      const told = move(scene);
      if (told !== null) telling.tell(told);
    }
  }
  for (let left = MOST_STEPS; isFinished && left > 0 && step(setup, telling); left--);
  return telling.history;
}

/** Takes the next step that leads to the results, a minute later. @returns whether there was one */
function step(setup: Setup, telling: Telling): boolean {
  const { story } = telling;
  story.now += MINUTE;
  const told = advance({ setup, story, choice: SIMPLEST });
  if (told !== null) telling.tell(told);
  return told !== null;
}

/** Goes straight on to the next state of the lifecycle, where there is one. */
function goOn(setup: Setup, telling: Telling): void {
  const { story } = telling;
  const { lifecycle } = story.draft.place;
  for (let left = MOST_STEPS; left > 0 && story.draft.place.lifecycle === lifecycle; left--) {
    if (!step(setup, telling)) return;
  }
}
