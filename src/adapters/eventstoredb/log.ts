import type { GlobalRange } from '../../domain/store/port.ts';
import { invalid, pageLimit } from '../../domain/store/ranges.ts';
import { isSame, type Mark, markOf, type Place, positionOf } from './positions.ts';
import { logPage, type Reader } from './reads.ts';
import type { LogRecord } from './record.ts';
import type { Server } from './server.ts';

/** Most records of one page, and least: other people's stand between this record's. */
const PAGE = 1_000;
const LEAST = 64;

/** A range of the log with its defaults. */
export interface LogRange {
  readonly after: Mark | null;
  readonly limit: number;
}

/**
 * A range of the global order as the log knows it.
 *
 * @throws StoreError `range-invalid`
 */
export const logRange = ({ after, limit }: GlobalRange = {}): LogRange => ({
  after: after === undefined ? null : markOf(after),
  limit: pageLimit(limit),
});

/** Whether an event is one of this record. */
const isOurs = ({ streamId }: Pick<LogRecord, 'streamId'>, { prefix }: Pick<Server, 'prefix'>): boolean =>
  streamId.startsWith(prefix);

/**
 * The events of this record that follow a position, in the order of the log.
 *
 * @throws StoreError `range-invalid` where no event of this record stands at the position
 */
export const recordsAfter = (
  server: Server,
  { after, limit }: LogRange,
  reader: Reader,
): Promise<readonly LogRecord[]> =>
  recordsFrom(server, { from: after?.event ?? null, limit }, reader, (first) => {
    if (after !== null) assertOurs(first, after, server);
  });

/**
 * The events of this record that follow a place of the log; what is other people's is passed over.
 *
 * @param meet is shown what stands at the place itself
 */
export async function recordsFrom(
  server: Server,
  { from: given, limit }: { readonly from: Place | null; readonly limit: number },
  reader: Reader,
  meet: (first: LogRecord | undefined) => void = () => {},
): Promise<readonly LogRecord[]> {
  const found: LogRecord[] = [];
  for (let from = given, isFirst = true; ; isFirst = false) {
    // The place where the page begins is part of it, and was seen before.
    const maxCount = Math.min(PAGE, Math.max(LEAST, limit - found.length + 1));
    const asked = { fromPosition: from ?? 'start', direction: 'forwards', maxCount } as const;
    const page = (await logPage(server, asked, reader)) ?? [];
    if (isFirst) meet(page[0]);
    for (const record of page) {
      if ((from !== null && isSame(record.position, from)) || !isOurs(record, server)) continue;
      found.push(record);
      if (found.length === limit) return seen(found, server);
    }
    from = page.at(-1)?.position ?? from;
    if (page.length < maxCount) return seen(found, server);
  }
}

function seen(found: readonly LogRecord[], { known }: Server): readonly LogRecord[] {
  const last = found.at(-1);
  if (last !== undefined) known.saw(last.position);
  return found;
}

/**
 * Where to go on from a position; the server would take one beyond its end, and be silent until it got there.
 *
 * @throws StoreError `range-invalid` where no event of this record stands at the position
 */
export async function resumable(server: Server, mark: Mark, reader: Reader): Promise<Mark> {
  const page = await logPage(server, { fromPosition: mark.event, direction: 'forwards', maxCount: 1 }, reader);
  assertOurs(page?.[0], mark, server);
  if (isSame(mark.event, mark.seen)) return mark;
  const end = await lastPlace(server, reader);
  return end !== null && mark.seen.commit <= end.commit ? mark : { event: mark.event, seen: mark.event };
}

/** Where the last record of the log stands, whosever it is; `null` where there is none. */
export async function lastPlace(server: Server, reader: Reader): Promise<Place | null> {
  const page = await logPage(server, { fromPosition: 'end', direction: 'backwards', maxCount: 1 }, reader);
  return page?.[0]?.position ?? null;
}

function assertOurs(first: LogRecord | undefined, { event }: Mark, server: Server): void {
  if (first !== undefined && isSame(first.position, event) && isOurs(first, server)) return;
  throw invalid('position of this store', positionOf(event));
}
