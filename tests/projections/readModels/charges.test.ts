import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { auditHistory } from '../../../src/projections/audit/history.ts';
import {
  type AgendaEntry,
  agendaModel,
  agendaText,
  type Charge,
  chargesOf,
  isTooMuch,
  type Overlap,
  overlapsOf,
  project,
} from '../../../src/projections/index.ts';
import { holds } from '../../support/property.ts';
import { found } from '../findings/asked.ts';
import { held, PLAN, plans } from '../findings/held.ts';
import { morningEvents } from '../morning.ts';

const MORNING = project(agendaModel.row, morningEvents().slice(0, 7));

const examiner = (id: string) => ({ id, name: { surname: id, firstName: 'Zoé' } });

/** A session of the morning's centre from one minute to another, with so many candidates. */
const session = (
  name: string,
  from: number,
  to: number,
  candidates: number,
  ...ids: readonly string[]
): AgendaEntry => {
  const { slot } = MORNING.header;
  if (slot === null) throw new Error('the morning is planned');
  const times = { startsAt: slot.startsAt + from * 60_000, endsAt: slot.startsAt + to * 60_000 };
  const header = { ...MORNING.header, session: name, slot: { ...slot, ...times }, examiners: ids.map(examiner) };
  return { ...MORNING, stream: `session-${name}`, header, candidates };
};

const agendas = fc
  .array(
    fc.tuple(
      fc.nat(12),
      fc.nat(6),
      fc.nat(45),
      fc.constantFrom(['anne'], ['zoe'], ['anne', 'zoe'], ['anne', 'anne', 'zoe', 'max']),
      fc.nat(9).map((n) => n === 0),
    ),
    { maxLength: 8 },
  )
  .map((all) =>
    all.map(([from, length, candidates, ids, isCancelled], place) => {
      const entry = session(`s${place}`, from, from + length, candidates, ...ids);
      return isCancelled ? ({ ...entry, lifecycle: 'cancelled' } as const) : entry;
    }),
  );

const lasts = ({ header: { slot } }: AgendaEntry, at: number) =>
  slot !== null && slot.startsAt <= at && at < slot.endsAt;

const names = ({ sessions }: Charge) => sessions.map(({ header }) => header.session);

describe('Nobody takes charge of more than 20 candidates at once', () => {
  const first = MORNING.header.slot?.startsAt ?? 0;
  const minutes = Array.from({ length: 20 }, (_, minute) => first + minute * 60_000);

  test('so that for every instant there is a group with all sessions that one examiner has charge of then', () => {
    holds(
      fc.property(agendas, (agenda) => {
        const charges = chargesOf(agenda, 'anne');
        const held = agenda.filter(
          ({ lifecycle, header }) => lifecycle !== 'cancelled' && header.examiners.some(({ id }) => id === 'anne'),
        );
        for (const at of minutes) {
          const then = held.filter((entry) => lasts(entry, at));
          const groups = charges.filter(({ sessions }) => then.every((entry) => sessions.includes(entry)));
          expect(then.length === 0 || groups.length > 0).toBe(true);
        }
        for (const { sessions, from, to } of charges) {
          expect(from).toBeLessThan(to);
          for (const at of [from, to - 1]) {
            expect(new Set(held.filter((entry) => lasts(entry, at)))).toEqual(new Set(sessions));
          }
        }
      }),
      { runs: 300 },
    );
  });

  test('and no group is part of another', () => {
    holds(
      fc.property(agendas, (agenda) => {
        const charges = chargesOf(agenda, 'anne');
        for (const one of charges) {
          const others = charges.filter((other) => other !== one);
          expect(others.some(({ sessions }) => one.sessions.every((entry) => sessions.includes(entry)))).toBe(false);
        }
        const starts = charges.map(({ from }) => from);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
      { runs: 200 },
    );
  });

  test('and it is too much exactly where the findings of the sessions say so', () => {
    holds(
      fc.property(plans, fc.integer({ min: 1, max: 20 }), (plan, candidates) => {
        const here = held(plan).story.events;
        const extra = Array.from({ length: candidates }, () => false);
        const nextDoor = held({ ...plan, session: 'juin', extra }).story.events;
        const agenda = [here, nextDoor].map((events) => project(agendaModel.row, events));
        const [id = ''] = agenda.flatMap(({ header }) => header.examiners.map((one) => one.id));
        const others = [auditHistory(nextDoor)];
        const isFound = found(here, 'over-the-cap-at-once', { others }).length > 0;
        const charges = chargesOf(agenda, id);
        expect(charges.map(names)).toEqual([['juin', 'mai']]);
        expect(charges.map(isTooMuch)).toEqual([isFound]);
        expect(charges[0]?.candidates).toBe(plan.extra.length + candidates);
      }),
      { runs: 40 },
    );
  });

  test('where those who share a room share its candidates, and whoever is named twice counts once', () => {
    const [shared] = chargesOf(
      [session('a', 0, 60, 21, 'anne', 'zoe', 'zoe'), session('b', 30, 90, 19, 'anne')],
      'anne',
    );
    expect(shared).toMatchObject({ candidates: 40, left: 20, most: 20 });
    const [alone] = chargesOf([session('a', 0, 60, 5, 'anne', 'zoe')], 'anne');
    expect(alone).toMatchObject({ candidates: 5, left: 0 });
  });

  test('where as many as one may have are not too many', () => {
    const [just] = chargesOf([session('a', 0, 60, 12, 'anne'), session('b', 30, 90, 8, 'anne')], 'anne');
    const [over] = chargesOf([session('a', 0, 60, 12, 'anne'), session('b', 30, 90, 9, 'anne')], 'anne');
    expect([just, over].map((charge) => charge && [charge.left, isTooMuch(charge)])).toEqual([
      [20, false],
      [21, true],
    ]);
  });

  test('and the strictest policy counts', () => {
    const strict = session('a', 0, 60, 2, 'anne');
    const header = { ...strict.header, policy: { ...strict.header.policy, candidatesPerExaminer: 10 } };
    const [charge] = chargesOf([{ ...strict, header }, session('b', 0, 60, 9, 'anne')], 'anne');
    expect(charge).toMatchObject({ left: 11, most: 10 });
  });

  test('slots that only touch do not add up, and a session without a slot is at no time', () => {
    const unplanned = { ...MORNING, header: { ...MORNING.header, slot: null, examiners: [examiner('anne')] } };
    const agenda = [unplanned, session('a', 0, 60, 20, 'anne'), session('b', 60, 90, 20, 'anne')];
    expect(chargesOf(agenda, 'anne').map(names)).toEqual([['a'], ['b']]);
  });

  test('and the agenda says who has too many', () => {
    const busy = agendaText([session('a', 0, 60, 15, 'anne'), session('b', 30, 90, 8, 'anne')]);
    expect(busy).toContain('Candidats en trop pour un examinateur');
    expect(busy).toContain('- anne : 23 candidats pour 20 au maximum (a, b)');
    expect(agendaText([session('a', 0, 60, 15, 'anne')])).not.toContain('Candidats en trop');
  });
});

describe('Whoever writes the agenda by hand', () => {
  const untimed = fc
    .tuple(agendas, fc.array(fc.nat(9), { maxLength: 3 }))
    .map(([agenda, holes]) =>
      agenda.map((entry, place) =>
        holes.includes(place) ? { ...entry, header: { ...entry.header, slot: null } } : entry,
      ),
    )
    .chain((agenda) => fc.shuffledSubarray(agenda, { minLength: agenda.length }));

  /** Whether one session is to be told before another: the earlier, then by name; those without a slot last. */
  const isBefore = (a: AgendaEntry, b: AgendaEntry): boolean => {
    const [from, to] = [a.header.slot?.startsAt ?? null, b.header.slot?.startsAt ?? null];
    if (from === to) return a.stream < b.stream;
    return to === null || (from !== null && from < to);
  };

  test('tells the sessions in the same order', () => {
    holds(
      fc.property(untimed, (agenda) => {
        const told = agendaText(agenda).match(/(?<=│ )s\d+$/gm) ?? [];
        const rest = [...agenda];
        const expected: string[] = [];
        while (rest.length > 0) {
          const first = rest.findIndex((one) => rest.every((other) => other === one || isBefore(one, other)));
          expected.push(...rest.splice(first, 1).map(({ header }) => header.session));
        }
        expect(told).toEqual(expected);
      }),
      { runs: 100 },
    );
  });

  test('finds the same pairs that overlap, each once, the earlier first', () => {
    holds(
      fc.property(untimed, (agenda) => {
        const mine = agenda.filter(
          ({ lifecycle, header }) => lifecycle !== 'cancelled' && header.examiners.some(({ id }) => id === 'anne'),
        );
        const pairs = mine.flatMap((first) =>
          mine.filter((second) => isBefore(first, second)).map((second) => ({ examiner: 'anne', first, second })),
        );
        const expected = pairs.filter(({ first, second }) => {
          const [a, b] = [first.header.slot, second.header.slot];
          return a !== null && b !== null && a.startsAt < b.endsAt && b.startsAt < a.endsAt;
        });
        const known = (all: readonly Overlap[]) =>
          all.map(({ examiner, first, second }) => `${examiner} ${first.stream} ${second.stream}`).toSorted();
        expect(known(overlapsOf(agenda, 'anne'))).toEqual(known(expected));
      }),
      { runs: 100 },
    );
  });
});

test('A row of the agenda says of which stream it is, and by what it is found', () => {
  const { events } = held(PLAN).story;
  const row = project(agendaModel.row, events);
  expect(row.stream).toBe('session-mai');
  const { status, startsAt } = agendaModel.columns;
  expect(status?.(row)).toEqual(['resultsSent']);
  expect(startsAt?.(row)).toEqual([row.header.slot?.startsAt]);
});
