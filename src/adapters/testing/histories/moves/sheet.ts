import { tookPart } from '../../../../domain/state/candidate.ts';
import { identityOf } from '../../arbitraries/people.ts';
import { nth } from '../choice.ts';
import { anyone, type Move, reasonOf, someone, someoneExpected, stateOf } from '../scene.ts';
import { someExtraTime } from './before.ts';

export const printSheet: Move = ({ choice, story }) => ({
  type: 'PrintSheet',
  data: {
    view: nth(['copyToSign', 'examinersCopy'] as const, choice.how),
    ...(choice.who % 3 === 1 ? { printedRevision: 1 + (choice.how % story.events.length) } : {}),
  },
});

export const recordSignature: Move = (scene) => {
  const candidate = someoneExpected(scene, anyone);
  if (candidate === null) return null;
  const signature = nth(['seen', 'forgotten', 'wrongLine'] as const, scene.choice.how);
  return { type: 'RecordSignature', data: { candidate: candidate.number, signature } };
};

export const markPresent: Move = (scene) => {
  const candidate = someone(scene, anyone);
  return candidate === null ? null : { type: 'MarkPresent', data: { candidate: candidate.number } };
};

export const markAbsent: Move = (scene) => {
  const candidate = someone(scene, (one) => !tookPart(one) && one.signature === null);
  return candidate === null ? null : { type: 'MarkAbsent', data: { candidate: candidate.number } };
};

export const verifyExtraTime: Move = (scene) => {
  const candidate = someone(scene, anyone);
  if (candidate === null) return null;
  const extraTime = someExtraTime(scene);
  return {
    type: 'VerifyExtraTime',
    data: { candidate: candidate.number, extraTime, evidence: 'Notification de la MDPH' },
  };
};

export const grantExtraTime: Move = (scene) => {
  const candidate = someone(scene, anyone);
  if (candidate === null) return null;
  return { type: 'GrantExtraTime', data: { candidate: candidate.number, extraTime: someExtraTime(scene) } };
};

export const correctExtraTime: Move = (scene) => {
  const candidate = someone(scene, anyone);
  if (candidate === null) return null;
  const extraTime = someExtraTime(scene);
  return { type: 'CorrectExtraTime', data: { candidate: candidate.number, extraTime, reason: reasonOf(scene) } };
};

export const correctIdentity: Move = (scene) => {
  const candidate = someone(scene, anyone);
  if (candidate === null) return null;
  const identity = { ...identityOf(candidate.number - 1), birthPlace: 'Mantes-la-Jolie' };
  return { type: 'CorrectIdentity', data: { candidate: candidate.number, identity, reason: reasonOf(scene) } };
};

export const addComment: Move = (scene) => {
  const candidate = someone(scene, anyone);
  if (candidate === null) return null;
  return { type: 'AddComment', data: { candidate: candidate.number, text: 'A changé de poste.\nSans incidence.' } };
};

export const addSessionComment: Move = () => ({ type: 'AddSessionComment', data: { text: 'Salle bruyante.' } });

/** Takes back one of the entries that count. */
export const retractEntry: Move = (scene) => {
  const { notes, allowances, candidates } = stateOf(scene);
  const entries = [
    ...notes.keys(),
    ...allowances.map(({ revision }) => revision),
    ...candidates.flatMap(
      ({ present, signature, numbered, endScreen, endScreenNotSeen, numberMissing, interruptions }) =>
        [
          present,
          signature,
          numbered,
          numberMissing,
          endScreen,
          endScreenNotSeen,
          interruptions.at(-1)?.began,
          interruptions.at(-1)?.resumed,
        ].flatMap((mark) => mark?.revision ?? []),
    ),
  ];
  if (entries.length === 0) return null;
  return { type: 'RetractEntry', data: { entry: nth(entries, scene.choice.how), reason: reasonOf(scene) } };
};
