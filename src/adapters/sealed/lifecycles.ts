import { legalityOf } from '../../domain/audit/legality.ts';
import { isEventType } from '../../domain/events/catalogue.ts';
import { isStoreError } from '../../domain/store/errors.ts';
import type { EventStore } from '../../domain/store/port.ts';
import { type StoreFinding, storeFinding } from './findings.ts';

/** Judges every session among some streams by the rules. */
export async function lifecycleFindings(
  store: EventStore,
  streams: readonly string[],
): Promise<readonly StoreFinding[]> {
  const findings: StoreFinding[] = [];
  for (const stream of streams) findings.push(...(await judged(store, stream)));
  return findings;
}

async function judged(store: EventStore, stream: string): Promise<readonly StoreFinding[]> {
  try {
    const events = await store.readStream(stream);
    // A stream that begins otherwise is no session's: it says who holds an access code.
    if (!isEventType(events[0]?.type ?? '')) return [];
    return legalityOf(events).findings.map(({ kind, revision, rule, en, fr }) =>
      storeFinding(kind, { stream, revision }, { rule: rule ?? '', fault: en, en, fr }),
    );
  } catch (thrown) {
    if (!isStoreError(thrown) || thrown.code !== 'store-damaged') throw thrown;
    return [storeFinding('event-unreadable', { stream }, { fault: thrown.message })];
  }
}
