import { firstTestFact, lastTestFact } from '../../../../domain/state/candidate.ts';
import { stateOf } from '../scene.ts';
import type { Told } from '../story.ts';
import { hasBegun, isIn, type Mistaken, NOBODYS_NUMBER } from './mistake.ts';

const correctStart = (startedAt: number, corrects?: number): Told => ({
  type: 'CorrectStart',
  data: { startedAt, reason: 'Erreur de saisie', ...(corrects === undefined ? {} : { corrects }) },
});

/** Something of the test that is said to have happened before it. */
export const beforeItBegan: Mistaken = (scene) => {
  const { startedAt } = stateOf(scene);
  if (startedAt === null) return null;
  const data = { remainingSeconds: 300 };
  return { told: { type: 'AnnounceRemainingTime', data, occurredAt: startedAt - 1 }, rule: 'after-the-start' };
};

/** Something of the test that is said to have happened after it. */
export const afterTheClose: Mistaken = (scene) => {
  const { closedAt } = stateOf(scene);
  if (closedAt === null || scene.story.now <= closedAt) return null;
  const data = { seconds: 60, cause: 'other' } as const;
  return { told: { type: 'GrantAllowance', data, occurredAt: closedAt + 1 }, rule: 'before-the-close' };
};

/** Time given back to somebody who is not on the sheet. */
export const allowanceOfNobody: Mistaken = (scene) => {
  if (!hasBegun(scene)) return null;
  return {
    told: { type: 'GrantAllowance', data: { candidates: [NOBODYS_NUMBER], seconds: 60, cause: 'other' } },
    rule: 'all-registered',
  };
};

/** A start after something that happened in the test. */
export const startAfterTheFirst: Mistaken = (scene) => {
  const first = Math.min(...stateOf(scene).candidates.map(firstTestFact));
  if (!hasBegun(scene) || first === Number.POSITIVE_INFINITY) return null;
  return { told: correctStart(first + 1), rule: 'start-before-the-test' };
};

/** A start after the close. */
export const startAfterTheClose: Mistaken = (scene) => {
  const { closedAt } = stateOf(scene);
  return closedAt === null ? null : { told: correctStart(closedAt + 1), rule: 'start-before-the-close' };
};

/** A start that has not come yet. */
export const startInTheFuture: Mistaken = (scene) =>
  hasBegun(scene) ? { told: correctStart(scene.story.now + 1), rule: 'start-not-in-the-future' } : null;

/** A correction of something that does not say when the clock started. */
export const correctsNoStart: Mistaken = (scene) => {
  const { startedAt } = stateOf(scene);
  return startedAt === null ? null : { told: correctStart(startedAt, 1), rule: 'corrects-the-start' };
};

/** A close before something that happened in the test. */
export const closedTooEarly: Mistaken = (scene) => {
  const last = Math.max(...stateOf(scene).candidates.map(lastTestFact));
  if (!isIn(scene, 'running') || last === Number.NEGATIVE_INFINITY) return null;
  return { told: { type: 'CloseSession', data: {}, occurredAt: last - 1 }, rule: 'closed-last' };
};
