import type { EventType } from '../events/catalogue.ts';
import type { RuleNameFor } from '../rules/rulebook.ts';

/** The rules that every event keeps. */
const ALWAYS = ['next-revision', 'recorded-in-order', 'not-in-the-future'] as const;

/** A guard that names its rules as data. */
export interface RulesGuard {
  readonly type: 'rules';
  readonly params: readonly string[];
}

/** A transition that stays in its state: the fact is recorded, and the lifecycle does not move. */
export interface Accepted {
  readonly guard: RulesGuard;
  readonly actions: 'evolve';
}

/** The guard of these rules, and of those that every event keeps. */
export const keeping = <T extends EventType>(...rules: readonly RuleNameFor<T>[]): RulesGuard => ({
  type: 'rules',
  params: [...ALWAYS, ...rules],
});

/** What a state accepts without moving: each type of event with the rules that it keeps there. */
export type Acceptance = { readonly [T in EventType]?: readonly RuleNameFor<T>[] };

/** Turns a table of events and rules into transitions of the machine. */
export const accepts = <A extends Acceptance>(table: A): { [T in keyof A]: Accepted } =>
  Object.fromEntries(
    Object.entries(table).map(([type, rules]) => [
      type,
      { guard: { type: 'rules', params: [...ALWAYS, ...rules] }, actions: 'evolve' },
    ]),
  ) as unknown as { [T in keyof A]: Accepted };
