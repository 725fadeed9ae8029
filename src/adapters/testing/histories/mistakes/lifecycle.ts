import type { Lifecycle } from '../../../../domain/machine/table.ts';
import { identityOf } from '../../arbitraries/people.ts';
import { nth } from '../choice.ts';
import { completeAndSubmit, lackingOf, sendResults } from '../moves/after.ts';
import { codeOf, issueAccessCode } from '../moves/before.ts';
import { documentOf, lifecycleOf, type Move, type Scene, stateOf } from '../scene.ts';
import type { Told } from '../story.ts';
import { hasBegun, hasSheet, isIn, type Mistaken } from './mistake.ts';

/** Something that the state does not know at all. */
export const elsewhere: Mistaken = (scene) => {
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

const cancel: Move = () => ({ type: 'CancelSession', data: { reason: 'Grève des transports' } });

/** What leads out of each state, apart from what it needs. */
const STEP: Readonly<Partial<Record<Lifecycle, Move>>> = {
  planned: (scene) => (scene.choice.how % 2 === 0 ? issueAccessCode(scene) : cancel(scene)),
  codesIssued: (scene) =>
    scene.choice.how % 2 === 0 ? { type: 'GiveAccessCode', data: { accessCode: codeOf(scene) } } : cancel(scene),
  running: () => ({ type: 'CloseSession', data: {} }),
  closed: (scene) => submission(scene),
  'sheetSubmitted.returned': (scene) => submission(scene),
  'sheetSubmitted.underReview': sendResults,
};

const submission = (scene: Scene): Told => {
  const document = documentOf(scene);
  return { type: 'SubmitSheet', data: { digitalSheet: document, signedScan: document, sender: 'Lycée' } };
};

/** A step of the lifecycle, said to have happened before the one that precedes it. */
export const beforeTheStepBefore: Mistaken = (scene) => {
  const told = STEP[lifecycleOf(scene)]?.(scene) ?? null;
  if (told === null) return null;
  return { told: { ...told, occurredAt: stateOf(scene).lifecycleAt - 1 }, rule: 'lifecycle-in-order' };
};

/** A test that nobody takes. */
export const nobodyToCertify: Mistaken = (scene) =>
  isIn(scene, 'codesIssued') && stateOf(scene).registered === 0
    ? { told: { type: 'GiveAccessCode', data: { accessCode: codeOf(scene) } }, rule: 'someone-to-certify' }
    : null;

/** The code of another session. */
export const anotherSessionsCode: Mistaken = (scene) =>
  isIn(scene, 'codesIssued')
    ? { told: { type: 'GiveAccessCode', data: { accessCode: 'ZZZZ99' } }, rule: 'sessions-own-code' }
    : null;

const isUnsent = (scene: Scene): boolean => isIn(scene, 'closed', 'sheetSubmitted.returned');

/** A sheet on which certification numbers are missing. */
export const withoutNumbers: Mistaken = (scene) =>
  isUnsent(scene) && lackingOf(scene).number.length > 0
    ? { told: submission(scene), rule: 'every-number-or-reason' }
    : null;

/** A sheet on which ends of tests are missing. */
export const withoutEnds: Mistaken = (scene) =>
  isUnsent(scene) && lackingOf(scene).end.length > 0
    ? { told: submission(scene), rule: 'every-end-screen-or-reason' }
    : null;

/** A sheet that cannot be read, sent before it was looked at. */
export const sentTwice: Mistaken = (scene) => {
  const told = isIn(scene, 'sheetSubmitted.underReview') ? completeAndSubmit(scene) : null;
  return told?.type === 'SubmitSheet' ? { told, rule: 'allowed-in-state' } : null;
};
