import { sealOf } from '../../domain/seal/chain.ts';
import type { Head } from '../../domain/seal/head.ts';
import { textOfStored } from '../../domain/store/json.ts';
import type { EventStore } from '../../domain/store/port.ts';
import { sessionStream } from '../../service/streams.ts';
import { sha256 } from '../crypto/node.ts';
import { UsageError } from './io.ts';

/**
 * The head of a session as it stands.
 *
 * @param record the sealed store, not the one that decrypts
 * @throws {UsageError} where nothing is recorded of it
 */
export async function headOf(record: EventStore, session: string, db: string): Promise<Head> {
  const stream = sessionStream(session);
  const last = (await record.readStream(stream)).at(-1);
  if (last === undefined) throw new UsageError(`Le registre ${db} ne connaît pas la session ${session}.`);
  return { stream, revision: last.revision, hash: sealOf(sha256, textOfStored(last)) };
}

/**
 * The head of a session as it stood after an event, which is recorded.
 *
 * @param record the sealed store, not the one that decrypts
 */
export async function headAt(record: EventStore, session: string, revision: number): Promise<Head> {
  const stream = sessionStream(session);
  const events = await record.readStream(stream);
  const event = events.find((one) => one.revision === revision);
  if (event === undefined) throw new RangeError(`${stream} has no revision ${revision}`);
  return { stream, revision, hash: sealOf(sha256, textOfStored(event)) };
}
