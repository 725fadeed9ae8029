import { capOf } from '../../../../domain/state/session.ts';
import { examinerOf, identityOf, PLACES_OF_SESSIONS } from '../../arbitraries/people.ts';
import { nth } from '../choice.ts';
import { anyone, documentOf, type Move, reasonOf, type Scene, someone, stateOf } from '../scene.ts';
import { hoursOf } from '../setup.ts';

/** What examiners write in the column of extra time. */
const EXTRA_TIMES = [
  null,
  '1/3',
  '33 %',
  '1/2',
  '50 %',
  'tiers temps',
  '12,5 %',
  0.5,
  { numerator: 2, denominator: 3 },
];

/** The access code of the session, as it will be or was issued. */
export const codeOf = ({ story }: Scene): string => story.draft.state.accessCode ?? 'BCDF23';

export const someExtraTime = ({ choice }: Scene) => nth(EXTRA_TIMES, choice.how);

const lineOf = (scene: Scene, n: number) => ({
  identity: identityOf(n),
  email: scene.choice.how % 3 === 1 ? `candidat.${n}@lycee.example` : null,
  identifier: scene.choice.how % 4 === 1 ? { kind: 'ine' as const, value: `${1_000_000_000 + n}A` } : null,
  extraTime: someExtraTime(scene),
});

/** The slot for which the session was set up, or one so many hours later. */
const slotOf = ({ setup, choice }: Scene, later: number) => ({
  ...hoursOf(setup, later),
  site: 'Lycée Marcel-Sembat',
  room: `Salle ${1 + (choice.how % 3)}`,
});

const establishmentOf = ({ setup }: Scene) => {
  const { postalCode, city } = nth(PLACES_OF_SESSIONS, setup.place);
  return { name: 'Lycée Marcel-Sembat', address: '128 rue Léon Salva', postalCode, city };
};

export const planSession: Move = (scene) => ({
  type: 'PlanSession',
  data: {
    establishment: establishmentOf(scene),
    slot: slotOf(scene, 0),
    examiners: Array.from({ length: scene.setup.examiners }, (_, n) => examinerOf(n)),
    policy: {
      candidatesPerExaminer: scene.setup.candidatesPerExaminer,
      durationSeconds: scene.setup.durationSeconds,
      clock: scene.setup.clock,
    },
  },
});

export const replanSession: Move = (scene) => ({
  type: 'ReplanSession',
  data: {
    slot: scene.choice.how % 3 === 1 ? null : slotOf(scene, 2),
    establishment: scene.choice.how % 3 === 0 ? null : establishmentOf(scene),
    reason: reasonOf(scene),
  },
});

export const registerCandidate: Move = (scene) => {
  const { registered, candidates } = stateOf(scene);
  if (registered >= capOf(stateOf(scene))) return null;
  return { type: 'RegisterCandidate', data: lineOf(scene, candidates.length) };
};

/** A person who is on the sheet already, and whom the examiner knows to be another. */
export const registerHomonym: Move = (scene) => {
  const known = someone(scene, anyone);
  if (known === null || stateOf(scene).registered >= capOf(stateOf(scene))) return null;
  return { type: 'RegisterCandidate', data: { ...lineOf(scene, known.number - 1), homonymKnown: true } };
};

export const correctCandidate: Move = (scene) => {
  const candidate = someone(scene, anyone);
  if (candidate === null) return null;
  const line = { ...lineOf(scene, candidate.number - 1), homonymKnown: true };
  return { type: 'CorrectCandidate', data: { candidate: candidate.number, ...line } };
};

export const withdrawCandidate: Move = (scene) => {
  const candidate = someone(scene, anyone);
  if (candidate === null || stateOf(scene).registered < 2) return null;
  return { type: 'WithdrawCandidate', data: { candidate: candidate.number, reason: reasonOf(scene) } };
};

export const addExaminer: Move = (scene) => ({ type: 'AddExaminer', data: examinerOf(scene.story.events.length) });

export const removeExaminer: Move = (scene) => {
  const { examiners, registered, policy } = stateOf(scene);
  const roomLeft = policy.candidatesPerExaminer * (examiners.length - 1);
  if (examiners.length < 2 || registered > roomLeft) return null;
  return { type: 'RemoveExaminer', data: { id: nth(examiners, scene.choice.who), reason: reasonOf(scene) } };
};

/** Rare, so that most sessions take place. */
export const cancelSession: Move = (scene) =>
  scene.choice.how % 10 === 9 ? { type: 'CancelSession', data: { reason: reasonOf(scene) } } : null;

export const issueAccessCode: Move = (scene) => ({ type: 'IssueAccessCode', data: { accessCode: codeOf(scene) } });

export const recordDocument: Move = (scene) => ({
  type: 'RecordDocument',
  data: {
    kind: nth(['navette', 'materiel', 'digitalSheet', 'signedScan', 'fraudReport'] as const, scene.choice.how),
    document: documentOf(scene),
    sender: 'Lycée Marcel-Sembat',
    recipient: 'certif@pix.fr',
  },
});
