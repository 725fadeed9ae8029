import { describe, expect, test } from 'vitest';
import { EVENT_TYPES, type EventType, type Fact } from '../../src/domain/events/catalogue.ts';
import { refusalsOf } from '../../src/domain/machine/refusal.ts';
import { type Lifecycle, PLACES } from '../../src/domain/machine/table.ts';
import { emptySession, newCandidate, type SessionState } from '../../src/domain/state/session.ts';
import { ERASED } from '../../src/domain/values/personal.ts';
import { at } from './stages.ts';

/** States by one letter each: under review and sent back are U and B. */
const STATES: Readonly<Record<string, Lifecycle>> = {
  N: 'unplanned',
  P: 'planned',
  I: 'codesIssued',
  R: 'running',
  C: 'closed',
  U: 'sheetSubmitted.underReview',
  B: 'sheetSubmitted.returned',
  S: 'resultsSent',
  X: 'cancelled',
};

const TEST = 'candidate-registered candidate-not-absent after-the-start before-the-close';

const TIMED = 'candidate-registered candidate-not-absent after-the-start';

/** Where each event may be recorded, and the rules that it keeps beside those that every event keeps. */
const KEPT: Readonly<Record<EventType, readonly [states: string, rules: string]>> = {
  SessionPlanned: ['N', ''],
  SessionReplanned: ['PI', ''],
  ExaminerAdded: ['PIR', 'examiner-new'],
  ExaminerRemoved: ['PIR', 'examiner-known one-examiner-remains cap-still-holds'],
  SessionCancelled: ['PI', 'lifecycle-in-order'],
  AccessCodeIssued: ['P', 'lifecycle-in-order an-examiner-is-named'],
  CandidateRegistered: ['PI', 'room-for-one-more next-number homonym-known not-less-than-the-duration'],
  CandidateCorrected: ['PI', 'candidate-registered homonym-known not-less-than-the-duration'],
  CandidateWithdrawn: ['PI', 'candidate-registered'],
  IdentityCorrected: ['RCUBS', 'candidate-registered'],
  ExtraTimeCorrected: ['RCUBS', 'candidate-registered not-less-than-the-duration'],
  ExtraTimeVerified: ['IRCUBS', 'candidate-registered not-less-than-the-duration'],
  ExtraTimeGranted: ['IRCUBS', 'candidate-registered not-less-than-the-duration'],
  SheetPrinted: ['IRCUBS', 'printed-from-the-record'],
  SignatureRecorded: ['IRCUBS', 'candidate-registered candidate-not-absent'],
  DocumentRecorded: ['PIRCUBSX', ''],
  CandidatePresent: ['IRCUBS', 'candidate-registered'],
  CandidateAbsent: ['IRCUBS', 'candidate-registered took-no-part'],
  CandidateCouldNotJoin: ['RCUBS', 'candidate-registered candidate-not-absent took-no-part before-the-close'],
  CandidateLeft: ['RCUBS', `${TEST} before-the-end-screen`],
  AccessCodeGiven: ['I', 'lifecycle-in-order sessions-own-code someone-to-certify'],
  StartCorrected: ['RCUBS', 'corrects-the-start start-before-the-test start-before-the-close start-not-in-the-future'],
  AllowanceGranted: ['RCUBS', 'all-registered after-the-start before-the-close'],
  CandidateStarted: ['RCUBS', `${TEST} before-the-end-screen`],
  CertificationNumberRecorded: ['RCUBS', `${TEST} no-number-yet number-stands-once`],
  CertificationNumberCorrected: ['RCUBS', 'candidate-registered corrects-the-number number-stands-once'],
  CertificationNumberMissing: ['RCUBS', 'candidate-registered candidate-not-absent no-number-yet'],
  RemainingTimeAnnounced: ['RCUBS', 'after-the-start before-the-close'],
  EndScreenSeen: ['RCUBS', `${TEST} end-screen-not-seen-yet end-screen-comes-last`],
  EndScreenNotSeen: ['RCUBS', 'candidate-registered candidate-not-absent end-screen-not-seen-yet'],
  SessionClosed: ['R', 'lifecycle-in-order closed-last'],
  CommentAdded: ['IRCUBS', 'candidate-registered'],
  SessionCommentAdded: ['PIRCUBSX', ''],
  TestInterrupted: ['RCUBS', `${TEST} before-the-end-screen not-already-interrupted`],
  TestResumed: [
    'RCUBS',
    'candidate-registered sessions-own-code before-the-close before-the-end-screen interrupted-before',
  ],
  ProblemSignalled: [
    'RCUBS',
    'candidate-registered candidate-not-absent examiner-advised after-the-start before-the-close before-the-end-screen',
  ],
  FraudReported: ['RCUBS', TIMED],
  EntryRetracted: ['PIRCUBSX', 'entry-still-counts'],
  SheetSubmitted: ['CB', 'lifecycle-in-order every-number-or-reason every-end-screen-or-reason'],
  SheetReturned: ['U', 'lifecycle-in-order'],
  ResultRecorded: ['U', 'candidate-registered result-of-the-number one-result'],
  ResultCorrected: ['S', 'candidate-registered result-of-the-number corrects-a-result'],
  ResultsSent: ['U', 'lifecycle-in-order every-number-has-its-result'],
  PersonErased: ['CUBSX', 'person-on-record person-not-erased'],
};

const NOW = at('09:00');

const mark = (minutes: number, revision: number) => ({ at: NOW + minutes * 60_000, revision });

/** A session in which everything that a rule looks at is wrong for what is said to happen at nine. */
function wrongSession(): SessionState {
  const state = emptySession();
  const one = newCandidate(1, ERASED, 6300);
  const two = newCandidate(2, ERASED, 6300);
  const tested = { withdrawn: true, absent: mark(0, 2), certificationNumber: '7', numbered: mark(-3, 3) };
  Object.assign(one, tested, { endScreen: mark(-1, 4), result: true });
  one.interruptions.push({ began: mark(-5, 5), resumed: null }, { began: mark(5, 6), resumed: null });
  Object.assign(two, { withdrawn: true, endScreen: mark(-1, 7), certificationNumber: '8' });
  state.candidates.push(one, two, newCandidate(3, ERASED, 6300));
  state.numbers.set('7', 1).set('8', 2);
  Object.assign(state, { revision: 10, recordedAt: NOW + 1, lifecycleAt: NOW + 1 });
  Object.assign(state, { startedAt: NOW + 1, closedAt: NOW - 1, accessCode: 'BCDF23' });
  state.erased = ['candidate-99'];
  return state;
}

/** What the events say that is wrong beside their time; the others speak of candidate 1 alone. */
const SAID: { readonly [T in EventType]?: object } = {
  ExaminerAdded: { examiner: 'lefevre' },
  ExaminerRemoved: { examiner: 'hoarau' },
  CandidateRegistered: { candidate: 1, durationSeconds: 6299, homonymOf: [2], homonymKnown: false },
  CandidateCorrected: { candidate: 1, durationSeconds: 6299, homonymOf: [2], homonymKnown: false },
  ExtraTimeCorrected: { candidate: 1, durationSeconds: 6299 },
  ExtraTimeVerified: { candidate: 1, durationSeconds: 6299 },
  ExtraTimeGranted: { candidate: 1, durationSeconds: 6299 },
  SheetPrinted: { printedRevision: 11 },
  AccessCodeGiven: { accessCode: 'ZZZZ99' },
  StartCorrected: { corrects: 9, startedAt: NOW + 600_000 },
  AllowanceGranted: { candidates: [3, 99] },
  CertificationNumberRecorded: { candidate: 1, certificationNumber: '8' },
  CertificationNumberCorrected: { candidate: 1, certificationNumber: '8', corrects: 9 },
  TestResumed: { candidate: 2, accessCode: 'ZZZZ99' },
  ProblemSignalled: { candidate: 1, examinerAdvised: false },
  EntryRetracted: { entry: 9, candidate: 1 },
  ResultRecorded: { candidate: 1, certificationNumber: '8' },
  ResultCorrected: { candidate: 2, certificationNumber: '7' },
  PersonErased: { person: 'candidate-99' },
};

const wrong = (type: EventType): Fact =>
  ({
    type,
    data: SAID[type] ?? { candidate: 1 },
    occurredAt: NOW,
    recordedAt: NOW - 1,
    revision: 5,
  }) as unknown as Fact;

describe('the lifecycle of a session', () => {
  test('has these states, and no other', () => {
    expect(PLACES.map(({ lifecycle }) => lifecycle)).toEqual(Object.values(STATES));
  });

  test.each(EVENT_TYPES)('%s is refused by every rule that it breaks, where it may be recorded at all', (type) => {
    const [states, rules] = KEPT[type];
    const state = wrongSession();
    if (type === 'ExaminerAdded') state.examiners.push('lefevre');
    if (type === 'ResultsSent') Object.assign(state.candidates[2] ?? {}, { certificationNumber: '9' });
    const kept = ['next-revision', 'recorded-in-order', 'not-in-the-future', ...rules.split(' ').filter(Boolean)];
    for (const [letter, lifecycle] of Object.entries(STATES)) {
      const place = PLACES.find((one) => one.lifecycle === lifecycle);
      const found = place === undefined ? [] : refusalsOf(place, state, wrong(type)).map(({ rule }) => rule);
      expect([lifecycle, found]).toEqual([lifecycle, states.includes(letter) ? kept : ['allowed-in-state']]);
    }
  });

  test('is left by these steps alone', () => {
    const moves = PLACES.flatMap(({ lifecycle, steps }) =>
      [...steps].flatMap(([type, { target }]) =>
        target.lifecycle === lifecycle ? [] : [`${lifecycle} ${type} ${target.lifecycle}`],
      ),
    );
    expect(moves).toEqual([
      'unplanned SessionPlanned planned',
      'planned AccessCodeIssued codesIssued',
      'planned SessionCancelled cancelled',
      'codesIssued AccessCodeGiven running',
      'codesIssued SessionCancelled cancelled',
      'running SessionClosed closed',
      'closed SheetSubmitted sheetSubmitted.underReview',
      'sheetSubmitted.underReview SheetReturned sheetSubmitted.returned',
      'sheetSubmitted.underReview ResultsSent resultsSent',
      'sheetSubmitted.returned SheetSubmitted sheetSubmitted.underReview',
    ]);
  });
});
