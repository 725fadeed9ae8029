import { describe, expect, test } from 'vitest';
import { identityOf } from '../../src/adapters/testing/arbitraries/people.ts';
import { must, say } from '../support/asked.ts';
import { bytesOf, HUGO, LEA, registered, rules, told } from './support/class.ts';
import { sheetRows, tab, written } from './support/filled.ts';
import { planned, SESSION } from './support/session.ts';

describe('before the test', () => {
  test('nothing is recorded by looking, and what is shown is what will be', async () => {
    const session = await planned();
    const difference = await session.difference(await bytesOf(LEA), 'registration');
    expect(told(difference)).toEqual(
      ['surname', 'firstName', 'birthDate', 'birthPlace'].map((field) => ['new', null, field, 'RegisterCandidate']),
    );
    expect(difference.changes[2]).toMatchObject({
      name: 'MARTIN Léa',
      cell: 'E11',
      recorded: '',
      filled: '11/02/2003',
    });
    expect(await session.lines()).toEqual([]);
  });

  test('a line that was put right corrects the registration as a whole, and a line that was added comes last', async () => {
    const session = await registered();
    const third = { ...LEA, number: 3, surname: 'PETIT', firstName: 'Manon' };
    const bytes = await bytesOf({ ...LEA, extraTime: '1/3', email: 'lea@exemple.fr' }, HUGO, third);
    const difference = await session.difference(bytes, 'registration');
    expect(told(difference).slice(0, 2)).toEqual([
      ['changed', 1, 'email', 'CorrectCandidate'],
      ['changed', 1, 'extraTime', 'CorrectCandidate'],
    ]);
    const { events } = await must(session.apply(difference));
    expect(events.map(({ type }) => type)).toEqual(['CandidateCorrected', 'CandidateRegistered']);
  });

  test('a line that was moved is the same candidate; a misspelled name is put right; a candidate who is not on the sheet stays', async () => {
    const session = await registered();
    const moved = await session.difference(
      await bytesOf({ ...HUGO, number: 1 }, { ...LEA, number: 2 }),
      'registration',
    );
    expect(told(moved)).toEqual([]);
    const misspelled = await session.difference(await bytesOf({ ...LEA, surname: 'MARTINE' }), 'registration');
    expect(told(misspelled)).toEqual([
      ['changed', 1, 'surname', 'CorrectCandidate'],
      ['missing', 2, 'surname', null],
    ]);
    const replaced = await session.difference(
      await bytesOf(LEA, { ...HUGO, surname: 'PETIT', firstName: 'Manon' }),
      'registration',
    );
    expect(told(replaced).filter(([, , field]) => field === 'surname')).toEqual([
      ['new', null, 'surname', 'RegisterCandidate'],
      ['missing', 2, 'surname', null],
    ]);
  });

  test('the 21st candidate is refused in the row where it stands, with the rule, and the record stays as it was', async () => {
    const session = await planned();
    const lines = Array.from({ length: 21 }, (_, at) => ({ ...identityOf(at), number: at + 1 }));
    const difference = await session.difference(await bytesOf(...lines), 'registration');
    expect(difference.faults).toMatchObject([
      { rule: 'room-for-one-more', tab: 'Session 1', cell: 'B31', fr: expect.stringContaining('20') },
    ]);
    expect((await session.apply(difference)).kind).toBe('refused');
    expect(await session.lines()).toEqual([]);
  });

  test('the same person twice is refused, on the sheet and against the record', async () => {
    const session = await planned();
    const twice = await session.difference(
      await bytesOf(LEA, { ...LEA, number: 2, surname: 'martin', firstName: 'LEA' }),
      'registration',
    );
    expect(rules(twice)).toEqual([['candidate-twice', 'B12']]);
    const others = await registered();
    const again = await others.difference(await bytesOf(LEA, { ...LEA, number: 3 }), 'registration');
    expect(rules(again)).toEqual([['candidate-twice', 'B12']]);
  });

  test('true homonyms that were registered one by one are told apart by their numbers', async () => {
    const session = await registered();
    const identity = { surname: 'MARTIN', firstName: 'Léa', birthDate: '2003-02-11', birthPlace: 'Rouen' };
    await must(session.register.handle(say(SESSION, 'RegisterCandidate', { identity, homonymKnown: true })));
    const both = await bytesOf(LEA, HUGO, { ...LEA, number: 3, email: 'l@exemple.fr' });
    const difference = await session.difference(both, 'registration');
    expect([told(difference), rules(difference)]).toEqual([[['changed', 3, 'email', 'CorrectCandidate']], []]);
    await must(session.apply(difference));
  });

  test('what others recorded meanwhile makes a conflict, and not a surprise', async () => {
    const session = await registered();
    const difference = await session.difference(
      await bytesOf({ ...LEA, email: 'lea@exemple.fr' }, HUGO),
      'registration',
    );
    await must(session.register.handle(say(SESSION, 'AddSessionComment', { text: 'RAS' })));
    expect(await session.apply(difference)).toMatchObject({ kind: 'conflict', expected: difference.revision });
  });

  test('a file has its effect once: what it said is not said again after somebody changed the record by hand', async () => {
    const session = await registered();
    const bytes = await bytesOf({ ...LEA, email: 'lea@exemple.fr' }, HUGO);
    const first = await session.difference(bytes, 'registration');
    await must(session.apply(first));
    expect(await session.apply(first)).toMatchObject({ kind: 'accepted' });
    const identity = { surname: 'MARTIN', firstName: 'Léa', birthDate: '2003-02-11', birthPlace: 'Rouen' };
    await must(
      session.register.handle(say(SESSION, 'CorrectCandidate', { candidate: 1, identity, email: 'autre@exemple.fr' })),
    );
    const again = await session.difference(bytes, 'registration');
    expect([told(again), again.commands]).toEqual([[['changed', 1, 'email', null]], []]);
  });

  test('a column that the sheet does not have changes nothing', async () => {
    const session = await registered();
    await must(
      session.apply(
        await session.difference(
          await bytesOf({ ...LEA, email: 'lea@exemple.fr', ine: '1203456701B', extraTime: '1/3' }, HUGO),
          'registration',
        ),
      ),
    );
    const head = sheetRows().slice(0, 9);
    const rows = [
      ...head,
      ['NOM', 'Prénom', 'Lieu de naissance', 'Date de naissance'],
      ['MARTIN', 'Léa', 'Dieppe', '11/02/2003'],
      ['BERNARD', 'Hugo', 'Dieppe', '30/07/2003'],
    ];
    const difference = await session.difference(await written('xlsx', tab(rows)), 'registration');
    expect(told(difference)).toEqual([['changed', 1, 'birthPlace', 'CorrectCandidate']]);
    await must(session.apply(difference));
    expect(await session.lines()).toMatchObject([
      {
        identity: { birthPlace: 'Dieppe' },
        email: 'lea@exemple.fr',
        identifier: { value: '1203456701B' },
        declared: { extraTime: { numerator: 1 } },
      },
      {},
    ]);
  });
});
