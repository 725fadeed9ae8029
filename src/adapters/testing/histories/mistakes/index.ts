import { nth } from '../choice.ts';
import type { Scene } from '../scene.ts';
import * as clock from './clock.ts';
import * as erasure from './erasure.ts';
import * as lifecycle from './lifecycle.ts';
import type { Mistake, Mistaken } from './mistake.ts';
import * as planning from './planning.ts';
import * as results from './results.ts';
import * as sheet from './sheet.ts';
import * as test from './test.ts';

/** Some of which can be made in any state. */
const MISTAKES: readonly Mistaken[] = [
  lifecycle.elsewhere,
  lifecycle.nobodyToCertify,
  lifecycle.beforeTheStepBefore,
  lifecycle.anotherSessionsCode,
  lifecycle.withoutEnds,
  lifecycle.withoutNumbers,
  lifecycle.sentTwice,
  planning.neededExaminer,
  planning.oneTooMany,
  planning.homonym,
  planning.unknownExaminer,
  planning.twiceTheExaminer,
  planning.lastExaminer,
  sheet.inTheFuture,
  sheet.unknownCandidate,
  sheet.absentSignature,
  sheet.notAnEntry,
  sheet.printedFromTheFuture,
  sheet.unreadable,
  sheet.absentInTheTest,
  sheet.empty,
  clock.startAfterTheClose,
  clock.beforeItBegan,
  clock.afterTheClose,
  clock.allowanceOfNobody,
  clock.startInTheFuture,
  clock.closedTooEarly,
  clock.correctsNoStart,
  clock.startAfterTheFirst,
  test.interruptedTwice,
  test.anotherNumber,
  test.twiceTheNumber,
  test.resumedWithoutInterruption,
  test.seenTooEarly,
  test.seenTwice,
  test.correctsNoNumber,
  test.withoutAdvice,
  test.afterTheEndScreen,
  results.twoResults,
  results.withoutResults,
  results.correctsNoResult,
  results.resultOfNobody,
  results.resultsTooEarly,
  erasure.erasesNobody,
  erasure.erasedTwice,
  erasure.erasedTooEarly,
];

/** Those that can be made in few scenes; where they can, they are made more often than others. */
const SELDOM: readonly Mistaken[] = [
  planning.oneTooMany,
  lifecycle.nobodyToCertify,
  lifecycle.withoutNumbers,
  lifecycle.withoutEnds,
  ...Object.values(results),
];

const ALL = [...MISTAKES, ...SELDOM, ...SELDOM, ...SELDOM];

/** A command that must be refused: one of those that can be made here. */
export const mistake = (scene: Scene): Mistake =>
  nth(
    ALL.flatMap((mistaken) => mistaken(scene) ?? []),
    scene.choice.move,
  );
