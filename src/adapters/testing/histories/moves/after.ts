import { couldNotJoin } from '../../../../domain/state/candidate.ts';
import { personsOf } from '../../../../domain/state/persons.ts';
import type { CandidateState } from '../../../../domain/state/session.ts';
import { nth } from '../choice.ts';
import { documentOf, expected, type Move, reasonOf, type Scene, someone, stateOf } from '../scene.ts';

const accountable = (scene: Scene): readonly CandidateState[] =>
  expected(scene).filter((candidate) => !couldNotJoin(candidate));

const hasNumber = ({ certificationNumber, numberMissing }: CandidateState): boolean =>
  certificationNumber !== null || numberMissing !== null;

const hasEnd = ({ endScreen, endScreenNotSeen, left }: CandidateState): boolean =>
  endScreen !== null || endScreenNotSeen !== null || left !== null;

/** What the sheet lacks before it can be sent to Pix, as the candidates whom it lacks it of. */
export const lackingOf = (scene: Scene) => ({
  number: accountable(scene).filter((candidate) => !hasNumber(candidate)),
  end: accountable(scene).filter((candidate) => !hasEnd(candidate)),
});

/** Sends the sheet, or first explains what is still missing. */
export const completeAndSubmit: Move = (scene) => {
  const [withoutNumber] = lackingOf(scene).number;
  if (withoutNumber !== undefined) {
    return { type: 'ExplainMissingNumber', data: { candidate: withoutNumber.number, cause: 'notRead' } };
  }
  const [withoutEnd] = lackingOf(scene).end;
  if (withoutEnd !== undefined) {
    return { type: 'ExplainMissingEndScreen', data: { candidate: withoutEnd.number, cause: 'overlooked' } };
  }
  const document = documentOf(scene);
  return { type: 'SubmitSheet', data: { digitalSheet: document, signedScan: document, sender: 'Lycée Marcel-Sembat' } };
};

export const returnSheet: Move = (scene) => ({ type: 'ReturnSheet', data: { reason: reasonOf(scene) } });

export const sendResults: Move = (scene) => {
  const numbers = [...stateOf(scene).numbers.keys()];
  const results = numbers.map((certificationNumber, index) => ({
    certificationNumber,
    obtained: (scene.choice.how + index) % 3 !== 1,
    score: (scene.choice.how + index * 97) % 1000,
  }));
  return { type: 'SendResults', data: { results, document: documentOf(scene), recipient: 'Lycée Marcel-Sembat' } };
};

export const correctResult: Move = (scene) => {
  const candidate = someone(scene, (one) => one.result && one.certificationNumber !== null);
  if (candidate?.certificationNumber == null) return null;
  const { number, certificationNumber } = candidate;
  const data = { candidate: number, certificationNumber, obtained: true, score: 512, reason: reasonOf(scene) };
  return { type: 'CorrectResult', data };
};

/** Erases somebody of whom nothing was erased yet. */
export const erasePerson: Move = (scene) => {
  if (!scene.setup.erases) return null;
  const state = stateOf(scene);
  const left = personsOf(state).filter((person) => !state.erased.includes(person));
  if (left.length === 0) return null;
  const reason = nth(['Demande d’effacement', 'Fin de la durée de conservation'], scene.choice.how);
  return { type: 'ErasePerson', data: { person: nth(left, scene.choice.who), reason } };
};
