import { candidatePerson, examinerPerson, type Person } from '../../../../domain/values/person.ts';
import { nth } from '../choice.ts';
import { stateOf } from '../scene.ts';
import type { Told } from '../story.ts';
import { isOver, type Mistaken, NOBODYS_NUMBER } from './mistake.ts';

const erasing = (person: Person): Told => ({ type: 'ErasePerson', data: { person, reason: 'Demande' } });

/** Somebody whom the session does not know. */
export const erasesNobody: Mistaken = (scene) =>
  isOver(scene) && scene.setup.erases
    ? {
        told: erasing(nth([candidatePerson(NOBODYS_NUMBER), examinerPerson('inconnu')], scene.choice.how)),
        rule: 'person-on-record',
      }
    : null;

/** Somebody who was erased before. */
export const erasedTwice: Mistaken = (scene) => {
  const { erased } = stateOf(scene);
  return isOver(scene) && erased.length > 0
    ? { told: erasing(nth(erased, scene.choice.who)), rule: 'person-not-erased' }
    : null;
};

/** Somebody whose record is still needed to hold the session. */
export const erasedTooEarly: Mistaken = (scene) =>
  isOver(scene) || !scene.setup.erases ? null : { told: erasing('session'), rule: 'allowed-in-state' };
