import { readStored } from '../../domain/audit/stored.ts';
import { asErased } from '../../domain/erasure.ts';
import type { SessionEvent } from '../../domain/events/catalogue.ts';
import type { RuleText } from '../../domain/rules/define.ts';
import { filled } from './findings.ts';
import type { Header } from './format.ts';
import { FORM_FAULTS } from './formFaults.ts';
import { type Keys, partsOf } from './parts.ts';
import { openedWith } from './personal.ts';

/** The events of a file, or why they cannot be shown. */
export type EvidenceEvents =
  | { readonly kind: 'read'; readonly header: Header; readonly events: readonly SessionEvent[] }
  /** `revision` is the event that cannot be read; `null` where it is not an event. */
  | ({ readonly kind: 'unreadable'; readonly revision: number | null } & RuleText);

const UNREADABLE: RuleText = {
  en: 'Event {revision} cannot be read, so that the session cannot be shown. Verify the file.',
  fr: 'L’événement {revision} ne peut être lu : la session ne peut être montrée. Vérifiez le dossier.',
};

/**
 * The events of an evidence file, to be replayed and shown: what is encrypted stands in its place as far as the keys in
 * the file go; elsewhere, and of whoever was erased, the erased form does. Nothing is verified here: ask
 * `verifyEvidence` first.
 *
 * @param source the bytes of the file; all of its events are held in memory, within the limits of the format
 */
export async function evidenceEvents(source: AsyncIterable<Uint8Array>): Promise<EvidenceEvents> {
  const events: SessionEvent[] = [];
  let header: Header | null = null;
  let keys: Keys = new Map();
  for await (const part of partsOf(source)) {
    if (part.kind === 'header') header = part.header;
    else if (part.kind === 'keys') keys = part.keys;
    else if (part.kind === 'fault') {
      return { kind: 'unreadable', revision: null, ...filled(FORM_FAULTS[part.code], { line: part.line }) };
    } else if (part.kind === 'event') {
      const { place: revision, reading } = part;
      const event = reading.kind === 'read' ? shown(reading.value, keys) : null;
      if (event === null) return { kind: 'unreadable', revision, ...filled(UNREADABLE, { revision }) };
      events.push(event);
    }
  }
  if (header === null) return { kind: 'unreadable', revision: null, ...FORM_FAULTS.empty };
  return { kind: 'read', header, events: asErased(events) };
}

function shown(value: unknown, keys: Keys): SessionEvent | null {
  const strict = readStored(value);
  if (strict.kind === 'unreadable') return null;
  const opening = openedWith(keys, value, strict.event);
  return opening.kind === 'opened' ? opening.event : strict.event;
}
