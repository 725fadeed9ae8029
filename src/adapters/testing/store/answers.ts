import { isStoreError } from '../../../domain/store/errors.ts';
import type { EventStore, Position } from '../../../domain/store/port.ts';
import type { Call } from './calls.ts';
import type { Capabilities } from './capabilities.ts';
import type { ReferenceLog } from './reference.ts';

/** Positions are opaque: the one after so many events is found by reading, never made up. */
async function positionAfter(store: EventStore, count: number): Promise<Position | undefined> {
  return count === 0 ? undefined : (await store.readAll()).slice(0, count).at(-1)?.position;
}

/** What a store answers; a fault of its own is the fault's code. What else is thrown is no answer. */
export async function answerOf(store: EventStore, call: Call): Promise<unknown> {
  switch (call.call) {
    case 'append':
      try {
        return await store.append(call.stream, call.expected, call.events);
      } catch (thrown) {
        if (isStoreError(thrown)) return { kind: thrown.code };
        throw thrown;
      }
    case 'readStream':
      return store.readStream(call.stream, call.range);
    case 'readAll': {
      const after = await positionAfter(store, call.after);
      const read = await store.readAll(after === undefined ? { limit: call.limit } : { after, limit: call.limit });
      return read.map(({ event }) => event);
    }
  }
}

/** What it must answer. */
export function answerOfTheLog(log: ReferenceLog, call: Call): unknown {
  switch (call.call) {
    case 'append':
      return log.append(call.stream, call.expected, call.events);
    case 'readStream':
      return log.readStream(call.stream, call.range);
    case 'readAll':
      // A reader who has seen more than there is has seen the last event.
      return log.readAll(Math.min(call.after, log.readAll(0).length), { limit: call.limit });
  }
}

/** An answer without what the store does not claim to tell, and without its seals: they are tried by themselves. */
export function claimed(answer: unknown, { tellsActual }: Capabilities): unknown {
  if (Array.isArray(answer)) return answer.map(unsealed);
  if (typeof answer !== 'object' || answer === null) return answer;
  if ('events' in answer && Array.isArray(answer.events)) return { ...answer, events: answer.events.map(unsealed) };
  if (tellsActual || !('actual' in answer)) return answer;
  const { actual, ...told } = answer;
  return told;
}

/** An event as it would be in a store that does not seal. */
const unsealed = (event: unknown): unknown =>
  typeof event === 'object' && event !== null && 'previousHash' in event && typeof event.previousHash === 'string'
    ? { ...event, previousHash: null }
    : event;
