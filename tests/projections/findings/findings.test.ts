import { describe, expect, test } from 'vitest';
import type { SessionEvent } from '../../../src/domain/events/catalogue.ts';
import { PROCEDURE } from '../../../src/domain/procedure.ts';
import { auditHistory } from '../../../src/projections/audit/history.ts';
import {
  attendanceSheet,
  type FindingRule,
  findingsOf,
  findingsText,
  project,
} from '../../../src/projections/index.ts';
import { found, revisionsOf } from './asked.ts';
import { held, PLAN, SCAN } from './held.ts';

describe('A rule of a host', () => {
  const often: FindingRule = {
    name: 'often',
    severity: 'doubtful',
    sentence: null,
    about: { en: 'Anything at all.', fr: 'N’importe quoi.' },
    *find({ history, replayed }) {
      for (const { revision } of history.events) {
        const { lifecycle } = replayed.session;
        for (let n = 0; n < 100; n++) {
          yield { candidate: null, events: [revision], en: `${lifecycle} ${n}`, fr: `${lifecycle} ${n}` };
        }
      }
    },
  };

  test('is asked beside the library’s own, and of its findings a thousand are kept and the rest is counted', () => {
    const { events } = held(PLAN).story;
    const all = findingsOf(auditHistory(events), { rules: [often] });
    const more = events.length * 100 - 1000;
    expect(all).toHaveLength(1001);
    expect(all[0]).toEqual({
      ...{ rule: 'often', severity: 'doubtful', sentence: null },
      ...{ candidate: null, events: [1], en: 'resultsSent 0', fr: 'resultsSent 0' },
    });
    expect(all.at(-1)).toMatchObject({
      ...{ rule: 'often', events: [] },
      ...{ en: `${more} more findings of this rule are not shown.` },
      ...{ fr: `${more} autres constats de cette règle ne sont pas montrés.` },
    });
  });
});

test('The text of the findings tells them by weight, each with its events and its sentence', () => {
  const { events } = held(PLAN, {
    announce: () => {},
    middle: ({ story, at }) => {
      story.now = at(50);
      story.must({ type: 'RecordInterruption', data: { candidate: 1, cause: 'browserClosed' } });
    },
  }).story;
  const { header } = project(attendanceSheet, events);
  const documents = [{ kind: 'navette', sha256: SCAN.sha256 }] as const;
  const text = findingsText(found([...events, 'damaged'], null, { documents }), header);
  const [interrupted] = revisionsOf(events, ['TestInterrupted']);
  const [closed] = revisionsOf(events, ['SessionClosed']);
  const blocks = [
    'CONSTATS SUR LA SESSION mai (heures : Europe/Paris)',
    'les règles ne lui ont pas été appliquées. [event-unreadable]\n',
    `Constats à examiner\n───────────────────\n- Candidat n° 1 : test interrompu à 09:20, sans reprise notée. [interruption-not-resumed, rang ${interrupted}]\n  « ${PROCEDURE.resumption} »`,
    `les candidats n° 1, 2, 3 travaillaient encore. [time-not-announced, rang ${closed}]`,
  ];
  for (const block of blocks) expect(text).toContain(block);
  expect(findingsText([], header)).toContain('Constats graves\n───────────────\nNéant.');
});

test('The text names no event, one or several, and the sentence where there is one', () => {
  const { header } = project(attendanceSheet, held(PLAN).story.events);
  const finding = { rule: 'often', severity: 'note', candidate: null, en: 'Seen.', fr: 'Vu.' } as const;
  const text = findingsText(
    [
      { ...finding, events: [], sentence: null },
      { ...finding, events: [7], sentence: null },
      { ...finding, events: [7, 9], sentence: 'cap' },
    ],
    header,
  );
  expect(text).toContain(
    `À noter\n───────\n- Vu. [often]\n- Vu. [often, rang 7]\n- Vu. [often, rangs 7, 9]\n  « ${PROCEDURE.cap} »`,
  );
});

test('A record of nothing has no findings', () => {
  const none: readonly SessionEvent[] = [];
  expect(found(none, null, { others: [{ events: [], unreadable: [] }] })).toEqual([]);
});
