import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import { isAnythingLeft, takenApart } from '../../../domain/privacy/box.ts';
import type { Person } from '../../../domain/privacy/person.ts';
import type { RuleText } from '../../../domain/rules/define.ts';
import { Findings, filled } from '../findings.ts';
import type { Keys } from '../parts.ts';
import { type Opening, openedWith } from '../personal.ts';
import { checked, type EvidenceCheck } from '../verdict.ts';

const WRONG: Readonly<Record<Extract<Opening, { kind: 'wrong' }>['code'], RuleText>> = {
  'key-does-not-open': {
    en: 'Event {revision}: what is encrypted of {person} does not open with the key in the file: a wrong key, or it was changed.',
    fr: 'Événement {revision} : ce qui est chiffré de {person} ne s’ouvre pas avec la clé du dossier : clé fausse, ou contenu modifié.',
  },
  'box-of-another': {
    en: 'Event {revision}: what is encrypted is of {person}, of whom the event does not speak.',
    fr: 'Événement {revision} : ce qui est chiffré est de {person}, dont l’événement ne parle pas.',
  },
  'box-holds-other-fields': {
    en: 'Event {revision}: what is encrypted of {person} is not what its type declares.',
    fr: 'Événement {revision} : ce qui est chiffré de {person} n’est pas ce que son type déclare.',
  },
};

const OF_ANOTHER: RuleText = {
  en: 'The file is for {person} alone and holds the key of {other}.',
  fr: 'Le dossier est pour {person} seul et contient la clé de {other}.',
};

const READABLE: RuleText = {
  en: 'The file is for {person} alone, and event {revision} shows what is personal of {other}.',
  fr: 'Le dossier est pour {person} seul, et l’événement {revision} montre des données personnelles de {other}.',
};

const ERASED: RuleText = {
  en: '{person} was erased from the record by event {revision}, and the file holds the key.',
  fr: '{person} a été effacé de l’historique par l’événement {revision}, et le dossier contient la clé.',
};

const HOLDS: RuleText = {
  en: 'The keys in the file open what is encrypted of {opened} person(s); of {closed} it stays unreadable.',
  fr: 'Les clés du dossier ouvrent ce qui est chiffré de {opened} personne(s) ; de {closed}, cela reste illisible.',
};

const CLOSED: RuleText = {
  en: 'The file holds no key for what is encrypted, of {closed} person(s).',
  fr: 'Le dossier ne contient aucune clé pour ce qui est chiffré, de {closed} personne(s).',
};

const NOTHING: RuleText = { en: 'Nothing is encrypted.', fr: 'Rien n’est chiffré.' };

/** Whether what is encrypted opens, and the file shows nothing that its recipient may not read. */
export class PersonalCheck {
  private readonly closed = new Set<Person>();
  private readonly opened = new Set<Person>();
  readonly erased = new Set<Person>();
  private readonly findings = new Findings();
  private readonly person: Person | null;
  private readonly keys: Keys;

  /** @param person whose file it is; `null` where it is a jury's */
  constructor(person: Person | null, keys: Keys) {
    this.person = person;
    this.keys = keys;
    for (const other of keys.keys()) {
      if (person !== null && other !== person) this.findings.say('key-of-another', OF_ANOTHER, null, { person, other });
    }
  }

  /** @param value the event as it was stored */
  add(place: number, value: unknown, event: SessionEvent): void {
    const opening = openedWith(this.keys, value, event);
    if (opening.kind === 'opened') this.opened.add(opening.person);
    if (opening.kind === 'closed') this.closed.add(opening.person);
    if (opening.kind === 'wrong') {
      const { code, person } = opening;
      this.findings.say(code, WRONG[code], place, { person });
    }
    if (event.type === 'PersonErased') this.erase(place, event.data.person);
    this.readable(place, event);
  }

  end(): EvidenceCheck {
    const [opened, closed] = [this.opened.size, this.closed.size];
    const words = opened > 0 ? HOLDS : closed > 0 ? CLOSED : NOTHING;
    return checked('personal', this.findings, opened > 0 ? 'holds' : 'notChecked', filled(words, { opened, closed }));
  }

  /** Of whom something is encrypted that could still be read, by somebody who has the key. */
  get unreadable(): readonly Person[] {
    return [...this.closed].filter((person) => !this.erased.has(person));
  }

  private erase(place: number, person: Person): void {
    this.erased.add(person);
    if (this.keys.has(person)) this.findings.say('key-of-erased', ERASED, place, { person });
  }

  private readable(place: number, event: SessionEvent): void {
    const { person } = this;
    const apart = takenApart(event);
    if (person === null || apart === null || apart.person === person || !isAnythingLeft(apart)) return;
    this.findings.say('data-of-another', READABLE, place, { person, other: apart.person });
  }
}
