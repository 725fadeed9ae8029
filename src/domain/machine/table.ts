import type { EventType } from '../events/catalogue.ts';
import type { Rule } from '../rules/define.ts';
import { bitsOf, type Check, seldomAsked } from '../rules/fused.ts';
import { ruleNamed } from '../rules/rulebook.ts';
import type { Change } from '../state/change.ts';
import { changeOf, isAboutCandidate } from '../state/evolve.ts';
import type { RulesGuard } from './accepted.ts';
import { sessionMachine } from './session.ts';

/** A state of the lifecycle, by its path in the machine. */
export type Lifecycle =
  | 'unplanned'
  | 'planned'
  | 'codesIssued'
  | 'running'
  | 'closed'
  | 'sheetSubmitted.underReview'
  | 'sheetSubmitted.returned'
  | 'resultsSent'
  | 'cancelled';

/** What a state does with one type of event. */
export interface Step {
  /** Every rule that the event keeps here. */
  readonly rules: readonly Rule[];
  /** Those of them that are asked at once, as bits of `areKept`. */
  readonly bits: number;
  /** The rest of them. */
  readonly others: readonly Check[];
  /** Whether the event is about one candidate, whom the rules are told of. */
  readonly aboutCandidate: boolean;
  readonly change: Change<EventType> | null;
  readonly target: Place;
}

/** A state of the lifecycle, with what it does with each type of event that it accepts. */
export interface Place {
  readonly lifecycle: Lifecycle;
  readonly steps: ReadonlyMap<string, Step>;
  /** The same steps as an object without a prototype, in which the engine finds them twice as fast as in a map. */
  readonly on: Readonly<Record<string, Step>>;
}

type Node = (typeof sessionMachine)['root'];

type Transition = Node['transitions'] extends ReadonlyMap<string, readonly (infer T)[]> ? T : never;

/** The states that a session can be in: those that have no states of their own. The first is where entering leads. */
function leavesOf(node: Node): readonly [Node, ...Node[]] {
  const [first, ...others] = Object.values(node.states);
  return first === undefined ? [node] : [...leavesOf(first), ...others.flatMap(leavesOf)];
}

/** The states around a state and itself, from the outside in, so that its own transitions come last and win. */
const around = (node: Node): readonly Node[] => (node.parent === undefined ? [node] : [...around(node.parent), node]);

const pathOf = (node: Node): string => node.path.join('.');

/** Every place with its node, while the steps are read from the machine. */
const OPEN = leavesOf(sessionMachine.root).map((leaf) => ({
  leaf,
  place: {
    lifecycle: pathOf(leaf) as Lifecycle,
    steps: new Map<string, Step>(),
    on: Object.create(null) as Record<string, Step>,
  },
}));

/** Every state of the lifecycle, in the machine's order. */
export const PLACES: readonly Place[] = OPEN.map(({ place }) => place);

/**
 * The state of this path.
 *
 * @throws {RangeError} where the lifecycle has no such state
 */
export function placeOf(path: string): Place {
  const found = PLACES.find(({ lifecycle }) => lifecycle === path);
  if (found === undefined) throw new RangeError(`the lifecycle has no state ${path}`);
  return found;
}

/** What a transition of the machine comes to: its rules, its change and its target, looked up once for all replays. */
function stepOf(type: EventType, { guard, target }: Transition, leaf: Node): Step {
  const rules = (guard as RulesGuard).params.map(ruleNamed);
  return {
    rules,
    bits: bitsOf(rules),
    others: seldomAsked(rules),
    aboutCandidate: isAboutCandidate(type),
    change: changeOf(type),
    target: placeOf(pathOf(leavesOf(target?.[0] ?? leaf)[0])),
  };
}

for (const { leaf, place } of OPEN) {
  for (const [type, transitions] of around(leaf).flatMap((node) => [...node.transitions])) {
    for (const transition of transitions) {
      const step = stepOf(type as EventType, transition, leaf);
      place.steps.set(type, step);
      place.on[type] = step;
    }
  }
}

/** The state of a session of which nothing is recorded. */
export const UNPLANNED: Place = placeOf('unplanned');
