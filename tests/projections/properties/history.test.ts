import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories, tamperedRecords } from '../../../src/adapters/testing/histories/index.ts';
import { withErasure } from '../../../src/adapters/testing/laws/withErasure.ts';
import { withoutPersons } from '../../../src/domain/erasure.ts';
import type { SessionEvent } from '../../../src/domain/events/catalogue.ts';
import { replay } from '../../../src/domain/machine/replay.ts';
import { personOf } from '../../../src/domain/privacy/person.ts';
import { personsOf } from '../../../src/domain/state/persons.ts';
import { sentenceOf } from '../../../src/projections/french/sentences.ts';
import {
  attendanceSheet,
  entriesBy,
  project,
  resultOf,
  results,
  submissions,
  timeline,
} from '../../../src/projections/index.ts';
import { holds, isWhole } from '../../support/property.ts';
import { forgedAt } from '../forgedAt.ts';
import { erasedAfter, takenBackBy, zoneAfter } from '../reading/history.ts';

const legal = histories({ choices: 40, mistakes: 0 }).map(({ events }) => events);

const tampered = tamperedRecords().map(({ events }) => events.map((fact, place) => forgedAt(fact, place + 1)));

/** Records of every kind, in half of which somebody is erased in the end. */
const records: fc.Arbitrary<readonly SessionEvent[]> = fc
  .tuple(fc.oneof(legal, tampered), fc.nat(20))
  .map(([events, who]) => {
    const persons = personsOf(replay(events).state);
    const person = persons[who] ?? (who === 20 ? 'session' : undefined);
    return person === undefined ? events : withErasure(events, person);
  });

describe('Whoever looks through the record by hand', () => {
  test('finds every line of its history, as erasures and retractions left it', () => {
    holds(
      fc.property(records, (events) => {
        const { entries } = project(timeline, events);
        expect(entries).toEqual(
          events.map((event, index) => {
            const { type, occurredAt, recordedAt, revision, actor, data } = event;
            const zone = zoneAfter(events, index);
            const person = personOf(event);
            const forgotten = person === null ? event : withoutPersons(event, [person]);
            const isForgotten = person !== null && erasedAfter(events, index).includes(person);
            const erasedSentence = sentenceOf(type, forgotten.data, zone);
            return {
              type,
              occurredAt,
              person,
              sentence: isForgotten ? erasedSentence : sentenceOf(type, data, zone),
              erasedSentence,
              retractedBy: takenBackBy(events, index),
              entry: { revision, recordedAt, actor, late: recordedAt - occurredAt > 900_000 },
            };
          }),
        );
      }),
      { runs: 100 },
    );
  });

  test('finds them in the order of the room, where what happened at one instant stands as in the record', () => {
    holds(
      fc.property(records, (events) => {
        const view = project(timeline, events);
        const rest = [...view.entries];
        for (const entry of entriesBy(view, 'occurred')) {
          const first = Math.min(...rest.map(({ occurredAt }) => occurredAt));
          const place = rest.findIndex(({ occurredAt }) => occurredAt === first);
          expect([entry]).toEqual(rest.splice(place, 1));
        }
        expect(rest).toEqual([]);
        expect(entriesBy(view, 'recorded')).toBe(view.entries);
      }),
      { runs: 40 },
    );
  });

  test('finds each sheet that went to Pix as the record up to then tells it, and whether it came back', () => {
    const seen = { returned: 0, forgotten: 0 };
    holds(
      fc.property(records, (events) => {
        const sent = events.flatMap((event, index) => (event.type === 'SheetSubmitted' ? [{ event, index }] : []));
        const found = project(submissions, events).submissions;
        for (const { index } of sent) {
          const then = project(submissions, events.slice(0, index + 1));
          expect(project(submissions, events.slice(index, index + 1), then)).toEqual(then);
        }
        expect(found.map(({ submitted }) => submitted.entry.revision)).toEqual(sent.map(({ event }) => event.revision));
        for (const [which, { index }] of sent.entries()) {
          const forgotten = erasedAfter(events, index);
          const until = sent[which + 1]?.index ?? events.length;
          const back = events.findLastIndex(
            ({ type }, place) => type === 'SheetReturned' && place > index && place < until,
          );
          const returned = events[back];
          const reason =
            returned?.type === 'SheetReturned' ? withoutPersons(returned, erasedAfter(events, back)).data.reason : null;
          seen.returned += Number(returned !== undefined);
          seen.forgotten += Number(forgotten.length > 0);
          expect(found[which]?.returned?.reason ?? null).toEqual(reason);
          expect(found[which]?.returned?.entry.revision).toBe(returned?.revision);
          const then = events.slice(0, index + 1).map((event) => withoutPersons(event, forgotten));
          expect(found[which]?.sheet).toEqual(project(attendanceSheet, then));
        }
      }),
      { runs: 100 },
    );
    if (isWhole) expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
  });

  test('finds the result that was given last for a number, once results were sent', () => {
    let seen = 0;
    holds(
      fc.property(records, fc.nat(20), (events, choice) => {
        const given = events.flatMap((event) =>
          event.type === 'ResultRecorded' || event.type === 'ResultCorrected' ? [event] : [],
        );
        const number = given[choice % Math.max(given.length, 1)]?.data.certificationNumber ?? '';
        const own = resultOf(project(results, events), number);
        const registered = events.flatMap((event) =>
          event.type === 'CandidateRegistered' ? [event.data.candidate] : [],
        );
        // Of each candidate the last result counts, and of these the last one for the number.
        const last = registered.flatMap(
          (candidate) => given.findLast(({ data }) => data.candidate === candidate) ?? [],
        );
        const counts = last
          .filter(({ data }) => data.certificationNumber === number)
          .toSorted((a, b) => a.revision - b.revision)
          .at(-1);
        if (counts === undefined || !events.some(({ type }) => type === 'ResultsSent')) expect(own).toBeNull();
        else {
          seen++;
          const { obtained, score, comment } = withoutPersons(counts, erasedAfter(events, events.indexOf(counts))).data;
          const date = project(results, events).header.slot?.date ?? null;
          const corrected = counts.type === 'ResultCorrected';
          expect(own).toEqual({ certificationNumber: number, date, obtained, score, comment, corrected });
        }
      }),
      { runs: 60 },
    );
    if (isWhole) expect(seen).toBeGreaterThan(10);
  });
});
