import type { StoredEvent } from '../../domain/store/envelope.ts';
import { StoreError } from '../../domain/store/errors.ts';
import type { StreamRange } from '../../domain/store/port.ts';
import { type Reader, streamPage } from './reads.ts';
import type { ServerRecord } from './record.ts';
import type { Server } from './server.ts';
import { damaged, eventOf } from './stored.ts';

/** Most events of one page; the server's own pages are smaller, and it does not mind. */
const PAGE = 1_000;

/**
 * Reads part of a stream.
 *
 * @throws StoreError `store-damaged` where an event is missing, or is not this library's
 */
export async function eventsOf(
  server: Server,
  stream: string,
  { from, to, limit }: Required<StreamRange>,
  reader: Reader,
): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  const end = Math.min(to, from - 1 + limit);
  for (let next = from; next <= end; ) {
    const maxCount = Math.min(PAGE, end - next + 1);
    const page = await pageFrom(server, stream, { next, maxCount }, reader);
    for (const record of page) {
      if (record.revision !== BigInt(next - 1)) {
        throw damaged(record, server.prefix, `revision ${next} should stand here: the stream was cut, or made anew`);
      }
      events.push(eventOf(record, server.prefix));
      next++;
    }
    if (page.length < maxCount) break;
  }
  return events;
}

async function pageFrom(
  server: Server,
  stream: string,
  { next, maxCount }: { readonly next: number; readonly maxCount: number },
  reader: Reader,
): Promise<readonly ServerRecord[]> {
  const fromRevision = BigInt(next - 1);
  const page = await streamPage(server, stream, { fromRevision, direction: 'forwards', maxCount }, reader);
  if (page?.length === 0 && next === 1) throw emptied(stream);
  for (const { position } of page ?? []) if (position !== undefined) server.known.saw(position);
  return page ?? [];
}

/** The stream's last revision; 0 where it does not exist. */
export async function lastRevision(server: Server, stream: string, reader: Reader): Promise<number> {
  const asked = { fromRevision: 'end', direction: 'backwards', maxCount: 1 } as const;
  const page = await streamPage(server, stream, asked, reader);
  if (page === null) return 0;
  const [last] = page;
  if (last === undefined) throw emptied(stream);
  return Number(last.revision) + 1;
}

const emptied = (stream: string): StoreError =>
  new StoreError('store-damaged', `Stream ${stream}, revision 1: the stream is there, and all its events were cut off`);
