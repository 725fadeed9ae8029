import { pageOf } from './page.ts';
import { builtParts } from './parts.ts';

/**
 * Writes the page in which a jury reads, replays and verifies a session: one file of HTML that holds an evidence file
 * whole, opens in any browser of today, and needs no network. It shows the session after every event, what was known and
 * what had happened at any instant, the candidates' clocks, what could be recorded and why the rest could not, what
 * stands out in the record, and what changed between two moments; and it verifies the file anew before the reader's eyes.
 *
 * The page shows what the file holds, the data of persons whose keys are in it included: it is to be kept like the file.
 * Nothing is verified here, and nothing is refused: of a file that is damaged the page says so.
 *
 * A page cannot vouch for itself, since whoever changes the record can change the page. It tells its reader to compare
 * the head of the session with the one that was printed and signed, and to verify with a key from elsewhere.
 *
 * @param source the bytes of an evidence file, as `writeEvidence` writes them
 * @returns the page in pieces, to be written in UTF-8
 * @throws {AuditPageError} `page-not-built`, before the first piece
 */
export async function* auditPage(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  yield* pageOf(source, await builtParts());
}
