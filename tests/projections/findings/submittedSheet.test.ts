import { describe, expect, test } from 'vitest';
import { forge, frenchOf, revisionsOf } from './asked.ts';
import type { Otherwise } from './held.ts';
import { nothing } from './injection.ts';

describe('The sheet that was sent', () => {
  test('is compared with what stood at the close, thing by thing', () => {
    const after: NonNullable<Otherwise['after']> = ({ story, at }, usual) => {
      usual();
      const [interruption = 0] = revisionsOf(story.events, ['TestResumed'], 2);
      const [seen = 0] = revisionsOf(story.events, ['EndScreenSeen'], 3);
      const reason = 'Relu sur le papier';
      story.must({ type: 'CorrectCertificationNumber', data: { candidate: 1, certificationNumber: '777', reason } });
      story.must({ type: 'RetractEntry', data: { entry: interruption, reason } });
      story.must({ type: 'RetractEntry', data: { entry: seen, reason } });
      story.must({ type: 'ExplainMissingEndScreen', data: { candidate: 3, cause: 'overlooked' } });
      story.must({ type: 'MarkLeft', data: { candidate: 3, cause: 'ownChoice' }, occurredAt: at(90) });
      story.must({ type: 'CorrectStart', data: { startedAt: at(-1), reason } });
      story.must({ type: 'GrantExtraTime', data: { candidate: 1, extraTime: '1/3' } });
      story.must({ type: 'GrantAllowance', data: { seconds: 60, cause: 'fireAlarm' }, occurredAt: at(20) });
      story.must({ type: 'GrantAllowance', data: { seconds: 90, cause: 'powerCut' }, occurredAt: at(21) });
    };
    expect(frenchOf('changed-after-the-close', { after })).toEqual(
      [
        'Candidat n° 1 : modifié après la clôture, avant la transmission de la feuille : numéro de certification (31001109 → 777), durée (1 h 45 → 2 h 20).',
        'Candidat n° 2 : modifié après la clôture, avant la transmission de la feuille : interruptions (09:10–09:14 → 09:10–?).',
        'Candidat n° 3 : modifié après la clôture, avant la transmission de la feuille : écran de fin (vu → non vu), présence (présent → parti).',
        'Session : modifié après la clôture, avant la transmission de la feuille : début du décompte (08:30 → 08:29).',
      ].toSorted(),
    );
    expect(frenchOf('added-after-the-close', { after })).toEqual([
      'Session : ajouté après la clôture, avant la transmission de la feuille : temps rendu (rien → 1 min + 1 min 30 s).',
    ]);
  });

  test('does not differ where something was changed and changed back, or where only a reason was added', () => {
    const after: NonNullable<Otherwise['after']> = ({ story, at }, usual) => {
      usual();
      const reason = 'Erreur de saisie';
      const [entry = 0] = revisionsOf(story.events, ['EndScreenSeen'], 1);
      story.must({ type: 'RetractEntry', data: { entry, reason } });
      story.must({ type: 'RecordEndScreen', data: { candidate: 1 }, occurredAt: at(104) });
      story.must({ type: 'ExplainMissingEndScreen', data: { candidate: 3, cause: 'overlooked' } });
      story.must({ type: 'AddSessionComment', data: { text: 'Salle bruyante' } });
      const note = revisionsOf(story.events, ['SessionCommentAdded']).at(-1) ?? 0;
      story.must({ type: 'RetractEntry', data: { entry: note, reason } });
    };
    const otherwise: Otherwise = {
      finish: ({ story, at }) => {
        story.now = at(104);
        for (const candidate of [1, 2]) story.must({ type: 'RecordEndScreen', data: { candidate } });
      },
      after,
    };
    expect(frenchOf('changed-after-the-close', otherwise)).toEqual([]);
    expect(frenchOf('added-after-the-close', otherwise)).toEqual([]);
  });

  test('tells an absence and a failure to join from a presence', () => {
    const otherwise: Otherwise = {
      welcome: nothing,
      number: nothing,
      middle: nothing,
      announce: nothing,
      finish: nothing,
      after: ({ story, at }, usual) => {
        usual();
        story.must({ type: 'MarkAbsent', data: { candidate: 1 } });
        story.must({ type: 'MarkCouldNotJoin', data: { candidate: 2, cause: 'account' }, occurredAt: at(30) });
        story.must({ type: 'MarkPresent', data: { candidate: 3 } });
        story.must({ type: 'ExplainMissingNumber', data: { candidate: 3, cause: 'notRead' } });
        story.must({ type: 'ExplainMissingEndScreen', data: { candidate: 3, cause: 'overlooked' } });
      },
      conclude: nothing,
    };
    expect(frenchOf('added-after-the-close', otherwise)).toEqual(
      ['absent', 'n’a pas pu rejoindre', 'présent'].map(
        (word, index) =>
          `Candidat n° ${index + 1} : ajouté après la clôture, avant la transmission de la feuille : présence (rien → ${word}).`,
      ),
    );
  });

  test('is what the record is compared with from then on', () => {
    const conclude: NonNullable<Otherwise['conclude']> = ({ story }) => {
      const [entry = 0] = revisionsOf(story.events, ['CertificationNumberRecorded'], 1);
      story.must({ type: 'RetractEntry', data: { entry, reason: 'Mal relevé' } });
      story.must({ type: 'ExplainMissingNumber', data: { candidate: 1, cause: 'notRead' } });
    };
    expect(frenchOf('changed-since-submission', { conclude })).toEqual([
      'Candidat n° 1 : modifié depuis la dernière transmission de la feuille : numéro de certification (31001109 → aucun, avec motif).',
    ]);
  });

  test('is compared all the same where somebody took back what was never entered', () => {
    const after: NonNullable<Otherwise['after']> = (room, usual) => {
      usual();
      const [entry = 0] = revisionsOf(room.story.events, ['CertificationNumberRecorded'], 1);
      forge(room, 'EntryRetracted', { entry: 9999, candidate: null, reason: 'Erreur' });
      forge(room, 'EntryRetracted', { entry, candidate: null, reason: 'Erreur' });
      room.story.must({ type: 'ExplainMissingNumber', data: { candidate: 1, cause: 'notRead' } });
    };
    expect(frenchOf('changed-after-the-close', { after })).toEqual([
      'Candidat n° 1 : modifié après la clôture, avant la transmission de la feuille : numéro de certification (31001109 → aucun, avec motif).',
    ]);
  });
});
