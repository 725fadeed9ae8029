import { isInterrupted, tookPart } from '../../../../domain/state/candidate.ts';
import type { CandidateState } from '../../../../domain/state/session.ts';
import { nth } from '../choice.ts';
import {
  anyone,
  atTheEnd,
  duringTheTest,
  freshNumber,
  type Move,
  reasonOf,
  type Scene,
  someone,
  someoneExpected,
  stateOf,
  timesInTheRoom,
  within,
} from '../scene.ts';
import { codeOf } from './before.ts';

/** When the code was issued: no start lies before it. */
const issuedAt = ({ story }: Scene): number =>
  Math.max(...story.events.filter(({ type }) => type === 'AccessCodeIssued').map(({ occurredAt }) => occurredAt));

export const giveAccessCode: Move = (scene) =>
  stateOf(scene).registered === 0 ? null : { type: 'GiveAccessCode', data: { accessCode: codeOf(scene) } };

export const correctStart: Move = (scene) => {
  const { startedAt, closedAt } = stateOf(scene);
  if (startedAt === null) return null;
  const latest = Math.min(closedAt ?? scene.story.now, scene.story.now, ...timesInTheRoom(scene));
  if (latest < issuedAt(scene)) return null;
  const corrected = issuedAt(scene) + Math.floor(((latest - issuedAt(scene)) * (100 - scene.choice.late)) / 100);
  return { type: 'CorrectStart', data: { startedAt: corrected, reason: reasonOf(scene) } };
};

export const grantAllowance: Move = (scene) => {
  const when = duringTheTest(scene);
  if (when === null) return null;
  const one = someone(scene, anyone);
  const candidates = one !== null && scene.choice.who % 2 === 1 ? [one.number] : ('all' as const);
  const cause = nth(['fireAlarm', 'networkCut', 'powerCut', 'other'] as const, scene.choice.how);
  return { type: 'GrantAllowance', data: { candidates, seconds: 60 + (scene.choice.how % 900), cause }, ...when };
};

export const announceRemainingTime: Move = (scene) => {
  const when = duringTheTest(scene);
  return when === null ? null : { type: 'AnnounceRemainingTime', data: { remainingSeconds: 300 }, ...when };
};

/** A candidate whose test can still have seen something, and when. */
function taking(scene: Scene, fits: (candidate: CandidateState) => boolean) {
  const candidate = someoneExpected(scene, fits);
  const when = candidate === null ? null : duringTheTest(scene, candidate);
  return candidate === null || when === null ? null : { candidate: candidate.number, state: candidate, when };
}

export const markStarted: Move = (scene) => {
  const found = taking(scene, ({ started }) => started === null);
  return found === null ? null : { type: 'MarkStarted', data: { candidate: found.candidate }, ...found.when };
};

export const markCouldNotJoin: Move = (scene) => {
  const found = taking(scene, (candidate) => !tookPart(candidate));
  if (found === null) return null;
  const cause = nth(['account', 'accessCode', 'device', 'network', 'other'] as const, scene.choice.how);
  return { type: 'MarkCouldNotJoin', data: { candidate: found.candidate, cause }, ...found.when };
};

export const recordNumber: Move = (scene) => {
  const candidate = someoneExpected(scene, ({ certificationNumber }) => certificationNumber === null);
  const when = duringTheTest(scene);
  if (candidate === null || when === null) return null;
  const number = `${scene.choice.how % 2 === 1 ? '#' : ''}${freshNumber(scene)}`;
  return {
    type: 'RecordCertificationNumber',
    data: { candidate: candidate.number, certificationNumber: number },
    ...when,
  };
};

export const correctNumber: Move = (scene) => {
  const candidate = someone(scene, ({ certificationNumber }) => certificationNumber !== null);
  if (candidate === null) return null;
  const certificationNumber = freshNumber(scene);
  const data = { candidate: candidate.number, certificationNumber, reason: reasonOf(scene) };
  return { type: 'CorrectCertificationNumber', data };
};

export const explainNumber: Move = (scene) => {
  const candidate = someoneExpected(scene, ({ certificationNumber }) => certificationNumber === null);
  if (candidate === null) return null;
  const cause = nth(['notRead', 'technicalProblem', 'leftBefore', 'other'] as const, scene.choice.how);
  return { type: 'ExplainMissingNumber', data: { candidate: candidate.number, cause } };
};

/** An interruption now, or one from before all others that is typed in late. */
export const recordInterruption: Move = (scene) => {
  const found = taking(scene, (candidate) => !isInterrupted(candidate));
  if (found === null) return null;
  const [first] = found.state.interruptions;
  const last = found.state.interruptions.at(-1);
  const { occurredAt } = found.when;
  const isFree =
    first === undefined || occurredAt < first.began.at || (last?.resumed?.at ?? occurredAt + 1) <= occurredAt;
  if (!isFree) return null;
  const cause = nth(['disconnection', 'browserClosed', 'deviceFailure', 'other'] as const, scene.choice.how);
  return { type: 'RecordInterruption', data: { candidate: found.candidate, cause, detail: null }, ...found.when };
};

/** Ends an interruption that has not ended, before the next one begins. */
export const recordResumption: Move = (scene) => {
  const found = taking(scene, ({ interruptions }) => interruptions.some(({ resumed }) => resumed === null));
  if (found === null) return null;
  const { interruptions } = found.state;
  const open = interruptions.findIndex(({ resumed }) => resumed === null);
  const earliest = interruptions[open]?.began.at ?? Number.POSITIVE_INFINITY;
  const latest = Math.min(found.when.occurredAt, (interruptions[open + 1]?.began.at ?? Number.POSITIVE_INFINITY) - 1);
  if (latest < earliest) return null;
  const data = { candidate: found.candidate, accessCode: codeOf(scene) };
  return { type: 'RecordResumption', data, occurredAt: within(scene, earliest, latest) };
};

export const signalProblem: Move = (scene) => {
  const found = taking(scene, anyone);
  if (found === null) return null;
  const question = 1 + (scene.choice.how % 500);
  const category = scene.choice.how % 2 === 0 ? null : { code: 'E1', vocabulary: '2024-01' };
  const data = {
    candidate: found.candidate,
    question,
    examinerAdvised: true,
    category,
    wording: `épreuve n° ${question}`,
  };
  return { type: 'SignalProblem', data, ...found.when };
};

export const reportFraud: Move = (scene) => {
  const candidate = someoneExpected(scene, anyone);
  const when = duringTheTest(scene);
  if (candidate === null || when === null) return null;
  const data = { candidate: candidate.number, facts: 'Téléphone sur les genoux.', witnesses: ['M. GARÇON'] };
  return { type: 'ReportFraud', data, ...when };
};

const isUnfinished = ({ left, endScreen, endScreenNotSeen }: CandidateState): boolean =>
  left === null && endScreen === null && endScreenNotSeen === null;

/** Rare, so that most candidates reach the end. */
export const markLeft: Move = (scene) => {
  if (scene.choice.how % 3 !== 2) return null;
  const candidate = someoneExpected(scene, ({ left, endScreen }) => left === null && endScreen === null);
  const when = candidate === null ? null : atTheEnd(scene, candidate);
  if (candidate === null || when === null) return null;
  const cause = nth(['ownChoice', 'technicalProblem', 'excluded', 'other'] as const, scene.choice.how);
  return { type: 'MarkLeft', data: { candidate: candidate.number, cause }, ...when };
};

export const recordEndScreen: Move = (scene) => {
  const candidate = someoneExpected(scene, isUnfinished);
  const when = candidate === null ? null : atTheEnd(scene, candidate);
  if (candidate === null || when === null) return null;
  return { type: 'RecordEndScreen', data: { candidate: candidate.number }, ...when };
};

/** An end screen that was said not to have been seen, and was. */
export const seenAfterAll: Move = (scene) => {
  const candidate = someoneExpected(
    scene,
    ({ endScreen, endScreenNotSeen }) => !endScreen && endScreenNotSeen !== null,
  );
  const when = candidate === null ? null : atTheEnd(scene, candidate);
  if (candidate === null || when === null) return null;
  return { type: 'RecordEndScreen', data: { candidate: candidate.number }, ...when };
};

export const explainEndScreen: Move = (scene) => {
  const candidate = someoneExpected(scene, ({ endScreen }) => endScreen === null);
  if (candidate === null) return null;
  const cause = nth(['timeRanOut', 'technicalProblem', 'fraud', 'overlooked', 'other'] as const, scene.choice.how);
  return { type: 'ExplainMissingEndScreen', data: { candidate: candidate.number, cause } };
};

/** Closes after all that happened; sometimes it is typed in later. */
export const closeSession: Move = (scene) => {
  const { startedAt } = stateOf(scene);
  if (startedAt === null) return null;
  const earliest = Math.max(startedAt, ...timesInTheRoom(scene));
  return { type: 'CloseSession', data: {}, occurredAt: within(scene, earliest, scene.story.now) };
};
