import { withoutPersons } from '../erasure.ts';
import { takenApart } from '../privacy/box.ts';
import { quotedPerson } from '../rules/erasure.ts';
import type { SessionState } from '../state/session.ts';
import type { Person } from '../values/person.ts';
import { isErased } from '../values/personal.ts';
import type { Caution, Decided } from './define.ts';

/** What a command comes to once nothing personal is taken in of those who were erased. */
interface Kept {
  readonly decided: readonly Decided[];
  /** One for each person of whom something was left out. */
  readonly cautions: readonly Caution[];
}

const leftOut = (person: Person): Caution => ({
  warning: 'person-erased',
  text: {
    en: 'The personal data of {person} were erased from this session: nothing personal was kept of this.',
    fr: 'Les données personnelles de {person} ont été effacées de cette session : rien de personnel n’a été gardé ici.',
  },
  values: { person: quotedPerson(person) },
});

/** The person of whom an event says something personal; `null` where there is none. */
function tellsOf(decided: Decided): Person | null {
  const apart = takenApart(decided);
  const says = apart !== null && Object.values(apart.personal).some((value) => value !== null && !isErased(value));
  return says ? apart.person : null;
}

/** Leaves out of what is about to be recorded whatever is personal of those who were erased. */
export function withoutErased({ erased }: SessionState, decided: readonly Decided[]): Kept {
  if (erased.length === 0) return { decided, cautions: [] };
  const told = new Set(decided.flatMap((event) => tellsOf(event) ?? []).filter((person) => erased.includes(person)));
  return { decided: decided.map((event) => withoutPersons(event, erased)), cautions: [...told].map(leftOut) };
}
