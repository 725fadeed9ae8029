import { erasedIn } from '../../../domain/erasure.ts';
import { chainVerifier } from '../../../domain/seal/verify.ts';
import { textOfStored } from '../../../domain/store/json.ts';
import { sessionHeader } from '../../../projections/header.ts';
import { project } from '../../../projections/projection.ts';
import { sessionStream } from '../../../service/streams.ts';
import { sha256 } from '../../crypto/node.ts';
import { openedHistory } from '../../evidence/opened.ts';
import { UsageError } from '../io.ts';
import type { Place } from '../place.ts';
import type { Dossier } from './dossier.ts';
import { sealOfChain } from './seal.ts';

/**
 * Reads a session from a register, event by event: one that cannot be read hides no other.
 *
 * @throws {UsageError} where nothing is recorded of it
 */
export async function dossierIn({ record, keyring }: Place, session: string, db: string): Promise<Dossier> {
  const stream = sessionStream(session);
  const stored = await record.readStream(stream);
  if (stored.length === 0) throw new UsageError(`Le registre ${db} ne connaît pas la session ${session}.`);
  const chain = chainVerifier(sha256, stream, { parses: false });
  for (const event of stored) chain.add(textOfStored(event));
  const head = chain.end();
  const opened = openedHistory(stored, await keyring.keysOf(stream));
  const { events } = opened.history;
  return {
    ...opened,
    source: { kind: 'register', db },
    session,
    header: project(sessionHeader, events),
    seal: sealOfChain(head, chain.findings),
    erased: erasedIn(events),
    fault: null,
  };
}
