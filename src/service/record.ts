import { EVENTS, type Fact, type SessionEvent } from '../domain/events/catalogue.ts';
import { upToDate } from '../domain/events/upcast.ts';
import type { NewEvent } from '../domain/store/envelope.ts';
import type { IdentifiedCommand, Means } from './batch.ts';
import { eventId } from './ids.ts';
import type { Judged } from './judge.ts';
import type { KeptSession } from './sessions.ts';
import { sessionStream } from './streams.ts';

/** The facts of a command in their envelopes. */
function enveloped(stream: string, command: IdentifiedCommand, facts: readonly Fact[]): readonly NewEvent[] {
  const { id: commandId, actor, correlationId, causationId } = command;
  return facts.map(({ type, data, occurredAt, recordedAt }, index) => ({
    id: eventId(stream, commandId, index),
    type,
    schemaVersion: EVENTS[type].version,
    occurredAt,
    recordedAt,
    actor,
    commandId,
    correlationId,
    causationId,
    data,
  }));
}

/**
 * Appends what commands lead to, and takes it in.
 *
 * @param expected the revision on which they were judged
 * @returns the stored events; `null` where others were quicker
 */
export async function record(
  { store, sessions }: Means,
  kept: KeptSession,
  judged: readonly Judged[],
  expected: number,
): Promise<readonly SessionEvent[] | null> {
  const stream = sessionStream(kept.session);
  const events = judged.flatMap(({ command, facts }) => enveloped(stream, command, facts));
  if (events.length === 0) return [];
  try {
    const answer = await store.append(stream, expected, events);
    if (answer.kind === 'conflict') return null;
    // The state rests on the facts as they were decided; what the store hands out is the caller's.
    sessions.take(
      kept,
      judged.flatMap(({ command, facts }) => facts.map((fact) => ({ ...fact, commandId: command.id }))),
    );
    return answer.events.map((event) => upToDate(event));
  } catch (thrown) {
    // Whether it was stored is not known: whoever comes next reads the record.
    sessions.forget(kept.session);
    throw thrown;
  }
}
