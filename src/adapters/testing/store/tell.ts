import fc from 'fast-check';
import type { Call } from './calls.ts';

const told = (value: unknown): string => fc.stringify(value);

/** A call on one line. Of its events it tells the ids and the data; the rest of them follows from the ids. */
export function tellCall(call: Call): string {
  switch (call.call) {
    case 'append': {
      const events = call.events.map(({ id, data }) => `${id} ${told(data)}`);
      return `append to ${told(call.stream)}, believed at ${call.expected}: ${events.join(', ') || 'nothing'}`;
    }
    case 'readStream':
      return `read ${told(call.stream)}, range ${told(call.range)}`;
    case 'readAll':
      return `read all after ${call.after} events, at most ${call.limit}`;
  }
}

/** Calls, one a line. */
export const tellCalls = (calls: readonly Call[]): string =>
  calls.length === 0 ? 'no calls' : calls.map((call, index) => `${index + 1}. ${tellCall(call)}`).join('\n');

/** The gist of an answer. */
export function tellAnswer(answer: unknown): string {
  if (Array.isArray(answer)) return `${answer.length} events`;
  if (typeof answer !== 'object' || answer === null || !('kind' in answer)) return told(answer);
  if ('actual' in answer) return `${answer.kind}, actual revision ${answer.actual}`;
  return 'revision' in answer ? `${answer.kind}, revision ${answer.revision}` : String(answer.kind);
}
