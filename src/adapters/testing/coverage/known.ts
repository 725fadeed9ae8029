import { COMMANDS } from '../../../domain/commands/catalogue.ts';
import { EVENT_TYPES } from '../../../domain/events/catalogue.ts';
import { PLACES, type Place } from '../../../domain/machine/table.ts';
import { RULES } from '../../../domain/rules/rulebook.ts';

/** A transition of the machine: in which state, on which event, to which state. */
export interface Transition {
  readonly from: Place;
  readonly type: string;
  readonly to: Place;
}

/** A transition as it is counted and read: `planned: AccessCodeIssued → codesIssued`. */
export const transitionName = ({ from, type, to }: Transition): string =>
  `${from.lifecycle}: ${type} → ${to.lifecycle}`;

/** Two transitions that follow one another, as they are counted and read. */
export const pairName = (first: Transition, second: Transition): string =>
  `${transitionName(first)}, then ${second.type} → ${second.to.lifecycle}`;

const TRANSITIONS: readonly Transition[] = PLACES.flatMap((from) =>
  [...from.steps].map(([type, { target }]) => ({ from, type, to: target })),
);

/** Everything that a history can meet, read from the machine and the catalogues. */
export const KNOWN = {
  states: PLACES.map(({ lifecycle }) => lifecycle),
  transitions: TRANSITIONS.map(transitionName),
  pairs: TRANSITIONS.flatMap((first) =>
    TRANSITIONS.filter(({ from }) => from === first.to).map((second) => pairName(first, second)),
  ),
  rules: [...RULES.map(({ name }) => name), 'allowed-in-state'],
  eventTypes: EVENT_TYPES,
  commands: Object.keys(COMMANDS),
} as const satisfies Record<string, readonly string[]>;
