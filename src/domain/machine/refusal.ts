import type { EventType, Fact } from '../events/catalogue.ts';
import type { Sentence } from '../procedure.ts';
import { plain, type Quoted, type Rule, type RuleText, said } from '../rules/define.ts';
import { subjectOf } from '../state/evolve.ts';
import type { SessionState } from '../state/session.ts';
import { LIFECYCLE_NAMES } from './names.ts';
import { type Lifecycle, PLACES, type Place } from './table.ts';

/** Why something was not accepted: the rule, what it says, the values that broke it, and where it was. */
export interface Refusal {
  /** The rule's name; `allowed-in-state` where the state does not know the event at all. */
  readonly rule: string;
  readonly sentence: Sentence | null;
  /** The event that was refused; `null` where the input could not be read that far. */
  readonly event: EventType | null;
  readonly lifecycle: Lifecycle | null;
  /** Where in the command the value stands (`data.identity.birthDate`); `null` where a rule speaks of the session. */
  readonly path: string | null;
  readonly en: string;
  readonly fr: string;
  readonly values: Readonly<Record<string, Quoted>>;
}

const NOT_HERE: RuleText = {
  en: 'In the state {lifecycle} this cannot be recorded; it can in {allowedIn}.',
  fr: 'Dans l’état « {lifecycle} », ceci ne peut être enregistré ; c’est possible dans : {allowedIn}.',
};

function refuse(
  place: Place,
  fact: Fact,
  by: Omit<Rule, 'holds' | 'values'>,
  values: Refusal['values'],
  room: string | null = null,
): Refusal {
  const { name, sentence, text } = by;
  const { lifecycle } = place;
  return { rule: name, sentence, event: fact.type, lifecycle, path: null, ...said(text, values, room), values };
}

/** The refusal of what a state does not know at all. The values are the states' own names; people read French ones. */
function notHere(place: Place, fact: Fact): Refusal {
  const allowedIn = PLACES.filter(({ steps }) => steps.has(fact.type)).map(({ lifecycle }) => lifecycle);
  const values = { lifecycle: plain(place.lifecycle), allowedIn: plain(allowedIn) };
  const { fr } = said(NOT_HERE, {
    lifecycle: plain(LIFECYCLE_NAMES[place.lifecycle]),
    allowedIn: plain(allowedIn.map((lifecycle) => LIFECYCLE_NAMES[lifecycle])),
  });
  return { ...refuse(place, fact, { name: 'allowed-in-state', sentence: null, text: NOT_HERE }, values), fr };
}

/**
 * Everything that speaks against an event: all rules that it breaks, not the first alone.
 *
 * @returns an empty list where the event is accepted
 */
export function refusalsOf(place: Place, state: SessionState, fact: Fact): readonly Refusal[] {
  const step = place.steps.get(fact.type);
  if (step === undefined) return [notHere(place, fact)];
  const candidate = subjectOf(step.aboutCandidate, state, fact);
  return step.rules
    .filter((rule) => !rule.holds(state, fact, candidate))
    .map((rule) => refuse(place, fact, rule, rule.values(state, fact, candidate), state.slot?.zone));
}
