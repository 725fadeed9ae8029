import type { FindingRule } from '../finding.ts';
import { addedAfterTheClose, changedAfterTheClose, changedSinceSubmission } from './changedSheet.ts';
import { closedEarly } from './closedEarly.ts';
import { documentDiffers, documentUnknown } from './documents.ts';
import { endScreenBeforeNumber } from './endScreenBeforeNumber.ts';
import { eventUnreadable } from './eventUnreadable.ts';
import { examinerInTwoSessions } from './examinerInTwoSessions.ts';
import { extraTimeCutShort } from './extraTimeCutShort.ts';
import { extraTimeNotGranted } from './extraTimeNotGranted.ts';
import { fraudWithoutRemarks } from './fraudWithoutRemarks.ts';
import { interruptionNotResumed } from './interruptionNotResumed.ts';
import { numberInAnotherSession } from './numberInAnotherSession.ts';
import { numberChangedHands, numberTwice } from './numberTwice.ts';
import { overTheCap } from './overTheCap.ts';
import { overTheCapAtOnce } from './overTheCapAtOnce.ts';
import { overTime } from './overTime.ts';
import { printedBeforeAChange } from './printedBeforeAChange.ts';
import { ruleBroken } from './ruleBroken.ts';
import { signatureMissing } from './signatureMissing.ts';
import { timeBackwards } from './timeBackwards.ts';
import { timeNotAnnounced } from './timeNotAnnounced.ts';
import { typedInLate } from './typedInLate.ts';

/** Every rule of this library, the gravest first. */
export const FINDING_RULES: readonly FindingRule[] = [
  eventUnreadable,
  ruleBroken,
  timeBackwards,
  closedEarly,
  extraTimeCutShort,
  numberTwice,
  numberInAnotherSession,
  overTheCap,
  overTheCapAtOnce,
  documentDiffers,
  extraTimeNotGranted,
  overTime,
  endScreenBeforeNumber,
  numberChangedHands,
  interruptionNotResumed,
  changedAfterTheClose,
  changedSinceSubmission,
  signatureMissing,
  fraudWithoutRemarks,
  documentUnknown,
  examinerInTwoSessions,
  addedAfterTheClose,
  typedInLate,
  printedBeforeAChange,
  timeNotAnnounced,
];
