import fc from 'fast-check';
import type { SessionEvent } from '../../../../src/domain/events/catalogue.ts';
import { ERASED } from '../../../../src/domain/values/personal.ts';
import { instantOf, named, plannedAs, registered, type Said, said, slotAt, writtenDown } from './writtenDown.ts';

const accessCode = 'BCDF23';
const reason = 'Relu';

/** The clock starts at eight; whoever has no extra time has half an hour. */
const START = 480;
const PLAIN = 1800;

const candidate = fc.integer({ min: 1, max: 3 });
const durationSeconds = fc.constantFrom(PLAIN, 2400, 3000);
const minute = fc.nat(8).map((n) => START + 5 * n);
const rank = fc.integer({ min: 2, max: 40 });

const alone = fc
  .constantFrom(
    ...(['CandidatePresent', 'CandidateAbsent', 'CandidateStarted', 'EndScreenSeen', 'EndScreenSeen'] as const),
  )
  .chain((type) => fc.tuple(candidate, minute).map(([who, at]) => said(type, { candidate: who }, at)));

const explained = fc
  .tuple(
    fc.constantFrom('CandidateCouldNotJoin', 'CandidateLeft', 'TestInterrupted', 'CertificationNumberMissing'),
    candidate,
    minute,
  )
  .map(([type, who, at]) => said(type, { candidate: who, cause: 'other', detail: null }, at));

const notSeen = fc
  .tuple(candidate, fc.constantFrom('timeRanOut', 'overlooked'), minute)
  .map(([who, cause, at]) => said('EndScreenNotSeen', { candidate: who, cause, detail: null }, at));

const resumed = fc.tuple(candidate, minute).map(([who, at]) => said('TestResumed', { candidate: who, accessCode }, at));

const signed = fc
  .tuple(candidate, fc.constantFrom('seen', 'forgotten', 'wrongLine'))
  .map(([who, signature]) => said('SignatureRecorded', { candidate: who, signature, detail: null }));

const fraud = fc
  .tuple(candidate, fc.boolean(), minute)
  .map(([who, candidateHeard, at]) =>
    said('FraudReported', { candidate: who, facts: ERASED, witnesses: [], candidateRemarks: null, candidateHeard }, at),
  );

const announced = minute.map((at) =>
  said('RemainingTimeAnnounced', { remainingSeconds: 300, invitedToPass: true }, at),
);

const givenBack = fc
  .tuple(
    fc.oneof(
      fc.constant('all' as const),
      candidate.map((who) => [who]),
    ),
    fc.constantFrom(60, 90, 600),
    minute,
  )
  .map(([candidates, seconds, at]) =>
    said('AllowanceGranted', { candidates, seconds, cause: 'other', detail: null }, at),
  );

const started = fc
  .tuple(rank, minute)
  .map(([corrects, at]) => said('StartCorrected', { corrects, startedAt: instantOf(at), reason }));

const verified = fc
  .tuple(candidate, durationSeconds)
  .map(([who, seconds]) =>
    said('ExtraTimeVerified', { candidate: who, extraTime: null, durationSeconds: seconds, evidence: null }),
  );

const lengthened = fc
  .tuple(fc.constantFrom('ExtraTimeGranted', 'ExtraTimeCorrected'), candidate, durationSeconds)
  .map(([type, who, seconds]) => said(type, { candidate: who, extraTime: null, durationSeconds: seconds, reason }));

const corrected = candidate.map((who) => said('IdentityCorrected', { candidate: who, identity: ERASED, reason }));

const printed = fc
  .record({ view: fc.constantFrom('copyToSign', 'examinersCopy'), printedRevision: rank })
  .map((print) => said('SheetPrinted', print));

const takenBack = fc
  .tuple(fc.option(candidate), rank)
  .map(([who, entry]) => said('EntryRetracted', { entry, candidate: who, reason }));

/** What may be said of three candidates, true or not. */
const acts: fc.Arbitrary<readonly Said[]> = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: alone },
    { weight: 3, arbitrary: explained },
    { weight: 3, arbitrary: takenBack },
    { weight: 2, arbitrary: lengthened },
    ...[notSeen, resumed, signed, fraud, announced, givenBack, started, verified, corrected, printed],
  ),
  { maxLength: 9 },
);

const document = { sha256: 'a'.repeat(64), mediaType: 'text/csv', bytes: 1 };
const sent = said('SheetSubmitted', { digitalSheet: document, signedScan: document }, START + 90);
const sentBack = said('SheetReturned', { reason }, START + 90);

/** Records of short tests, dense with what rules look at: before the close, after it, and after the sheet was sent. */
export const inTheRoom: fc.Arbitrary<readonly SessionEvent[]> = fc
  .record({
    clock: fc.constantFrom('accessCodeGiven', 'candidateStart'),
    noticeSeconds: fc.constantFrom(0, 300, 600),
    columns: fc.subarray(['birthDate', 'extraTime'] as const),
    lengths: fc.tuple(durationSeconds, durationSeconds, durationSeconds),
    stages: fc.array(acts, { minLength: 2, maxLength: 5 }),
    end: fc.constantFrom(...[20, 25, 30, 35, 40].map((minutes) => START + minutes)),
  })
  .map(({ clock, noticeSeconds, columns, lengths, stages, end }) => {
    const decided = { clock, noticeSeconds, durationSeconds: PLAIN, copyToSign: columns, examinersCopy: columns };
    const [before = [], after = [], ...later] = stages;
    const all = [
      ...[plannedAs('mai', slotAt(START, 120), decided), named('lefevre')],
      ...lengths.map((seconds, index) => registered(index + 1, seconds)),
      ...[said('AccessCodeIssued', { accessCode }), said('AccessCodeGiven', { accessCode }, START), ...before],
      ...[said('SessionClosed', { stillRunning: [] }, end), ...after],
      ...later.flatMap((told, index) => [...(index === 0 ? [sent] : [sentBack, sent]), ...told]),
    ];
    // Some of it is noted before it happened, some at once, and some long after.
    return writtenDown('mai', all, START + 10);
  });
