import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories, retold, type Spoken } from '../../../src/adapters/testing/histories/index.ts';
import { historyText, historyTrial } from '../../../src/adapters/testing/report/index.ts';
import { check } from '../../../src/adapters/testing/run/check.ts';
import { holds } from '../../support/property.ts';
import { noneInterrupted } from './planted.ts';

const AT = '2019-05-13T22:30:00.000Z';

const PLAN: Spoken = {
  at: AT,
  told: {
    type: 'PlanSession',
    data: {
      establishment: { name: 'Lycée', address: '1 rue Haute', postalCode: '98800', city: 'Nouméa' },
      slot: {
        date: '2019-05-14',
        start: '10:30',
        end: '12:30',
        zone: 'Pacific/Noumea',
        site: 'Lycée',
        room: 'B12',
      },
      examiners: [{ id: 'lefevre', name: { surname: 'LEFÈVRE', firstName: 'Anne' } }],
    },
  },
};

const COMMENT: Spoken = {
  at: '2019-05-13T22:40:00.000Z',
  told: { type: 'AddSessionComment', data: { text: 'Bruit\ndans la salle' }, occurredAt: '2019-05-14T09:35:00+11:00' },
};

const WRONG: Spoken = { at: '2019-05-13T22:41:00.000Z', told: { type: 'CloseSession', data: {} } };

describe('a history for people', () => {
  test('says what was given, what was told last, and what then became of it', () => {
    const text = historyText(retold([PLAN, WRONG, COMMENT]));
    expect(text.slice(0, text.indexOf('\n\nEvents'))).toBe(
      [
        'Given',
        '  2019-05-14 09:30:00  Planifier une session [PlanSession]',
        '      recorded 1: Session planifiée : 14 mai 2019, de 10:30 à 12:30 (Pacific/Noumea), Lycée, B12, Lycée, 1 rue Haute, 98800 Nouméa',
        '      recorded 2: Examinateur désigné : LEFÈVRE Anne (lefevre)',
        '  2019-05-14 09:41:00  Clore la session [CloseSession]: {}',
        '      refused by allowed-in-state: Dans l’état « planifiée », ceci ne peut être enregistré ; c’est possible dans : en cours.',
        'When',
        '  2019-05-14 09:40:00  Commenter la session [AddSessionComment] (of 2019-05-14 09:35:00)',
        'Then',
        '      recorded 3: Commentaire sur la session : Bruit dans la salle',
      ].join('\n'),
    );
  });

  test('shows its events as a table, on the clock of the room, with their data in short', () => {
    const text = historyText(retold([PLAN, COMMENT]));
    expect(text).toContain('\n\nEvents (times: Pacific/Noumea)\n\nRev │ Occurred ');
    expect(text).toMatch(
      /\n1 {3}│ 2019-05-14 09:30:00 │ 2019-05-14 09:30:00 │ SessionPlanned {6}│ \{"session":"session-1",.{0,60}…\n/,
    );
    expect(text).toMatch(/\n3 {3}│ 2019-05-14 09:35:00 │ 2019-05-14 09:40:00 │ SessionCommentAdded │ \{"text":"Bruit/);
    expect(text).not.toContain('Refusals');
  });

  test('lists its refusals: the command, the rule, the path, and why', () => {
    const unreadable: Spoken = { at: AT, told: { type: 'IssueAccessCode', data: { accessCode: 'abc' } } };
    const text = historyText(retold([PLAN, WRONG, unreadable]));
    expect(text.slice(text.indexOf('Refusals'))).toMatch(
      /\n2 CloseSession +│ allowed-in-state +│ — +│ In the state planned .+\n3 IssueAccessCode +│ access-code-shape +│ data\.accessCode +│ .+$/,
    );
  });

  test('of which nothing was told says so, and has no tables', () => {
    expect(historyText(retold([]))).toBe('Given\n  nothing is recorded of the session');
    expect(historyText(retold([WRONG]))).toMatch(
      /^Given\n {2}nothing is recorded of the session\nWhen\n.*Clore la session/,
    );
  });

  test('can be told of any history, each command with what became of it', () => {
    holds(
      fc.property(histories({ choices: 30 }), (history) => {
        const text = historyText(history);
        const lines = text.split('\n');
        const recorded = lines.filter((line) => line.startsWith('      recorded '));
        expect(recorded).toHaveLength(history.events.length);
        for (const { told } of history.steps) expect(text).toContain(`[${told.type}]`);
        expect(text).not.toMatch(/undefined|\[object/);
      }),
      { runs: 60 },
    );
  });
});

describe('a trial over histories', () => {
  test('that does not hold is told as given, when, then, with what went wrong and one token', async () => {
    const verdict = await check(noneInterrupted, { seed: 3 });
    const text = verdict.kind === 'failed' ? verdict.text : '';
    expect(text).toMatch(/^Does not hold: nobody with extra time loses the test\n\nGiven\n/);
    expect(text).toMatch(
      /\nWhen\n.*\[RecordInterruption\].*\nThen\n {6}recorded \d+: Candidat n° \d+ : test interrompu/,
    );
    expect(text).toMatch(/\n\nlost with extra time\n\nTry it again: em1\.[\w:.]+$/);
    expect(text.match(/em1\./g)).toHaveLength(1);
  });

  test('is tried on a hundred histories, unless it says otherwise', async () => {
    const nothing = () => undefined;
    expect(historyTrial('nothing is asked', nothing).runs).toBe(100);
    expect(await check(historyTrial('nothing is asked', nothing, { runs: 7, choices: 3 }))).toMatchObject({
      kind: 'held',
      runs: 7,
    });
  });
});
