import fc from 'fast-check';
import type { NewEvent } from '../../../domain/store/envelope.ts';
import type { ExpectedRevision } from '../../../domain/store/port.ts';
import { answerOf } from './answers.ts';
import type { Call } from './calls.ts';
import type { Capabilities } from './capabilities.ts';
import { numberedFrom } from './events.ts';
import type { Answered } from './linear.ts';
import type { Await } from './schedule.ts';
import type { Bench } from './stage.ts';
import { tellAnswer, tellCall } from './tell.ts';

/** What a writer means to do. Which call that is shows when its time has come. */
export type Intent =
  | {
      readonly does: 'append';
      readonly stream: string;
      /** `'asRead'`: what this writer last saw of the stream, or wrote to it; nothing, where it did neither. */
      readonly expected: ExpectedRevision | 'asRead';
      readonly count: number;
    }
  | { readonly does: 'readStream'; readonly stream: string }
  | { readonly does: 'readAll' };

/** What each of some writers does, in its own order. */
export type Intents = readonly (readonly Intent[])[];

const stream = fc.constantFrom('session-1', 'session-1', 'session-2');

/**
 * Two to four writers, with at most eight calls in all: so many can be put in every order. Nobody believes more than
 * was once true: what a store makes of a writer who is ahead shows without any others.
 */
export function intentsOf({ expectedAny, batches, globalOrder }: Capabilities): fc.Arbitrary<Intents> {
  const expected = fc.oneof(
    { weight: 3, arbitrary: fc.constant('asRead' as const) },
    { weight: 2, arbitrary: fc.constant('none' as const) },
    { weight: expectedAny ? 2 : 0, arbitrary: fc.constant('any' as const) },
    { weight: 1, arbitrary: fc.constant(0) },
  );
  const intent: fc.Arbitrary<Intent> = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.record({
        does: fc.constant('append' as const),
        stream,
        expected,
        count: fc.integer({ min: 1, max: batches ? 2 : 1 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ does: fc.constant('readStream' as const), stream }) },
    { weight: globalOrder ? 1 : 0, arbitrary: fc.record({ does: fc.constant('readAll' as const) }) },
  );
  return fc
    .array(fc.array(intent, { maxLength: 3 }), { minLength: 2, maxLength: 4 })
    .filter((writers) => writers.flat().length <= 8);
}

/** Two to four writers, each of whom only appends, and to a stream of its own: every event is stored. */
export const appendersOf = ({ batches }: Capabilities): fc.Arbitrary<Intents> =>
  fc
    .array(fc.array(fc.integer({ min: 1, max: batches ? 2 : 1 }), { maxLength: 3 }), { minLength: 2, maxLength: 4 })
    .map((writers) =>
      writers.map((counts, index) =>
        counts.map((count) => ({ does: 'append', stream: `session-${index + 1}`, expected: 'asRead', count })),
      ),
    );

/** The history of what some writers did at once, as it is being written. */
export class Observed {
  readonly history: Answered[] = [];
  private moment = 0;

  /** Makes a call, and keeps what it was answered and when. */
  async call(store: Bench['store'], call: Call): Promise<unknown> {
    const called = this.moment++;
    const answer = await answerOf(store, call);
    this.history.push({ call, answer, called, answered: this.moment++ });
    return answer;
  }
}

function callOf(intent: Intent, seen: ReadonlyMap<string, number>, events: readonly NewEvent[]): Call {
  switch (intent.does) {
    case 'append': {
      const { stream, expected } = intent;
      return {
        call: 'append',
        stream,
        expected: expected === 'asRead' ? (seen.get(stream) ?? 0) : expected,
        events: events.slice(0, intent.count),
      };
    }
    case 'readStream':
      return { call: 'readStream', stream: intent.stream, range: {} };
    case 'readAll':
      return { call: 'readAll', after: 0, limit: 1_000 };
  }
}

/** The revision of its stream that an answer lets its writer know of. */
function revisionIn(call: Call, answer: unknown): number | undefined {
  if (call.call === 'readStream' && Array.isArray(answer)) return answer.length;
  const isStored = typeof answer === 'object' && answer !== null && 'revision' in answer;
  return isStored && typeof answer.revision === 'number' ? answer.revision : undefined;
}

/** A writer, who waits for its turn before each call arrives, and again before it learns the answer. */
export const writer =
  (name: string, number: number, intents: readonly Intent[], store: Bench['store'], observed: Observed) =>
  async (turn: Await): Promise<void> => {
    const seen = new Map<string, number>();
    for (const [index, intent] of intents.entries()) {
      await turn(`${name} calls: ${intent.does}`);
      const call = callOf(intent, seen, numberedFrom(number * 100 + index * 10, 2));
      const answer = await observed.call(store, call);
      await turn(`${name} is answered: ${tellAnswer(answer)}, to ${tellCall(call)}`);
      const revision = revisionIn(call, answer);
      if (revision !== undefined && call.call !== 'readAll') seen.set(call.stream, revision);
    }
  };
