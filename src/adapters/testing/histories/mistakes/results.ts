import { sendResults } from '../moves/after.ts';
import { documentOf, type Scene, someone, stateOf } from '../scene.ts';
import type { Told } from '../story.ts';
import { isIn, type Mistaken, NOBODYS_CERTIFICATION } from './mistake.ts';

/** Results of these numbers, each obtained. */
const sending = (scene: Scene, numbers: readonly string[]): Told => ({
  type: 'SendResults',
  data: {
    results: numbers.map((certificationNumber) => ({ certificationNumber, obtained: true })),
    document: documentOf(scene),
    recipient: 'Lycée Marcel-Sembat',
  },
});

const numbersOf = (scene: Scene): readonly string[] =>
  isIn(scene, 'sheetSubmitted.underReview') ? [...stateOf(scene).numbers.keys()] : [];

/** No result for those who have a number. */
export const withoutResults: Mistaken = (scene) =>
  numbersOf(scene).length === 0 ? null : { told: sending(scene, []), rule: 'every-number-has-its-result' };

/** Two results of one number. */
export const twoResults: Mistaken = (scene) => {
  const numbers = numbersOf(scene);
  const [first] = numbers;
  return first === undefined ? null : { told: sending(scene, [...numbers, first]), rule: 'one-result' };
};

/** The result of a number that nobody has. */
export const resultOfNobody: Mistaken = (scene) => {
  if (!isIn(scene, 'sheetSubmitted.underReview')) return null;
  return { told: sending(scene, [...numbersOf(scene), NOBODYS_CERTIFICATION]), rule: 'result-of-the-number' };
};

/** Another result for somebody who had none. */
export const correctsNoResult: Mistaken = (scene) => {
  const candidate = isIn(scene, 'resultsSent') ? someone(scene, ({ result }) => !result) : null;
  if (candidate === null) return null;
  const data = { candidate: candidate.number, certificationNumber: '1', obtained: true, reason: 'Nouvel examen' };
  return { told: { type: 'CorrectResult', data }, rule: 'corrects-a-result' };
};

/** The results of a session whose sheet was not sent. */
export const resultsTooEarly: Mistaken = (scene) => {
  const told = isIn(scene, 'closed') ? sendResults(scene) : null;
  return told === null ? null : { told, rule: 'allowed-in-state' };
};
