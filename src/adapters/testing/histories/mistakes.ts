import type { RuleName } from '../../../domain/rules/rulebook.ts';
import { capOf } from '../../../domain/state/session.ts';
import { examinerOf, identityOf } from '../arbitraries/people.ts';
import { nth } from './choice.ts';
import { lackingOf } from './moves/after.ts';
import { duringTheTest, lifecycleOf, type Scene, someone, someoneExpected, stateOf } from './scene.ts';
import type { Told } from './story.ts';

/** A command that must be refused, and the rule that refuses it whatever else speaks against it. */
export interface Mistake {
  readonly told: Told;
  readonly rule: RuleName | 'allowed-in-state' | 'access-code-shape' | 'field-too-small';
}

type Mistaken = (scene: Scene) => Mistake | null;

const NOBODYS_NUMBER = 9999;

const has = (scene: Scene, ...where: readonly ReturnType<typeof lifecycleOf>[]) => where.includes(lifecycleOf(scene));

const beforeTheStart = (scene: Scene): boolean => has(scene, 'planned', 'codesIssued');

const hasSheet = (scene: Scene): boolean => !has(scene, 'unplanned', 'planned', 'cancelled');

const hasBegun = (scene: Scene): boolean => hasSheet(scene) && !has(scene, 'codesIssued');

/** Something that the state does not know at all. */
const elsewhere: Mistaken = (scene) => {
  const { choice } = scene;
  const comment: Told = { type: 'AddComment', data: { candidate: 1, text: 'Rien à signaler.' } };
  if (!hasSheet(scene)) return { told: comment, rule: 'allowed-in-state' };
  const told: readonly Told[] = hasBegun(scene)
    ? [
        { type: 'RegisterCandidate', data: { identity: identityOf(choice.who), homonymKnown: true } },
        { type: 'GiveAccessCode', data: { accessCode: 'BCDF23' } },
        { type: 'CancelSession', data: { reason: 'Grève des transports' } },
        { type: 'WithdrawCandidate', data: { candidate: 1 } },
      ]
    : [
        { type: 'CloseSession', data: {} },
        { type: 'IssueAccessCode', data: { accessCode: 'BCDF23' } },
        { type: 'RecordEndScreen', data: { candidate: 1 } },
        { type: 'ReturnSheet', data: { reason: 'Illisible' } },
      ];
  return { told: nth(told, choice.how), rule: 'allowed-in-state' };
};

const inTheFuture: Mistaken = ({ story }) =>
  story.events.length === 0
    ? null
    : {
        told: { type: 'AddSessionComment', data: { text: 'Demain' }, occurredAt: story.now + 1 },
        rule: 'not-in-the-future',
      };

const beforeItBegan: Mistaken = (scene) => {
  const { startedAt } = stateOf(scene);
  if (startedAt === null) return null;
  const data = { remainingSeconds: 300 };
  return { told: { type: 'AnnounceRemainingTime', data, occurredAt: startedAt - 1 }, rule: 'after-the-start' };
};

const afterTheClose: Mistaken = (scene) => {
  const { closedAt } = stateOf(scene);
  if (closedAt === null || scene.story.now <= closedAt) return null;
  const data = { seconds: 60, cause: 'other' } as const;
  return { told: { type: 'GrantAllowance', data, occurredAt: closedAt + 1 }, rule: 'before-the-close' };
};

const unknownCandidate: Mistaken = (scene) =>
  hasSheet(scene)
    ? { told: { type: 'MarkPresent', data: { candidate: NOBODYS_NUMBER } }, rule: 'candidate-registered' }
    : null;

const oneTooMany: Mistaken = (scene) =>
  beforeTheStart(scene) && stateOf(scene).registered >= capOf(stateOf(scene))
    ? { told: { type: 'RegisterCandidate', data: { identity: identityOf(2000) } }, rule: 'room-for-one-more' }
    : null;

const homonym: Mistaken = (scene) => {
  const known = someone(scene, () => true);
  if (!beforeTheStart(scene) || known === null || !('surname' in known.identity)) return null;
  const identity = { ...known.identity, surname: ` ${known.identity.surname.toLowerCase().normalize('NFD')} ` };
  return { told: { type: 'RegisterCandidate', data: { identity } }, rule: 'homonym-known' };
};

const twiceTheNumber: Mistaken = (scene) => {
  const [number] = stateOf(scene).numbers.keys();
  const other = someone(scene, ({ certificationNumber }) => certificationNumber !== number);
  if (number === undefined || other === null) return null;
  const data = { candidate: other.number, certificationNumber: number };
  return { told: { type: 'RecordCertificationNumber', data }, rule: 'number-stands-once' };
};

const anotherSessionsCode: Mistaken = (scene) =>
  has(scene, 'codesIssued')
    ? { told: { type: 'GiveAccessCode', data: { accessCode: 'ZZZZ99' } }, rule: 'sessions-own-code' }
    : null;

const resumedWithoutInterruption: Mistaken = (scene) => {
  const candidate = someoneExpected(scene, ({ interruptions }) => interruptions.length === 0);
  if (!hasBegun(scene) || candidate === null) return null;
  const data = { candidate: candidate.number, accessCode: 'BCDF23' };
  return { told: { type: 'RecordResumption', data }, rule: 'interrupted-before' };
};

const notAnEntry: Mistaken = (scene) =>
  has(scene, 'unplanned')
    ? null
    : { told: { type: 'RetractEntry', data: { entry: 1, reason: 'Par erreur' } }, rule: 'entry-still-counts' };

const unreadable: Mistaken = () => ({
  told: { type: 'IssueAccessCode', data: { accessCode: 'bcdf23' } },
  rule: 'access-code-shape',
});

const empty: Mistaken = () => ({ told: { type: 'AddSessionComment', data: { text: ' \n' } }, rule: 'field-too-small' });

const incompleteSheet: Mistaken = (scene) => {
  if (!has(scene, 'closed', 'sheetSubmitted.returned') || lackingOf(scene).number.length === 0) return null;
  const document = { sha256: '0'.repeat(64), mediaType: 'application/pdf', bytes: 1 };
  const data = { digitalSheet: document, signedScan: document, sender: 'Lycée' };
  return { told: { type: 'SubmitSheet', data }, rule: 'every-number-or-reason' };
};

const seenTwice: Mistaken = (scene) => {
  const candidate = someone(scene, ({ endScreen }) => endScreen !== null);
  if (candidate === null) return null;
  return { told: { type: 'RecordEndScreen', data: { candidate: candidate.number } }, rule: 'end-screen-not-seen-yet' };
};

const withoutAdvice: Mistaken = (scene) => {
  const when = duringTheTest(scene);
  if (when === null) return null;
  const data = { candidate: 1, question: 18, examinerAdvised: false };
  return { told: { type: 'SignalProblem', data, ...when }, rule: 'examiner-advised' };
};

const twiceTheExaminer: Mistaken = (scene) => {
  const [id] = stateOf(scene).examiners;
  if (id === undefined || !has(scene, 'planned', 'codesIssued', 'running')) return null;
  return { told: { type: 'AddExaminer', data: { ...examinerOf(0), id } }, rule: 'examiner-new' };
};

const lastExaminer: Mistaken = (scene) => {
  const [id, ...others] = stateOf(scene).examiners;
  if (id === undefined || others.length > 0 || !has(scene, 'planned', 'codesIssued', 'running')) return null;
  return { told: { type: 'RemoveExaminer', data: { id, reason: 'Malade' } }, rule: 'one-examiner-remains' };
};

const MISTAKES: readonly Mistaken[] = [
  elsewhere,
  inTheFuture,
  beforeItBegan,
  afterTheClose,
  unknownCandidate,
  oneTooMany,
  homonym,
  twiceTheNumber,
  anotherSessionsCode,
  resumedWithoutInterruption,
  notAnEntry,
  unreadable,
  empty,
  incompleteSheet,
  seenTwice,
  withoutAdvice,
  twiceTheExaminer,
  lastExaminer,
];

/** A command that must be refused here. */
export function mistake(scene: Scene): Mistake {
  for (let step = 0; step < MISTAKES.length; step++) {
    const found = nth(MISTAKES, scene.choice.move + step)(scene);
    if (found !== null) return found;
  }
  throw new RangeError('there is always some mistake to make');
}
