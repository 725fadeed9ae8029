import { describe, expect, test } from 'vitest';
import { must, say } from '../support/asked.ts';
import { erasing } from '../support/erasing.ts';
import { bytesOf, closed, HUGO, LEA, registered, rules, told } from './support/class.ts';
import { CLOSED_AT, SESSION } from './support/session.ts';

describe('after the test', () => {
  test('numbers, end screens and comments are dated to the close, and say that they were typed in late', async () => {
    const session = await closed();
    const bytes = await bytesOf({ ...LEA, certificationNumber: 410_200, endScreen: 'X', comments: 'RAS' }, HUGO);
    const { events } = await must(session.apply(await session.difference(bytes, 'completion')));
    expect(events.map(({ type, occurredAt, recordedAt }) => [type, occurredAt, recordedAt > occurredAt])).toEqual([
      ['CertificationNumberRecorded', CLOSED_AT, true],
      ['EndScreenSeen', CLOSED_AT, true],
      ['CommentAdded', CLOSED_AT, true],
    ]);
  });

  test('an end screen that was not seen is explained by the comment, and an absence is an absence', async () => {
    const session = await closed();
    const fraud = 'Suspicion de fraude : voir le rapport joint';
    const bytes = await bytesOf(
      { ...LEA, certificationNumber: 410_200, comments: fraud },
      { ...HUGO, comments: 'Absent' },
    );
    const difference = await session.difference(bytes, 'completion');
    expect(told(difference)).toEqual([
      ['new', 1, 'certificationNumber', 'RecordCertificationNumber'],
      ['new', 1, 'endScreen', 'ExplainMissingEndScreen'],
      ['new', 1, 'comments', 'AddComment'],
      ['new', 2, 'comments', 'MarkAbsent'],
    ]);
    await must(session.apply(difference));
    expect(await session.lines()).toMatchObject([
      { endScreen: { type: 'EndScreenNotSeen', detail: fraud } },
      { attendance: { kind: 'absent' } },
    ]);
    expect((await session.difference(bytes, 'completion')).changes).toEqual([]);
  });

  test('while the test runs a tick that is missing means nothing yet', async () => {
    const session = await registered();
    await session.start();
    const difference = await session.difference(
      await bytesOf({ ...LEA, comments: 'Changement de poste' }, HUGO),
      'completion',
    );
    expect(told(difference)).toEqual([['new', 1, 'comments', 'AddComment']]);
    expect(difference.commands).not.toMatchObject([{ occurredAt: expect.anything() }]);
  });

  test('what disagrees with what was recorded during the test is corrected with its reason, or left to a person', async () => {
    const session = await registered();
    await session.start();
    const note = (type: 'RecordCertificationNumber' | 'RecordEndScreen', data: object) =>
      session.register.handle({ ...say(SESSION, 'MarkPresent', { candidate: 1 }), type, data });
    await must(note('RecordCertificationNumber', { candidate: 1, certificationNumber: '410201' }));
    await must(note('RecordEndScreen', { candidate: 1 }));
    await must(note('RecordCertificationNumber', { candidate: 2, certificationNumber: '410207' }));
    await must(session.register.handle(say(SESSION, 'AddComment', { candidate: 2, text: 'Arrivé à 8 h 40' })));
    await session.close();
    const bytes = await bytesOf(
      { ...LEA, certificationNumber: 410_200, endScreen: 'non' },
      { ...HUGO, birthDate: '30/07/2004', extraTime: '1/3', email: 'hugo@exemple.fr', endScreen: 'X' },
    );
    const difference = await session.difference(bytes, 'completion');
    expect(told(difference)).toEqual([
      ['disagrees', 1, 'certificationNumber', 'CorrectCertificationNumber'],
      ['disagrees', 1, 'endScreen', null],
      ['disagrees', 2, 'birthDate', 'CorrectIdentity'],
      ['disagrees', 2, 'email', null],
      ['disagrees', 2, 'extraTime', 'CorrectExtraTime'],
      ['missing', 2, 'certificationNumber', null],
      ['new', 2, 'endScreen', 'RecordEndScreen'],
      ['missing', 2, 'comments', null],
    ]);
    const { events } = await must(session.apply(difference));
    expect(events[0]).toMatchObject({
      data: { reason: 'D’après la feuille feuille.ods, onglet « Session 1 », cellule J11' },
    });
    expect(await session.lines()).toMatchObject([
      { certificationNumber: '410200' },
      { certificationNumber: '410207', remarks: [{ text: 'Arrivé à 8 h 40' }] },
    ]);
  });

  test('a reason why there is no number is left to a person where the sheet and the record differ', async () => {
    const session = await closed();
    const bytes = await bytesOf({ ...LEA, certificationNumber: 'sans numéro : écran éteint' }, HUGO);
    expect(told(await session.difference(bytes, 'completion'))).toEqual([
      ['disagrees', 1, 'certificationNumber', null],
    ]);
  });

  test('an end screen that is said not to be seen needs no comment', async () => {
    const session = await closed();
    const difference = await session.difference(await bytesOf({ ...LEA, endScreen: 'non' }, HUGO), 'completion');
    await must(session.apply(difference));
    expect(await session.lines()).toMatchObject([
      { endScreen: { type: 'EndScreenNotSeen', cause: 'other', detail: 'non' } },
      {},
    ]);
    const without = await session.difference(await bytesOf(LEA, HUGO), 'completion');
    expect(told(without)).toEqual([['missing', 1, 'endScreen', null]]);
  });

  test('somebody whom nobody registered is refused, and everything that the rules refuse is told with its cell', async () => {
    const session = await registered();
    const bytes = await bytesOf(
      { ...LEA, certificationNumber: 1 },
      { ...HUGO, certificationNumber: 2 },
      { ...LEA, number: 3, surname: 'PETIT', firstName: 'Manon' },
    );
    expect(rules(await session.difference(bytes, 'completion'))).toEqual([
      ['candidate-unknown', 'B13'],
      ['allowed-in-state', 'J11'],
    ]);
    await session.start();
    await must(
      session.register.handle(say(SESSION, 'RecordCertificationNumber', { candidate: 2, certificationNumber: '9' })),
    );
    const swapped = await session.difference(
      await bytesOf({ ...LEA, certificationNumber: 9 }, { ...HUGO, certificationNumber: 8 }),
      'completion',
    );
    expect(swapped.faults).toMatchObject([{ rule: 'number-stands-once', cell: 'J11', value: '9', personal: true }]);
  });

  test('of somebody who was erased nothing is compared, and nothing comes back', async () => {
    const session = await closed(await erasing());
    const bytes = await bytesOf({ ...LEA, comments: 'RAS' }, { ...HUGO, comments: 'RAS' });
    await must(session.apply(await session.difference(bytes, 'completion')));
    const erase = say(SESSION, 'ErasePerson', { person: 'candidate-1', reason: 'Demande de la famille' });
    await must(session.register.handle(erase));
    const numbered = await bytesOf({ ...LEA, certificationNumber: 410_200 }, { ...HUGO, comments: 'RAS' });
    expect(told(await session.difference(numbered, 'completion'))).toEqual([]);
  });
});
