import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../src/adapters/testing/histories/histories.ts';
import { Story, type Told } from '../../src/adapters/testing/histories/story.ts';
import type { SessionEvent } from '../../src/domain/events/catalogue.ts';
import { type Agenda, agenda, agendaText, overlapsOf, project } from '../../src/projections/index.ts';
import { holds } from '../support/property.ts';

const NOW = Date.parse('2019-05-01T08:00:00Z');

const place = { name: 'Lycée Marcel-Sembat', address: '128 rue Léon Salva', postalCode: '76300', city: 'Rouen' };

/** A session from one hour to another, with these examiners. */
function planned(session: string, [start, end]: readonly [string, string], ...ids: readonly string[]): Story {
  const story = new Story(session, NOW);
  const examiners = ids.map((id) => ({ id, name: { surname: id.toUpperCase(), firstName: 'Zoé' } }));
  const slot = { date: '2019-05-14', start, end, site: 'Lycée', room: 'B12' };
  story.must({ type: 'PlanSession', data: { establishment: place, slot, examiners } } as Told);
  return story;
}

const eventsOf = (...stories: readonly Story[]): readonly SessionEvent[] => stories.flatMap(({ events }) => events);

const pairs = (view: Agenda, examiner: string) =>
  overlapsOf(view, examiner).map(({ first, second }) => [first.header.session, second.header.session]);

describe('One examiner cannot be in two rooms', () => {
  const morning = planned('matin', ['08:00', '10:00'], 'anne');
  const late = planned('fin-de-matinee', ['09:30', '11:30'], 'anne', 'zoe');
  const noon = planned('midi', ['11:30', '13:30'], 'anne');
  const elsewhere = planned('ailleurs', ['08:00', '10:00'], 'zoe');

  test('so slots of the same examiner that overlap are found, whoever else is there', () => {
    const view = project(agenda, eventsOf(late, morning, elsewhere));
    expect(pairs(view, 'anne')).toEqual([['matin', 'fin-de-matinee']]);
    expect(pairs(view, 'zoe')).toEqual([['ailleurs', 'fin-de-matinee']]);
  });

  test('but slots that only touch do not overlap, and nor do those of different examiners', () => {
    expect(pairs(project(agenda, eventsOf(late, noon)), 'anne')).toEqual([]);
    expect(pairs(project(agenda, eventsOf(morning, elsewhere)), 'anne')).toEqual([]);
    expect(pairs(project(agenda, eventsOf(morning, late)), 'nobody')).toEqual([]);
  });

  test('and a session that was cancelled is in nobody’s way', () => {
    const cancelled = planned('annulee', ['08:00', '10:00'], 'anne');
    cancelled.must({ type: 'CancelSession', data: { reason: 'Grève' } });
    expect(pairs(project(agenda, eventsOf(morning, cancelled)), 'anne')).toEqual([]);
  });

  test('nor is one from which the examiner was taken off', () => {
    const left = planned('reprise', ['08:00', '10:00'], 'anne', 'zoe');
    left.must({ type: 'RemoveExaminer', data: { id: 'anne', reason: 'Malade' } });
    expect(pairs(project(agenda, eventsOf(morning, left)), 'anne')).toEqual([]);
  });
});

describe('The agenda', () => {
  test('is told by date and hour, whatever the order of the record', () => {
    const late = planned('fin-de-matinee', ['09:30', '11:30'], 'anne', 'zoe');
    const early = planned('matin', ['08:00', '10:00'], 'anne');
    early.must({ type: 'IssueAccessCode', data: { accessCode: 'BCDF23' } });
    expect(agendaText(project(agenda, eventsOf(late, early)))).toMatchInlineSnapshot(`
      "AGENDA DES SESSIONS
      ───────────────────
      Date       │ Horaires     │ Site  │ Salle │ Établissement  │ Examinateurs │ État      │ Code   │ Candidats │ Session
      ───────────┼──────────────┼───────┼───────┼────────────────┼──────────────┼───────────┼────────┼───────────┼───────────────
      14/05/2019 │ 08:00–10:00  │ Lycée │ B12   │ Lycée          │ ANNE Zoé     │ code      │ BCDF23 │ 0         │ matin
                 │ Europe/Paris │       │       │ Marcel-Sembat, │              │ attribué  │        │           │
                 │              │       │       │ Rouen          │              │           │        │           │
      ───────────┼──────────────┼───────┼───────┼────────────────┼──────────────┼───────────┼────────┼───────────┼───────────────
      14/05/2019 │ 09:30–11:30  │ Lycée │ B12   │ Lycée          │ ANNE Zoé     │ planifiée │        │ 0         │ fin-de-matinee
                 │ Europe/Paris │       │       │ Marcel-Sembat, │ ZOE Zoé      │           │        │           │
                 │              │       │       │ Rouen          │              │           │        │           │

      Créneaux qui se chevauchent
      ───────────────────────────
      - anne : matin et fin-de-matinee
      "
    `);
  });

  test('puts sessions that begin together in the order of their names', () => {
    const together = ['c', 'a', 'b', 'a2'].map((session) => planned(session, ['08:00', '10:00'], session));
    const text = agendaText(project(agenda, eventsOf(...together)));
    expect(text.match(/(?<=│ )(a|a2|b|c)$/gm)).toEqual(['a', 'a2', 'b', 'c']);
  });

  test('shows a session of which the record was cut off at the beginning, and finds no overlap there', () => {
    const cut = ['a', 'b'].flatMap((session) => planned(session, ['08:00', '10:00'], 'anne').events.slice(1));
    const view = project(agenda, [...planned('c', ['08:00', '10:00'], 'anne').events, ...cut]);
    expect(view.map(({ header }) => header.slot?.date)).toEqual(['2019-05-14', undefined, undefined]);
    expect(overlapsOf(view, 'anne')).toEqual([]);
    const rows = agendaText(view)
      .split('\n')
      .filter((line) => line.includes('ANNE'));
    expect(rows.map((line) => line.split('│').map((cell) => cell.trim()))).toEqual([
      ['14/05/2019', '08:00–10:00', 'Lycée', 'B12', 'Lycée', 'ANNE Zoé', 'planifiée', '', '0', 'c'],
      ...['', ''].map((session) => ['', '', '', '', '', 'ANNE Zoé', 'non planifiée', '', '0', session]),
    ]);
  });

  test('shows of each session the same, however the streams are mixed', () => {
    holds(
      fc.property(
        histories(),
        histories(),
        fc.infiniteStream(fc.boolean()),
        ({ events }, { events: others }, order) => {
          const renamed = others.map((event) => ({ ...event, stream: 'session-2' }));
          const mixed: SessionEvent[] = [];
          const queues = [[...events], [...renamed]];
          for (const [first, second] of [queues]) {
            while (first !== undefined && second !== undefined && first.length + second.length > 0) {
              const from = (order.next().value === true && first.length > 0) || second.length === 0 ? first : second;
              mixed.push(...from.splice(0, 1));
            }
          }
          const alone = [...project(agenda, events), ...project(agenda, renamed)];
          const byStream = (view: Agenda) => view.toSorted((a, b) => a.stream.length - b.stream.length);
          expect(byStream(project(agenda, mixed))).toEqual(byStream(alone));
        },
      ),
      { runs: 60 },
    );
  });
});
