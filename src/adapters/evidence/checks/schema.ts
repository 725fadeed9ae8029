import { readStored, type StrictReading } from '../../../domain/audit/stored.ts';
import { EVENTS, isEventType } from '../../../domain/events/catalogue.ts';
import type { RuleText } from '../../../domain/rules/define.ts';
import { Findings, filled } from '../findings.ts';
import type { Header, RecordedDocument } from '../format.ts';
import { FORM_FAULTS, type FormFault } from '../formFaults.ts';
import type { JsonReading } from '../json.ts';
import { Summary } from '../summary.ts';
import { checked, type EvidenceCheck } from '../verdict.ts';

const UNREADABLE: RuleText = {
  en: 'Event {revision} cannot be read: {fault} at {path}.',
  fr: 'L’événement {revision} ne peut être lu : {fault} en {path}.',
};

const UNKNOWN: RuleText = {
  en: 'Event {revision} is {type} of version {version}, which this version of the library does not know: verify with a newer one.',
  fr: 'L’événement {revision} est {type} de version {version}, que cette version de la bibliothèque ne connaît pas : vérifiez avec une plus récente.',
};

const NOT_TEXT: RuleText = {
  en: 'The line in the place of event {revision} is no event: {fault}.',
  fr: 'La ligne à la place de l’événement {revision} n’est pas un événement : {fault}.',
};

const COUNT: RuleText = {
  en: 'The header announces {announced} events; there are {found}.',
  fr: 'L’en-tête annonce {announced} événements ; il y en a {found}.',
};

const DIFFERS: RuleText = {
  en: 'The header says otherwise than the events: {what}.',
  fr: 'L’en-tête dit autre chose que les événements : {what}.',
};

const HOLDS: RuleText = {
  en: 'The file has its form, and every event the one that its type declares.',
  fr: 'Le fichier a sa forme, et chaque événement celle que son type déclare.',
};

/** Whether a file has its form, and repeats in its header what its events say. */
export class SchemaCheck {
  private readonly findings = new Findings();
  private readonly summary = new Summary();

  /** Reads a line in the place of an event. @returns `null` where it is not even JSON */
  read(place: number, reading: JsonReading): StrictReading | null {
    if (reading.kind === 'fault') {
      this.findings.say(reading.code, NOT_TEXT, place, { fault: reading.code });
      return null;
    }
    const strict = readStored(reading.value);
    if (strict.kind === 'read') this.summary.add(strict.event);
    else this.unreadable(place, reading.value, strict);
    return strict;
  }

  /** Notes why the rest of the file was not read. @param revision the event that is missing from there on */
  stop(code: FormFault, line: number, revision: number | null): void {
    // Kept beside the first hundred findings, since it says how far the others go.
    this.findings.list.push({ code, revision, ...filled(FORM_FAULTS[code], { line }) });
  }

  /** Compares the events with the header, where both were read whole. */
  compare(header: Header, events: number): void {
    const { session, repeated } = this.summary;
    if (header.events !== events) {
      const revision = Math.min(header.events, events) + 1;
      this.findings.say('header-counts', COUNT, revision, { announced: header.events, found: events });
      return;
    }
    const said = { ...repeated, session: session ?? header.session };
    for (const what of ['session', 'policy', 'rulebook', 'documents'] as const) {
      const isSame = JSON.stringify(said[what]) === JSON.stringify(header[what]);
      if (!isSame) this.findings.say('header-differs', DIFFERS, null, { what });
    }
  }

  /** The documents that the events speak of. */
  get documents(): readonly RecordedDocument[] {
    return this.summary.repeated.documents;
  }

  end(): EvidenceCheck {
    return checked('schema', this.findings, 'holds', HOLDS);
  }

  private unreadable(
    place: number,
    value: unknown,
    { path, fault }: Extract<StrictReading, { kind: 'unreadable' }>,
  ): void {
    const type = textIn(value, 'type');
    const version = textIn(value, 'schemaVersion');
    if (path === 'type' && fault === 'event-unreadable') {
      const code = isEventType(type) && Number(version) > EVENTS[type].version ? 'version-unknown' : 'type-unknown';
      this.findings.say(code, UNKNOWN, place, { type, version });
    } else this.findings.say('event-unreadable', UNREADABLE, place, { path: path === '' ? '/' : path, fault });
  }
}

const textIn = (value: unknown, name: string): string =>
  typeof value === 'object' && value !== null ? String(Reflect.get(value, name)) : '';
