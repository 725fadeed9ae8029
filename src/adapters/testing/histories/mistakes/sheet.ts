import { isAbsent, tookPart } from '../../../../domain/state/candidate.ts';
import { someone, stateOf } from '../scene.ts';
import { hasSheet, isIn, type Mistaken, NOBODYS_NUMBER } from './mistake.ts';

/** Somebody who is not on the sheet. */
export const unknownCandidate: Mistaken = (scene) =>
  hasSheet(scene)
    ? { told: { type: 'MarkPresent', data: { candidate: NOBODYS_NUMBER } }, rule: 'candidate-registered' }
    : null;

/** The signature of somebody who is not there. */
export const absentSignature: Mistaken = (scene) => {
  const candidate = hasSheet(scene) ? someone(scene, isAbsent) : null;
  if (candidate === null) return null;
  const data = { candidate: candidate.number, signature: 'seen' } as const;
  return { told: { type: 'RecordSignature', data }, rule: 'candidate-not-absent' };
};

/** The absence of somebody who takes the test. */
export const absentInTheTest: Mistaken = (scene) => {
  const candidate = someone(scene, tookPart);
  if (candidate === null) return null;
  return { told: { type: 'MarkAbsent', data: { candidate: candidate.number } }, rule: 'took-no-part' };
};

/** A print of a record that is not there yet. */
export const printedFromTheFuture: Mistaken = (scene) => {
  if (!hasSheet(scene)) return null;
  const data = { view: 'copyToSign', printedRevision: stateOf(scene).revision + 1 } as const;
  return { told: { type: 'PrintSheet', data }, rule: 'printed-from-the-record' };
};

/** Taking back what is no entry. */
export const notAnEntry: Mistaken = (scene) =>
  isIn(scene, 'unplanned')
    ? null
    : { told: { type: 'RetractEntry', data: { entry: 1, reason: 'Par erreur' } }, rule: 'entry-still-counts' };

/** Something that nobody can have seen yet. */
export const inTheFuture: Mistaken = ({ story }) =>
  story.events.length === 0
    ? null
    : {
        told: { type: 'AddSessionComment', data: { text: 'Demain' }, occurredAt: story.now + 1 },
        rule: 'not-in-the-future',
      };

/** A code that is none. */
export const unreadable: Mistaken = () => ({
  told: { type: 'IssueAccessCode', data: { accessCode: 'bcdf23' } },
  rule: 'access-code-shape',
});

/** A comment that says nothing. */
export const empty: Mistaken = () => ({
  told: { type: 'AddSessionComment', data: { text: ' \n' } },
  rule: 'field-too-small',
});
