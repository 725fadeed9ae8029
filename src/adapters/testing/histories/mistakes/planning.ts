import { capOf } from '../../../../domain/state/session.ts';
import { examinerOf, identityOf } from '../../arbitraries/people.ts';
import { someone, stateOf } from '../scene.ts';
import { isBeforeTheClose, isBeforeTheStart, type Mistaken } from './mistake.ts';

/** More candidates than the examiners take charge of. */
export const oneTooMany: Mistaken = (scene) =>
  isBeforeTheStart(scene) && stateOf(scene).registered >= capOf(stateOf(scene))
    ? { told: { type: 'RegisterCandidate', data: { identity: identityOf(2000) } }, rule: 'room-for-one-more' }
    : null;

/** Somebody who is on the sheet already, written a little otherwise. */
export const homonym: Mistaken = (scene) => {
  const known = someone(scene, () => true);
  if (!isBeforeTheStart(scene) || known === null || !('surname' in known.identity)) return null;
  const identity = { ...known.identity, surname: ` ${known.identity.surname.toLowerCase().normalize('NFD')} ` };
  return { told: { type: 'RegisterCandidate', data: { identity } }, rule: 'homonym-known' };
};

/** An examiner who is one already. */
export const twiceTheExaminer: Mistaken = (scene) => {
  const [id] = stateOf(scene).examiners;
  if (id === undefined || !isBeforeTheClose(scene)) return null;
  return { told: { type: 'AddExaminer', data: { ...examinerOf(0), id } }, rule: 'examiner-new' };
};

/** Somebody who is no examiner of this session. */
export const unknownExaminer: Mistaken = (scene) =>
  isBeforeTheClose(scene)
    ? { told: { type: 'RemoveExaminer', data: { id: 'inconnu', reason: 'Malade' } }, rule: 'examiner-known' }
    : null;

/** The only examiner. */
export const lastExaminer: Mistaken = (scene) => {
  const [id, ...others] = stateOf(scene).examiners;
  if (id === undefined || others.length > 0 || !isBeforeTheClose(scene)) return null;
  return { told: { type: 'RemoveExaminer', data: { id, reason: 'Malade' } }, rule: 'one-examiner-remains' };
};

/** An examiner without whom the others have too many candidates. */
export const neededExaminer: Mistaken = (scene) => {
  const state = stateOf(scene);
  const id = state.examiners.at(-1);
  const remaining = capOf(state) - state.policy.candidatesPerExaminer;
  if (id === undefined || state.registered <= remaining || !isBeforeTheClose(scene)) return null;
  return { told: { type: 'RemoveExaminer', data: { id, reason: 'Malade' } }, rule: 'cap-still-holds' };
};
