import { describe, expect, test } from 'vitest';
import { EVENTS, type Fact, isEventType } from '../../src/domain/events/catalogue.ts';
import { PROCEDURE } from '../../src/domain/procedure.ts';
import { instantOf, plain } from '../../src/domain/rules/define.ts';
import { evolve } from '../../src/domain/state/evolve.ts';
import { copyOf } from '../../src/domain/state/session.ts';
import { ERASED, isErased } from '../../src/domain/values/personal.ts';
import { overlap, plannedSlot } from '../../src/domain/values/slot.ts';
import { wallClock } from '../../src/domain/values/time.ts';
import { at, CODE, factOf, started } from './stages.ts';

describe('slots', () => {
  const slot = (from: string, to: string) => ({
    date: '2019-05-14',
    start: from,
    end: to,
    zone: 'Europe/Paris',
    site: 'Lycée',
    room: 'B12',
    startsAt: at(from),
    endsAt: at(to),
  });

  test('that share an instant overlap, those that only touch do not', () => {
    const morning = slot('08:30', '10:30');
    for (const [from, to, shared] of [
      ['10:29', '12:00', true],
      ['10:30', '12:00', false],
      ['07:00', '08:31', true],
      ['07:00', '08:30', false],
      ['09:00', '10:00', true],
      ['07:00', '12:00', true],
    ] as const) {
      expect([from, to, overlap(morning, slot(from, to))]).toEqual([from, to, shared]);
      expect([from, to, overlap(slot(from, to), morning)]).toEqual([from, to, shared]);
    }
  });

  test('are stored with the instants that they meant', () => {
    const stored = slot('08:30', '10:30');
    expect(plannedSlot.parse(stored)).toEqual(stored);
    expect(plannedSlot.safeParse({ ...stored, startsAt: undefined }).success).toBe(false);
    expect(plannedSlot.safeParse({ ...stored, endsAt: Date.UTC(1999, 11, 31) }).success).toBe(false);
    expect(plannedSlot.safeParse({ ...stored, length: 7200 }).success).toBe(false);
  });
});

describe('instants', () => {
  test('are read on the wall clock of a zone', () => {
    const half = { date: '2019-05-14', time: '08:35', seconds: '08:35:09' };
    expect(wallClock(at('08:35:09.999'), 'Europe/Paris')).toEqual(half);
    expect(wallClock(at('08:35:09'), 'Pacific/Tahiti')).toEqual({
      date: '2019-05-13',
      time: '20:35',
      seconds: '20:35:09',
    });
  });

  test('are quoted in UTC, and nothing where there is none', () => {
    expect(instantOf(at('08:35'))).toEqual({ value: '2019-05-14T06:35:00.000Z', personal: false });
    expect(instantOf(0)).toEqual({ value: '1970-01-01T00:00:00.000Z', personal: false });
    expect(instantOf(null)).toEqual({ value: null, personal: false });
    expect(instantOf(undefined)).toEqual({ value: null, personal: false });
    expect(plain(undefined)).toEqual({ value: null, personal: false });
    expect(plain(0)).toEqual({ value: 0, personal: false });
    expect(plain(false)).toEqual({ value: false, personal: false });
  });
});

describe('personal data', () => {
  test('is declared field by field, with what erasure leaves', () => {
    for (const [type, { fields, data, sentence, about, version, label }] of Object.entries(EVENTS)) {
      expect([type, version, sentence in PROCEDURE, label.length > 0]).toEqual([type, 1, true, true]);
      expect(about === 'candidate' ? 'candidate' in fields : true).toBe(true);
      expect(about === 'examiner' ? 'examiner' in fields : true).toBe(true);
      for (const field of Object.values(fields)) {
        expect(field.schema.safeParse(ERASED).success).toBe(field.personal);
        if (field.personal) expect(field.leaves).toEqual({ erased: true });
      }
      expect(data.safeParse(null).success).toBe(false);
    }
  });

  test('is what tells of a person: names, birth, addresses, extra time, free text, scores', () => {
    const personal = Object.entries(EVENTS).map(([type, { fields }]) => [
      type,
      Object.entries(fields).flatMap(([name, field]) => (field.personal ? [name] : [])),
    ]);
    expect(Object.fromEntries(personal.filter(([, names = []]) => names.length > 0))).toEqual({
      SessionReplanned: ['reason'],
      ExaminerAdded: ['name'],
      ExaminerRemoved: ['reason'],
      SessionCancelled: ['reason'],
      CandidateRegistered: ['identity', 'email', 'identifier', 'extraTime'],
      CandidateCorrected: ['identity', 'email', 'identifier', 'extraTime'],
      CandidateWithdrawn: ['reason'],
      IdentityCorrected: ['identity', 'reason'],
      ExtraTimeCorrected: ['extraTime', 'reason'],
      ExtraTimeVerified: ['extraTime', 'evidence'],
      ExtraTimeGranted: ['extraTime', 'reason'],
      SignatureRecorded: ['detail'],
      DocumentRecorded: ['sender', 'recipient'],
      CandidateCouldNotJoin: ['detail'],
      CandidateLeft: ['detail'],
      StartCorrected: ['reason'],
      AllowanceGranted: ['detail'],
      CertificationNumberCorrected: ['reason'],
      CertificationNumberMissing: ['detail'],
      EndScreenNotSeen: ['detail'],
      CommentAdded: ['text'],
      SessionCommentAdded: ['text'],
      TestInterrupted: ['detail'],
      ProblemSignalled: ['wording'],
      FraudReported: ['facts', 'witnesses', 'candidateRemarks'],
      EntryRetracted: ['reason'],
      SheetReturned: ['reason'],
      ResultRecorded: ['score', 'comment'],
      ResultCorrected: ['score', 'comment', 'reason'],
    });
  });

  test('is erased where nothing but the mark of erasure is left', () => {
    const name: object = { surname: 'TEVA' };
    expect([isErased(ERASED), isErased({ erased: true })]).toEqual([true, true]);
    expect([isErased(name), isErased('erased'), isErased(null), isErased(3)]).toEqual([false, false, false, false]);
    expect(isErased({ erased: false })).toBe(false);
  });
});

describe('events', () => {
  test('go by their own names', () => {
    for (const [name, { type }] of Object.entries(EVENTS)) expect(type).toBe(name);
    expect([isEventType('SessionPlanned'), isEventType('SessionPostponed'), isEventType('toString')]).toEqual([
      true,
      false,
      false,
    ]);
  });

  test('about somebody whom nobody registered change nothing but the place in the record', () => {
    const story = started();
    const facts: readonly Fact[] = [
      factOf(story, 'CandidateAbsent', { candidate: 4 }),
      factOf(story, 'CandidateWithdrawn', { candidate: 99, reason: null }),
      factOf(story, 'CertificationNumberRecorded', { candidate: 0, certificationNumber: '7' }),
      factOf(story, 'TestResumed', { candidate: 9999, accessCode: CODE }),
    ];
    for (const fact of facts) {
      const { state } = story.draft;
      const draft = copyOf(state);
      evolve(draft, { ...fact, recordedAt: at('09:05') });
      expect(draft).toEqual({ ...state, revision: 8, recordedAt: at('09:05') });
    }
  });
});
