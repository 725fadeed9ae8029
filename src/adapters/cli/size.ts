import type { EventStore, GlobalRange, Position } from '../../domain/store/port.ts';
import type { Io } from './io.ts';
import { bar } from './progress.ts';

/** Events that are counted at once. */
const PAGE = 10_000;

/** How many events a record has. They are not opened. */
async function sizeOf(record: EventStore): Promise<number> {
  const { readTexts } = record;
  const read = (range: GlobalRange): Promise<readonly { readonly position: Position }[]> =>
    readTexts === undefined ? record.readAll(range) : readTexts.call(record, range);
  let size = 0;
  let page = await read({ limit: PAGE });
  for (let last = page.at(-1); last !== undefined; last = page.at(-1)) {
    size += page.length;
    page = await read({ limit: PAGE, after: last.position });
  }
  return size;
}

/**
 * Tells how many events of a record something has dealt with, of how many there are; they are counted first, and only
 * where somebody watches.
 *
 * @returns to be called with how many, and with what is done to them, in French
 */
export async function ofAll(
  record: EventStore,
  { progress }: Pick<Io, 'progress'>,
): Promise<(events: number, what: string) => void> {
  if (progress === undefined) return () => {};
  const size = await sizeOf(record);
  return (events, what) => progress(`${bar(Math.min(events, size), size)} ${what}`);
}
