import fc from 'fast-check';
import type { CommandType } from '../../../domain/commands/catalogue.ts';

/**
 * Commands as widely as anybody can write them: texts at their longest and in odd Unicode, numbers at their limits,
 * dates of any year, extra time of any notation. Most are refused somewhere; what is accepted must make a good record.
 */

const text = (longest: number): fc.Arbitrary<string> =>
  fc.oneof(
    fc.constantFrom(
      'é',
      'e\u0301',
      ' N’DIAYE ',
      'a\u0323\u0307',
      '\ufb01',
      '\u1e9b\u0323',
      '\u2126',
      '\u0344',
      '\u{1f600}',
    ),
    fc.constantFrom(
      '\u0390'.repeat(longest),
      'x'.repeat(longest),
      `${'x'.repeat(longest - 1)}\u0344`,
      `  ${'x'.repeat(longest)} `,
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  );

/** Whole numbers within limits, at them, and just outside them. */
const whole = (least: number, most: number): fc.Arbitrary<number> =>
  fc.oneof(
    { weight: 12, arbitrary: fc.constantFrom(least, most, Math.floor((least + most) / 2)) },
    { weight: 1, arbitrary: fc.constantFrom(least - 1, most + 1) },
  );

const date: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom('2000-01-01', '2199-12-31', '2019-03-31', '2019-10-27', '2004-02-29', '2200-01-01', '1999-12-31'),
  fc
    .record({
      y: fc.integer({ min: 0, max: 9999 }),
      m: fc.integer({ min: 1, max: 12 }),
      d: fc.integer({ min: 1, max: 28 }),
    })
    .map(({ y, m, d }) => `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`),
);

const time = fc.constantFrom('00:00', '00:01', '02:30', '08:30', '12:00', '23:58', '23:59');

const zone = fc.constantFrom(
  'Europe/Paris',
  'Pacific/Noumea',
  'Pacific/Tahiti',
  'UTC',
  'america/cayenne',
  'Etc/GMT+12',
);

const slot = fc
  .record({ date, start: time, end: time, zone, site: text(200), room: text(100) })
  .map((given) => (given.start > given.end ? { ...given, start: given.end, end: given.start } : given));

const establishment = fc.record({
  name: text(200),
  address: text(300),
  postalCode: fc.constantFrom('00000', '97400'),
  city: text(100),
});

const extraTime = fc.oneof(
  fc.constantFrom(null, '1/3', '200 %', '199,99 %', '0,01 %', '2/1', '999/500', 2, 150, 0.6667, 'tiers temps'),
  fc.constantFrom({ numerator: 2, denominator: 1 }, { numerator: 19_999, denominator: 10_000 }),
);

const identity = fc.record({
  surname: text(100),
  firstName: text(100),
  birthDate: fc.constantFrom('1900-01-02', '2099-12-31', '2004-02-29'),
  birthPlace: text(150),
});

const document = fc.record({
  sha256: fc.constantFrom('0'.repeat(64), 'f'.repeat(64)),
  mediaType: fc.constantFrom('a/b', `x/${'y'.repeat(125)}`, 'application/vnd.ms-excel'),
  bytes: whole(1, 1_073_741_824),
});

const candidate = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 1, max: 3 }) }, fc.constantFrom(10_000));

const examiner = fc.record({
  id: fc.constantFrom('lefevre', 'é', 'x'.repeat(100)),
  name: fc.record({ surname: text(100), firstName: text(100) }),
});

const accessCode = fc.constantFrom('BCDF23', 'ZZZZ99');
const certificationNumber = fc.constantFrom('1', '# 000', '999999999999');
const reason = text(1000);
const detail = fc.option(text(1000));

const line = {
  identity,
  email: fc.constantFrom(null, 'a@b.fr', `${'a'.repeat(64)}@${'b'.repeat(63)}.fr`),
  identifier: fc.option(fc.record({ kind: fc.constantFrom('ine', 'local'), value: text(40) })),
  extraTime,
  homonymKnown: fc.boolean(),
};

const result = {
  certificationNumber,
  obtained: fc.boolean(),
  score: fc.option(whole(0, 10_000)),
  comment: fc.option(text(1000)),
};

const cause = (...causes: readonly string[]) => ({ candidate, cause: fc.constantFrom(...causes), detail });

const DATA: Readonly<Record<CommandType, Readonly<Record<string, fc.Arbitrary<unknown>>>>> = {
  PlanSession: {
    establishment,
    slot,
    examiners: fc.array(examiner, { minLength: 1, maxLength: 3 }),
    policy: fc.record({
      candidatesPerExaminer: whole(1, 200),
      durationSeconds: whole(60, 86_400),
      noticeSeconds: whole(0, 7200),
      clock: fc.constantFrom('accessCodeGiven', 'candidateStart'),
    }),
  },
  ReplanSession: { slot: fc.option(slot), establishment: fc.option(establishment), reason },
  AddExaminer: { id: fc.constantFrom('teva', 'ÿ'), name: fc.record({ surname: text(100), firstName: text(100) }) },
  RemoveExaminer: { id: fc.constantFrom('lefevre', 'teva'), reason },
  CancelSession: { reason },
  IssueAccessCode: { accessCode },
  RegisterCandidate: line,
  CorrectCandidate: { candidate, ...line },
  WithdrawCandidate: { candidate, reason: detail },
  CorrectIdentity: { candidate, identity, reason },
  CorrectExtraTime: { candidate, extraTime, reason },
  VerifyExtraTime: { candidate, extraTime, evidence: detail },
  GrantExtraTime: { candidate, extraTime, reason: detail },
  PrintSheet: { view: fc.constantFrom('copyToSign', 'examinersCopy'), printedRevision: fc.constantFrom(undefined, 1) },
  RecordSignature: { candidate, signature: fc.constantFrom('seen', 'forgotten', 'wrongLine'), detail },
  RecordDocument: { kind: fc.constantFrom('navette', 'results'), document, sender: text(200), recipient: text(200) },
  MarkPresent: { candidate },
  MarkAbsent: { candidate },
  MarkCouldNotJoin: cause('account', 'network'),
  MarkLeft: cause('excluded', 'other'),
  MarkStarted: { candidate },
  GiveAccessCode: { accessCode },
  CorrectStart: { startedAt: fc.constantFrom(Date.UTC(2000, 0, 1), '2019-05-14T06:00:00.123456Z'), reason },
  GrantAllowance: {
    candidates: fc.oneof(fc.constant('all'), fc.array(candidate, { minLength: 1, maxLength: 4 })),
    seconds: whole(1, 86_400),
    cause: fc.constantFrom('fireAlarm', 'other'),
    detail,
  },
  RecordCertificationNumber: { candidate, certificationNumber },
  CorrectCertificationNumber: { candidate, certificationNumber, reason },
  ExplainMissingNumber: cause('notRead', 'other'),
  AnnounceRemainingTime: { remainingSeconds: whole(0, 86_400), invitedToPass: fc.boolean() },
  RecordEndScreen: { candidate },
  ExplainMissingEndScreen: cause('fraud', 'other'),
  CloseSession: {},
  AddComment: { candidate, text: text(2000) },
  AddSessionComment: { text: text(2000) },
  RecordInterruption: cause('disconnection', 'other'),
  RecordResumption: { candidate, accessCode },
  SignalProblem: {
    candidate,
    question: whole(1, 500),
    examinerAdvised: fc.boolean(),
    category: fc.constantFrom(null, { code: 'E12', vocabulary: '2024-01' }),
    wording: fc.option(text(500)),
  },
  ReportFraud: {
    candidate,
    facts: text(4000),
    witnesses: fc.array(text(200), { maxLength: 3 }),
    candidateRemarks: fc.option(text(4000)),
  },
  RetractEntry: { entry: fc.integer({ min: 1, max: 40 }), reason },
  SubmitSheet: { digitalSheet: document, signedScan: document, sender: text(200), recipient: text(200) },
  ReturnSheet: { reason },
  SendResults: {
    results: fc.array(fc.record(result), { maxLength: 3 }),
    document,
    sender: text(200),
    recipient: text(200),
  },
  CorrectResult: { candidate, ...result, reason },
  ErasePerson: { person: fc.constantFrom('candidate-1', 'candidate-99999', 'examiner-ÿ', 'session'), reason },
};

/** Any command, as anybody can write it. */
export const wideCommands: fc.Arbitrary<{ readonly type: string; readonly data: object }> = fc.oneof(
  ...Object.entries(DATA).map(([type, shape]) => fc.record({ type: fc.constant(type), data: fc.record(shape) })),
);

/** A plan of a session, as widely as anybody can write it. */
export const widePlans: fc.Arbitrary<{ readonly type: string; readonly data: object }> = fc.record({
  type: fc.constant('PlanSession'),
  data: fc.record(DATA.PlanSession),
});
