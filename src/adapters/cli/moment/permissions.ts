import type { RoomClock } from '../../../projections/findings/analysis/roomClock.ts';
import { candidatesText } from '../../../projections/french/words.ts';
import type { Moment } from '../../../projections/replay/moment.ts';
import type { Permission } from '../../../projections/replay/permissions.ts';
import { section } from '../../../projections/terminal/page.ts';
import { why } from './why.ts';

/** What could be recorded, each with whom about. */
const allowedItems = (permissions: readonly Permission[]): readonly string[] =>
  permissions
    .filter(({ allowed }) => allowed)
    .map(({ title, candidates }) => (candidates === null ? title : `${title} : ${candidatesText([...candidates])}`));

/** Refusals by one rule, of one candidate after the other. */
function byRule(refusals: Permission['refusals']): readonly Permission['refusals'][] {
  const groups = new Map<string, Permission['refusals'][number][]>();
  for (const one of refusals) {
    const group = groups.get(one.refusal.rule) ?? [];
    groups.set(one.refusal.rule, group);
    group.push(one);
  }
  return [...groups.values()];
}

/** What could not be recorded, and why: a line for each rule, which quotes the first candidate of whom it is broken. */
const refusedItems = (permissions: readonly Permission[], clock: RoomClock): readonly string[] =>
  permissions.flatMap(({ title, refusals }) =>
    byRule(refusals).map((group) => {
      const [first, ...others] = group;
      const numbers = others.flatMap(({ candidate }) => (candidate === null ? [] : [candidate]));
      const alike = numbers.length === 0 ? '' : ` De même : ${candidatesText(numbers)}.`;
      return `${title} : ${first === undefined ? '' : why(first.refusal, clock)}${alike}`;
    }),
  );

const UNKNOWN =
  'Cette version ne connaît pas les règles par lesquelles la session se juge : rien n’est dit de ce qu’elles permettaient.';

/** What could be recorded at a moment, and why the rest could not. */
export function permissionsText({ permissions, areRulesKnown }: Moment, clock: RoomClock): string {
  if (!areRulesKnown) return section('Ce qui pouvait être enregistré', [UNKNOWN]);
  return [
    section('Ce qui pouvait être enregistré', allowedItems(permissions)),
    section('Ce qui ne pouvait pas l’être, et pourquoi', refusedItems(permissions, clock)),
  ].join('\n\n');
}
