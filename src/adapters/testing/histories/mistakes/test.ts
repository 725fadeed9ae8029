import { isInterrupted, lastInterruption } from '../../../../domain/state/candidate.ts';
import { duringTheTest, freshNumber, someone, someoneExpected, stateOf } from '../scene.ts';
import { hasBegun, type Mistaken } from './mistake.ts';

/** A number that somebody else has. */
export const twiceTheNumber: Mistaken = (scene) => {
  const [number] = stateOf(scene).numbers.keys();
  const other = someone(scene, ({ certificationNumber }) => certificationNumber !== number);
  if (number === undefined || other === null) return null;
  const data = { candidate: other.number, certificationNumber: number };
  return { told: { type: 'RecordCertificationNumber', data }, rule: 'number-stands-once' };
};

/** A second number, which does not say that it corrects the first. */
export const anotherNumber: Mistaken = (scene) => {
  const candidate = someone(scene, ({ certificationNumber }) => certificationNumber !== null);
  if (candidate === null) return null;
  const data = { candidate: candidate.number, certificationNumber: freshNumber(scene) };
  return { told: { type: 'RecordCertificationNumber', data }, rule: 'no-number-yet' };
};

/** A correction of something that gave no number. */
export const correctsNoNumber: Mistaken = (scene) => {
  const candidate = hasBegun(scene) ? someone(scene, () => true) : null;
  if (candidate === null) return null;
  const data = { candidate: candidate.number, certificationNumber: freshNumber(scene), corrects: 1, reason: 'Mal lu' };
  return { told: { type: 'CorrectCertificationNumber', data }, rule: 'corrects-the-number' };
};

/** The test taken up again by somebody who never lost it. */
export const resumedWithoutInterruption: Mistaken = (scene) => {
  const candidate = someoneExpected(scene, ({ interruptions }) => interruptions.length === 0);
  if (!hasBegun(scene) || candidate === null) return null;
  const data = { candidate: candidate.number, accessCode: 'BCDF23' };
  return { told: { type: 'RecordResumption', data }, rule: 'interrupted-before' };
};

/** The test lost by somebody who had lost it. */
export const interruptedTwice: Mistaken = (scene) => {
  const candidate = someone(scene, isInterrupted);
  if (candidate === null) return null;
  const data = { candidate: candidate.number, cause: 'disconnection' } as const;
  return { told: { type: 'RecordInterruption', data }, rule: 'not-already-interrupted' };
};

/** An end screen seen twice. */
export const seenTwice: Mistaken = (scene) => {
  const candidate = someone(scene, ({ endScreen }) => endScreen !== null);
  if (candidate === null) return null;
  return { told: { type: 'RecordEndScreen', data: { candidate: candidate.number } }, rule: 'end-screen-not-seen-yet' };
};

/** A test that begins after its end. */
export const afterTheEndScreen: Mistaken = (scene) => {
  const candidate = someone(scene, ({ endScreen }) => endScreen !== null);
  if (candidate?.endScreen == null) return null;
  const occurredAt = candidate.endScreen.at + 1;
  return {
    told: { type: 'MarkStarted', data: { candidate: candidate.number }, occurredAt },
    rule: 'before-the-end-screen',
  };
};

/** An end screen before the test was lost or taken up again. */
export const seenTooEarly: Mistaken = (scene) => {
  const candidate = someone(scene, ({ interruptions }) => interruptions.length > 0);
  const last = candidate === null ? null : lastInterruption(candidate);
  if (candidate === null || last === null) return null;
  const told = { type: 'RecordEndScreen', data: { candidate: candidate.number }, occurredAt: last.at - 1 } as const;
  return { told, rule: 'end-screen-comes-last' };
};

/** A problem that was signalled without asking. */
export const withoutAdvice: Mistaken = (scene) => {
  const when = duringTheTest(scene);
  if (when === null) return null;
  const data = { candidate: 1, question: 18, examinerAdvised: false };
  return { told: { type: 'SignalProblem', data, ...when }, rule: 'examiner-advised' };
};
