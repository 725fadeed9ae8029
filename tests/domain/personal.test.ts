import { describe, expect, test } from 'vitest';
import { EVENTS, type Fact, isEventType } from '../../src/domain/events/catalogue.ts';
import { replay } from '../../src/domain/machine/replay.ts';
import { PROCEDURE } from '../../src/domain/procedure.ts';
import { evolve } from '../../src/domain/state/evolve.ts';
import { copyOf } from '../../src/domain/state/session.ts';
import { ERASED, isErased } from '../../src/domain/values/personal.ts';
import { at, CODE, factOf, started } from './stages.ts';

describe('personal data', () => {
  test('is declared field by field, with what erasure leaves', () => {
    for (const [type, { fields, data, sentence, about, version, label }] of Object.entries(EVENTS)) {
      expect([type, version, sentence === null || sentence in PROCEDURE, label.length > 0]).toEqual([
        type,
        type === 'FraudReported' ? 2 : 1,
        true,
        true,
      ]);
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
      factOf(story, 'CommentAdded', { candidate: 4, text: 'Bruit' }),
      factOf(story, 'FraudReported', {
        candidate: 4,
        facts: 'Oui',
        witnesses: [],
        candidateRemarks: null,
        candidateHeard: false,
      }),
      factOf(story, 'ProblemSignalled', {
        candidate: 4,
        question: 1,
        examinerAdvised: true,
        category: null,
        wording: null,
      }),
    ];
    for (const fact of facts) {
      const { state } = story.draft;
      const draft = copyOf(state);
      evolve(draft, { ...fact, recordedAt: at('09:05') });
      const left = { ...state, revision: 8, recordedAt: at('09:05') };
      expect(draft).toEqual(left);
      expect(replay([...story.events, { ...fact, recordedAt: at('09:05') }]).state).toEqual(left);
    }
  });
});
