import type { Decision } from '../../../domain/decide.ts';
import type { Fact } from '../../../domain/events/catalogue.ts';
import { refusalsOf } from '../../../domain/machine/refusal.ts';
import { apply, newDraft } from '../../../domain/machine/replay.ts';
import { KNOWN, pairName, type Transition, transitionName } from './known.ts';
import { count, type Tally } from './tally.ts';

/** What is counted of a case: the events of its record, and the commands that were told, where it was told. */
export interface Counted {
  readonly events: readonly Fact[];
  readonly steps?: readonly { readonly told: { readonly type: string }; readonly decision: Decision }[];
}

/** What a number of cases met, against all that the machine has. */
export interface Coverage {
  /** How many cases were counted. */
  readonly cases: number;
  /** States of the lifecycle that a record was in. */
  readonly states: Tally;
  /** Transitions of the machine that events took. An event that the rules refuse takes none. */
  readonly transitions: Tally;
  /** Transitions that followed one another in a record. */
  readonly pairs: Tally;
  /** Rules that refused a command, or an event of a record that was tampered with. */
  readonly rules: Tally;
  readonly eventTypes: Tally;
  /** Commands that were accepted, by their type. */
  readonly accepted: Tally;
  /** Commands that were refused, by their type. */
  readonly refused: Tally;
}

/** Counts what cases meet, one after the other. */
export class Collector {
  #cases = 0;
  readonly #counts = {
    states: new Map<string, number>(),
    transitions: new Map<string, number>(),
    pairs: new Map<string, number>(),
    rules: new Map<string, number>(),
    eventTypes: new Map<string, number>(),
    accepted: new Map<string, number>(),
    refused: new Map<string, number>(),
  };

  /** Counts one case more. */
  add({ events, steps = [] }: Counted): void {
    this.#cases += 1;
    for (const { told, decision } of steps) {
      count(this.#counts[decision.kind], told.type);
      if (decision.kind === 'refused') for (const { rule } of decision.refusals) this.#refusal(rule);
    }
    this.#replay(events);
  }

  /** What was met so far. */
  get coverage(): Coverage {
    const { states, transitions, pairs, rules, eventTypes, accepted, refused } = this.#counts;
    const tally = (known: readonly string[], counts: Map<string, number>): Tally => ({
      known,
      counts: new Map(counts),
    });
    return {
      cases: this.#cases,
      states: tally(KNOWN.states, states),
      transitions: tally(KNOWN.transitions, transitions),
      pairs: tally(KNOWN.pairs, pairs),
      rules: tally(KNOWN.rules, rules),
      eventTypes: tally(KNOWN.eventTypes, eventTypes),
      accepted: tally(KNOWN.commands, accepted),
      refused: tally(KNOWN.commands, refused),
    };
  }

  /** What the input itself broke is no rule of the machine, and is not counted here. */
  #refusal(rule: string): void {
    if (KNOWN.rules.includes(rule)) count(this.#counts.rules, rule);
  }

  #replay(events: readonly Fact[]): void {
    const { states, transitions, pairs, eventTypes } = this.#counts;
    const draft = newDraft();
    let before: Transition | null = null;
    count(states, draft.place.lifecycle);
    for (const event of events) {
      const from = draft.place;
      const refusals = refusalsOf(from, draft.state, event);
      apply(draft, event);
      count(eventTypes, event.type);
      count(states, draft.place.lifecycle);
      for (const { rule } of refusals) this.#refusal(rule);
      const taken: Transition | null = refusals.length > 0 ? null : { from, type: event.type, to: draft.place };
      if (taken !== null) count(transitions, transitionName(taken));
      if (taken !== null && before !== null) count(pairs, pairName(before, taken));
      before = taken;
    }
  }
}

/** What these cases met: histories, records that were tampered with, the record of a host. */
export function coverageOf(cases: Iterable<Counted>): Coverage {
  const collector = new Collector();
  for (const one of cases) collector.add(one);
  return collector.coverage;
}
