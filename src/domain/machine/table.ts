import type { EventType } from '../events/catalogue.ts';
import type { Rule } from '../rules/define.ts';
import { type Check, commonBits, othersOf } from '../rules/fused.ts';
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
  /** Those of them that are asked all at once, as bits of `commonlyBroken`. */
  readonly common: number;
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
}

type Node = (typeof sessionMachine)['root'];

/** The states that a session can be in: those that have no states of their own. The first is where entering leads. */
function leavesOf(node: Node): readonly [Node, ...Node[]] {
  const [first, ...others] = Object.values(node.states);
  return first === undefined ? [node] : [...leavesOf(first), ...others.flatMap(leavesOf)];
}

/** The states around a state and itself, from the outside in, so that its own transitions come last and win. */
const around = (node: Node): readonly Node[] => (node.parent === undefined ? [node] : [...around(node.parent), node]);

const pathOf = (node: Node): string => node.path.join('.');

const LEAVES = leavesOf(sessionMachine.root);

const STEPS: ReadonlyMap<string, Map<string, Step>> = new Map(LEAVES.map((leaf) => [pathOf(leaf), new Map()]));

/** Every state of the lifecycle, in the machine's order. */
export const PLACES: readonly Place[] = [...STEPS].map(([path, steps]) => ({ lifecycle: path as Lifecycle, steps }));

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

for (const leaf of LEAVES) {
  for (const [type, candidates] of around(leaf).flatMap((node) => [...node.transitions])) {
    for (const { guard, target } of candidates) {
      const rules = (guard as RulesGuard).params.map(ruleNamed);
      STEPS.get(pathOf(leaf))?.set(type, {
        rules,
        common: commonBits(rules),
        others: othersOf(rules),
        aboutCandidate: isAboutCandidate(type as EventType),
        change: changeOf(type as EventType),
        target: placeOf(pathOf(leavesOf(target?.[0] ?? leaf)[0])),
      });
    }
  }
}

/** The state of a session of which nothing is recorded. */
export const UNPLANNED: Place = placeOf('unplanned');
