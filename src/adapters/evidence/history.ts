import { asErased, erasedIn } from '../../domain/erasure.ts';
import type { RuleText } from '../../domain/rules/define.ts';
import { filled } from './findings.ts';
import type { Header } from './format.ts';
import { FORM_FAULTS } from './formFaults.ts';
import { type OpenedHistory, openedHistory } from './opened.ts';
import { type EventPart, type Keys, partsOf } from './parts.ts';

/** What can be shown of a file. */
export interface EvidenceHistory extends OpenedHistory {
  /** What the file says of itself; `null` where that cannot be read. */
  readonly header: Header | null;
  /** Why the file was not read to its end; `null` where it was. What stands before is shown. */
  readonly fault: RuleText | null;
}

/**
 * The events of an evidence file, to be replayed and shown: what is encrypted stands in its place as far as the keys in
 * the file go; elsewhere, and of whoever was erased, the erased form does. What cannot be read is listed for what it is,
 * and hides nothing else. Nothing is verified here: ask `verifyEvidence` first.
 *
 * @param source the bytes of the file; all of its events are held in memory, within the limits of the format. What it
 * throws is thrown on
 */
export async function evidenceHistory(source: AsyncIterable<Uint8Array>): Promise<EvidenceHistory> {
  const opened: OpenedHistory[] = [];
  let header: Header | null = null;
  let keys: Keys = new Map();
  let fault: RuleText | null = null;
  for await (const part of partsOf(source)) {
    if (part.kind === 'header') header = part.header;
    else if (part.kind === 'keys') keys = part.keys;
    else if (part.kind === 'fault') fault = filled(FORM_FAULTS[part.code], { line: part.line });
    // One by one, so that whoever hands over the bytes with pauses is never kept waiting for long.
    else if (part.kind === 'event') opened.push(openedAt(part, keys));
  }
  return { header, fault, ...joined(opened) };
}

function openedAt({ place, reading }: EventPart, keys: Keys): OpenedHistory {
  const opened = openedHistory([reading.kind === 'read' ? reading.value : null], keys);
  const { events, unreadable } = opened.history;
  const at = unreadable.map((one) => ({ ...one, place, fault: reading.kind === 'read' ? one.fault : reading.code }));
  return { ...opened, history: { events, unreadable: at } };
}

/** The history of all events. An erasure is known only once all of them were read. */
function joined(opened: readonly OpenedHistory[]): OpenedHistory {
  const events = asErased(opened.flatMap(({ history }) => history.events));
  const unreadable = opened.flatMap(({ history }) => history.unreadable);
  const withoutKey = new Set(opened.flatMap((one) => one.withoutKey));
  for (const person of erasedIn(events)) withoutKey.delete(person);
  return {
    history: { events, unreadable },
    unopened: opened.flatMap((one) => one.unopened),
    withoutKey: [...withoutKey],
  };
}
