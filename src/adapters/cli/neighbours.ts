import type { EventStore, PositionedEvent } from '../../domain/store/port.ts';
import { type AuditHistory, auditHistory } from '../../projections/audit/history.ts';
import { isSessionStream, sessionStream } from '../../service/streams.ts';

/** How many events are held at once while all are looked through. */
const PAGE = 10_000;

/** What two sessions may have in common that neither shows alone: an examiner, a certification number. */
function marksIn(data: unknown): readonly string[] {
  if (typeof data !== 'object' || data === null) return [];
  return ['examiner', 'certificationNumber'].flatMap((name) => {
    const value: unknown = Reflect.get(data, name);
    return typeof value === 'string' ? [`${name} ${value}`] : [];
  });
}

async function* allOf(record: EventStore): AsyncGenerator<PositionedEvent> {
  let page = await record.readAll({ limit: PAGE });
  for (let last = page.at(-1); last !== undefined; last = page.at(-1)) {
    yield* page;
    page = await record.readAll({ after: last.position, limit: PAGE });
  }
}

/**
 * The sessions of a register that have an examiner or a certification number in common with one of them. All are looked
 * through, and only these are kept. Nothing personal is opened: findings read none.
 *
 * @param record the store as it is sealed, not the one that decrypts
 */
export async function neighboursOf(
  session: string,
  { events }: AuditHistory,
  record: EventStore,
): Promise<readonly AuditHistory[]> {
  const marks = new Set(events.flatMap(({ data }) => marksIn(data)));
  const own = sessionStream(session);
  const streams = new Set<string>();
  for await (const { event } of allOf(record)) {
    const { stream, data } = event;
    if (stream === own || !isSessionStream(stream) || streams.has(stream)) continue;
    if (marksIn(data).some((mark) => marks.has(mark))) streams.add(stream);
  }
  const found: AuditHistory[] = [];
  for (const stream of streams) found.push(auditHistory(await record.readStream(stream)));
  return found;
}
