import type { StoreTrial } from '../storeTrial.ts';
import { anyCalls } from './anyCalls.ts';
import { batchNotJson, batchWithTakenId } from './atomicBatch.ts';
import { closing } from './closing.ts';
import { instancesAtOnce, writersAtOnce } from './concurrency.ts';
import { conflict } from './conflict.ts';
import { contiguous } from './contiguous.ts';
import { emptyAppend, expectedRevision } from './expectedRevision.ts';
import { follower } from './follower.ts';
import { instances } from './instances.ts';
import { isolation } from './isolation.ts';
import { listening, listeningElsewhere, notTold } from './listening.ts';
import { notJson } from './notJson.ts';
import { range } from './ranges.ts';
import { readElsewhere, readYourWrites } from './readYourWrites.ts';
import { roundTrip } from './roundTrip.ts';
import { catchingUp, catchingUpElsewhere, fromAnywhere, givenUp } from './subscribing.ts';
import { chain, texts } from './texts.ts';
import { uniqueIds } from './uniqueIds.ts';

/** What a store must do, from what is easiest to read to what is hardest to keep. */
export const STORE_TRIALS: readonly StoreTrial[] = [
  expectedRevision,
  conflict,
  emptyAppend,
  contiguous,
  batchWithTakenId,
  batchNotJson,
  uniqueIds,
  range,
  readYourWrites,
  isolation,
  roundTrip,
  notJson,
  anyCalls,
  chain,
  texts,
  follower,
  listening,
  notTold,
  fromAnywhere,
  catchingUp,
  givenUp,
  closing,
  writersAtOnce,
  readElsewhere,
  instances,
  listeningElsewhere,
  catchingUpElsewhere,
  instancesAtOnce,
];
