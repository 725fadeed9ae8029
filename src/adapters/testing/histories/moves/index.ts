import type { Lifecycle } from '../../../../domain/machine/table.ts';
import { lifecycleOf, type Move, type Scene, stateOf } from '../scene.ts';
import * as after from './after.ts';
import * as before from './before.ts';
import * as during from './during.ts';
import * as sheet from './sheet.ts';

const always = [before.recordDocument, sheet.addSessionComment, sheet.retractEntry];

const untilTheStart = [
  before.replanSession,
  before.registerCandidate,
  before.registerHomonym,
  before.correctCandidate,
  before.withdrawCandidate,
];

const untilTheClose = [before.addExaminer, before.removeExaminer];

const onceThereIsASheet = [
  sheet.printSheet,
  sheet.recordSignature,
  sheet.markPresent,
  sheet.markAbsent,
  sheet.verifyExtraTime,
  sheet.grantExtraTime,
  sheet.addComment,
];

const onceTheTestBegan = [
  during.correctStart,
  during.grantAllowance,
  sheet.correctIdentity,
  sheet.correctExtraTime,
  during.markStarted,
  during.markCouldNotJoin,
  during.markLeft,
  during.recordNumber,
  during.recordNumber,
  during.correctNumber,
  during.explainNumber,
  during.recordInterruption,
  during.recordInterruption,
  during.recordResumption,
  during.recordResumption,
  during.signalProblem,
  during.reportFraud,
  during.announceRemainingTime,
  during.recordEndScreen,
  during.explainEndScreen,
];

/** What comes to light late, and of few candidates. */
const afterAll = [
  during.seenAfterAll,
  during.markCouldNotJoin,
  sheet.markAbsent,
  during.explainNumber,
  during.markLeft,
];

const onceItIsOver = [after.erasePerson, ...always];

const afterTheClose = [...onceItIsOver, ...onceThereIsASheet, ...onceTheTestBegan, ...afterAll, ...afterAll];

/** What makes sense in each state of the lifecycle, beside the next step towards the results. */
const MOVES: Readonly<Record<Lifecycle, readonly Move[]>> = {
  unplanned: [],
  planned: [...always, ...untilTheStart, ...untilTheClose, before.cancelSession],
  codesIssued: [...always, ...untilTheStart, ...untilTheClose, ...onceThereIsASheet, before.cancelSession],
  running: [...always, ...untilTheClose, ...onceThereIsASheet, ...onceTheTestBegan, ...onceTheTestBegan],
  closed: afterTheClose,
  'sheetSubmitted.underReview': [...afterTheClose, after.returnSheet],
  'sheetSubmitted.returned': [...afterTheClose, ...afterAll, ...afterAll],
  resultsSent: [...afterTheClose, after.correctResult, after.correctResult],
  cancelled: onceItIsOver,
};

/** As many candidates as the examiner means to register, then the code. */
const register: Move = (scene) =>
  stateOf(scene).registered < scene.setup.candidates ? before.registerCandidate(scene) : null;

const registerOrIssue: Move = (scene) =>
  (scene.setup.codeFirst ? null : register(scene)) ?? before.issueAccessCode(scene);

const registerOrGive: Move = (scene) => register(scene) ?? during.giveAccessCode(scene);

/** A number and an end screen for everybody. */
const note: Move = (scene) => during.recordNumber(scene) ?? during.recordEndScreen(scene);

const noteOrClose: Move = (scene) =>
  (scene.setup.notes === 'atOnce' ? note(scene) : null) ?? during.closeSession(scene);

/** What stands on paper is typed in before the sheet goes to Pix. */
const typeInOrSubmit: Move = (scene) =>
  (scene.setup.notes === 'onPaper' ? note(scene) : null) ?? after.completeAndSubmit(scene);

const returnOrSendResults: Move = (scene) =>
  scene.setup.isReturned && scene.story.events.every(({ type }) => type !== 'SheetReturned')
    ? after.returnSheet(scene)
    : after.sendResults(scene);

/** The next step towards the results, or `null` where the session is over. */
const ADVANCE: Readonly<Record<Lifecycle, Move>> = {
  unplanned: before.planSession,
  planned: registerOrIssue,
  codesIssued: registerOrGive,
  running: noteOrClose,
  closed: typeInOrSubmit,
  'sheetSubmitted.underReview': returnOrSendResults,
  'sheetSubmitted.returned': typeInOrSubmit,
  resultsSent: () => null,
  cancelled: () => null,
};

/** Every how many steps the next one towards the results is taken; the more happens in a state, the longer it lasts. */
const PACE: Readonly<Record<Lifecycle, number>> = {
  unplanned: 1,
  planned: 2,
  codesIssued: 3,
  running: 8,
  closed: 5,
  'sheetSubmitted.underReview': 5,
  'sheetSubmitted.returned': 5,
  resultsSent: 1,
  cancelled: 1,
};

/** The next step towards the results; `null` where the session is over. */
export const advance: Move = (scene) => ADVANCE[lifecycleOf(scene)](scene);

/** A command that makes sense here: now and then the next step, else whatever else may happen. */
export const move: Move = (scene) => {
  const lifecycle = lifecycleOf(scene);
  const pace = PACE[lifecycle];
  const next = scene.choice.move % pace === 0 ? advance(scene) : null;
  return next ?? firstOf(MOVES[lifecycle], Math.floor(scene.choice.move / pace), scene) ?? advance(scene);
};

/** The first of these moves, counted on from `from`, that there is a command for. */
function firstOf(moves: readonly Move[], from: number, scene: Scene) {
  for (let step = 0; step < moves.length; step++) {
    const told = moves[(from + step) % moves.length]?.(scene) ?? null;
    if (told !== null) return told;
  }
  return null;
}
