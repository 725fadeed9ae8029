import type { Lifecycle } from '../../../../domain/machine/table.ts';
import type { RuleName } from '../../../../domain/rules/rulebook.ts';
import { lifecycleOf, type Scene } from '../scene.ts';
import type { Told } from '../story.ts';

/** A command that must be refused, and the rule that refuses it whatever else speaks against it. */
export interface Mistake {
  readonly told: Told;
  readonly rule: RuleName | 'allowed-in-state' | 'access-code-shape' | 'field-too-small';
}

/** A mistake that can be made in a scene, or `null` where this one cannot. */
export type Mistaken = (scene: Scene) => Mistake | null;

/** The number of a candidate who is never registered. */
export const NOBODYS_NUMBER = 9999;

/** A certification number that nobody ever has. */
export const NOBODYS_CERTIFICATION = '999999999999';

/** Whether the session is in one of these states. */
export const isIn = (scene: Scene, ...where: readonly Lifecycle[]): boolean => where.includes(lifecycleOf(scene));

/** Whether candidates can still be put on the sheet. */
export const isBeforeTheStart = (scene: Scene): boolean => isIn(scene, 'planned', 'codesIssued');

/** Whether examiners can still be named and removed. */
export const isBeforeTheClose = (scene: Scene): boolean => isIn(scene, 'planned', 'codesIssued', 'running');

/** Whether the session was closed or cancelled. */
export const isOver = (scene: Scene): boolean => !isIn(scene, 'unplanned', 'planned', 'codesIssued', 'running');

/** Whether there is a sheet to note things on. */
export const hasSheet = (scene: Scene): boolean => !isIn(scene, 'unplanned', 'planned', 'cancelled');

/** Whether the code was given. */
export const hasBegun = (scene: Scene): boolean => hasSheet(scene) && !isIn(scene, 'codesIssued');
