import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { eventData } from '../../../src/adapters/testing/arbitraries/events.ts';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import { asErased, erasedIn, withoutPersons } from '../../../src/domain/erasure.ts';
import { EVENTS, isEventType, type SessionEvent } from '../../../src/domain/events/catalogue.ts';
import { replay } from '../../../src/domain/machine/replay.ts';
import { BOX, boxIn, isAnythingLeft, placeOfBox, takenApart } from '../../../src/domain/privacy/box.ts';
import { type Person, personOf } from '../../../src/domain/privacy/person.ts';
import { personsOf } from '../../../src/domain/state/persons.ts';
import { ERASED } from '../../../src/domain/values/personal.ts';
import { ofMany } from '../../support/many.ts';
import { holds } from '../../support/property.ts';

type Data = Readonly<Record<string, unknown>>;

/** The names of the fields that the declaration of an event calls personal. */
function personalNames(type: string): readonly string[] {
  if (!isEventType(type)) return [];
  return Object.entries(EVENTS[type].fields).flatMap(([name, { personal }]) => (personal ? [name] : []));
}

/** Whom an event names whose personal fields it has. */
function ownerOf(type: string, data: Data): string {
  const about = isEventType(type) ? EVENTS[type].about : 'session';
  const named = data[about];
  if (typeof named !== 'string' && typeof named !== 'number') return 'session';
  const isCandidate = about === 'candidate' && /^[1-9]\d{0,4}$/.test(String(named));
  const isExaminer = about === 'examiner' && /^.{1,200}$/su.test(String(named)) && String(named).isWellFormed();
  return isCandidate || isExaminer ? `${about}-${named}` : 'session';
}

const names = fc.constantFrom<unknown[]>(
  ...[3, 1e6, 0, '3', '3 ', 'lefevre', '', 'a\udc00', 'é'.repeat(200), 'é'.repeat(201)],
  ...[null, undefined, true, ['lefevre'], [3], {}, Object.create(null)],
);

/** Events of all types, of which some name nobody, or have data of another event. */
const typed: fc.Arbitrary<{ readonly type: string; readonly data: Data }> = fc.oneof(
  eventData.map(({ type, data }) => ({ type, data: data as Data })),
  fc
    .record({ event: eventData, candidate: names, examiner: names, session: names })
    .map(({ event: { type, data }, ...whom }) => ({ type, data: { ...data, ...whom } })),
  fc
    .record({ type: fc.constantFrom('toString', '__proto__', 'LunchServed', ''), event: eventData })
    .map(({ type, event }) => ({ type, data: event.data as Data })),
);

describe('what is personal in an event', () => {
  test('is what its declaration says, and of whom the event is about', () =>
    holds(
      ofMany(typed, ({ type, data }) => {
        const own = personalNames(type);
        const person = own.length === 0 ? null : ownerOf(type, data);
        expect([type, personOf({ type, data })]).toEqual([type, person]);
        const apart = takenApart({ type, data });
        if (person === null) {
          expect(apart).toBeNull();
          return;
        }
        const personal: Record<string, unknown> = {};
        const left: Record<string, unknown> = {};
        for (const [name, value] of Object.entries(data)) {
          if (own.includes(name)) personal[name] = value;
          left[name] = own.includes(name) ? ERASED : value;
        }
        expect(apart).toEqual({ person, personal, left });
      }),
      { runs: 100 },
    ));

  test('is nothing where there are no data', () =>
    holds(
      fc.property(
        fc.constantFrom(...Object.keys(EVENTS)),
        fc.constantFrom(null, undefined, 'text', 3),
        (type, data) => {
          expect([personOf({ type, data }), takenApart({ type, data })]).toEqual([null, null]);
        },
      ),
      { runs: 100 },
    ));

  test('is left as long as one field of it says anything beside that it was erased', () =>
    holds(
      fc.property(
        fc.array(
          fc.constantFrom<unknown[]>(ERASED, ERASED, { erased: true, name: 'Zoé' }, { erased: false }, null, 'Zoé'),
        ),
        (values) => {
          const personal = Object.fromEntries(values.map((value, n) => [`field${n}`, value]));
          const isLeft = values.some((value) => JSON.stringify(value) !== JSON.stringify(ERASED));
          expect(isAnythingLeft({ person: 'session', personal, left: {} })).toBe(isLeft);
        },
      ),
      { runs: 200 },
    ));
});

describe('a box', () => {
  const box = { person: 'candidate-3', nonce: 'AAAA', box: 'Zo_-' };
  const boxes = fc.constantFrom<unknown[]>(
    ...[box, box, { ...box, person: 'nobody' }, { ...box, nonce: '?' }, { ...box, box: 'é' }, { ...box, more: 1 }],
    ...[{ person: 'session', nonce: '' }, null, undefined, 'Zoé', [box]],
  );

  test('is found where it is the data’s own and whole, beside the data without it', () =>
    holds(
      ofMany(fc.tuple(boxes, fc.dictionary(fc.constantFrom('candidate', 'text'), fc.nat())), ([found, data]) => {
        const own = boxIn({ ...data, [BOX]: found });
        expect(own).toEqual(found === box ? { box, left: data } : null);
        expect([boxIn(data), boxIn(Object.assign(Object.create({ [BOX]: found }), data))]).toEqual([null, null]);
      }),
      { runs: 100 },
    ));

  test('is bound to its place: to stream, revision, event and person, and to nothing else', () => {
    const places = fc.record({
      stream: fc.constantFrom('a', 'a",1', 'b'),
      revision: fc.constantFrom(1, 11),
      id: fc.constantFrom('x', '1,"x'),
      person: fc.constantFrom<Person[]>('session', 'candidate-1'),
    });
    const textOf = ({ person, ...event }: typeof places extends fc.Arbitrary<infer Place> ? Place : never) =>
      placeOfBox({ ...event, type: 'CommentAdded' } as typeof event, person);
    return holds(
      ofMany(fc.tuple(places, places), ([one, other]) => {
        expect(textOf(one) === textOf(other)).toBe(isDeepStrictEqual(Object.values(one), Object.values(other)));
      }),
      { runs: 60 },
    );
  });

  test('is in nothing that is no data', () => {
    for (const data of [null, undefined, 'personal', 3, true, [], [box]])
      expect([data, boxIn(data)]).toEqual([data, null]);
    expect(boxIn(Object.assign(() => 1, { [BOX]: box }))).toBeNull();
  });
});

describe('a history', () => {
  /** Histories in which some were erased, whose data the store still has. */
  const half = fc
    .record({ history: histories(), whom: fc.array(fc.nat(), { maxLength: 4 }), at: fc.nat() })
    .map(({ history: { events }, whom, at }) => {
      const everybody = personsOf(replay(events).state);
      const [first] = events;
      const erasures = whom.flatMap((n): readonly SessionEvent[] => {
        const person = everybody[n % everybody.length];
        if (first === undefined || person === undefined) return [];
        return [{ ...first, type: 'PersonErased', data: { person, reason: 'Demande' } } as SessionEvent];
      });
      return { events: events.toSpliced(at % (events.length + 1), 0, ...erasures), erasures };
    });

  test('says who was erased, and has nothing personal of them any more, nor loses anything of others', () =>
    holds(
      fc.property(half, ({ events, erasures }) => {
        const gone = events.flatMap((event): readonly Person[] =>
          event.type === 'PersonErased' ? [event.data.person] : [],
        );
        expect(erasedIn(events)).toEqual(gone);
        expect(gone.length).toBeGreaterThanOrEqual(erasures.length);
        const left = asErased(events);
        if (gone.length === 0) expect(left).toBe(events);
        expect(left).toEqual(
          events.map((event) => {
            const apart = takenApart(event);
            return apart !== null && gone.includes(apart.person) ? { ...event, data: apart.left } : event;
          }),
        );
        for (const event of events) expect(withoutPersons(event, [])).toBe(event);
      }),
      { runs: 60 },
    ));
});
