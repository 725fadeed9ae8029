import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import { frozen } from '../../../src/adapters/testing/laws/frozen.ts';
import {
  advance,
  agenda,
  agendaText,
  attendanceSheet,
  type Projection,
  project,
  pv,
  pvText,
  results,
  resultsText,
  sheetText,
  submissions,
  submissionsText,
  timeline,
  timelineText,
  upTo,
} from '../../../src/projections/index.ts';
import { holds } from '../../support/property.ts';

const RUNS = { runs: 60 };

/** What holds of every document, whatever it shows. */
function laws<View>(name: string, projection: Projection<View>, text: (view: View) => string): void {
  describe(`The ${name}`, () => {
    test('is the same whether it is followed live or rebuilt from the record', () => {
      holds(
        fc.property(histories(), ({ events }) => {
          let live = projection.initial;
          for (const event of events) {
            live = advance(projection, live, event);
            expect(live).toEqual(project(projection, upTo(events, event.revision)));
          }
        }),
        { runs: 8 },
      );
    });

    test('is the same in one go and in batches', () => {
      holds(
        fc.property(histories(), fc.nat(100), ({ events }, cut) => {
          const at = Math.floor((events.length * cut) / 100);
          const first = project(projection, events.slice(0, at));
          expect(project(projection, events.slice(at), first)).toEqual(project(projection, events));
        }),
        RUNS,
      );
    });

    test('does not change when events are handed over again', () => {
      holds(
        fc.property(histories(), fc.nat(100), ({ events }, from) => {
          const view = project(projection, events);
          const again = events.slice(Math.floor((events.length * from) / 100));
          expect(project(projection, again, view)).toEqual(view);
        }),
        RUNS,
      );
    });

    test('changes neither an event nor the view that it goes on from', () => {
      holds(
        fc.property(histories(), ({ events }) => {
          let view = frozen(structuredClone(projection.initial));
          for (const event of events) view = frozen(advance(projection, view, frozen(structuredClone(event))));
          expect(view).toEqual(project(projection, events));
        }),
        { runs: 30 },
      );
    });

    test('is plain data: it survives being stored as JSON, and reads the same afterwards', () => {
      holds(
        fc.property(histories(), ({ events }) => {
          const view = project(projection, events);
          const stored: View = JSON.parse(JSON.stringify(view));
          expect(stored).toEqual(view);
          expect(text(stored)).toEqual(text(view));
        }),
        { runs: 30 },
      );
    });
  });
}

laws('attendance sheet', attendanceSheet, sheetText);
laws('PV', pv, pvText);
laws('results', results, resultsText);
laws('timeline', timeline, timelineText);
laws('submissions', submissions, submissionsText);
laws('agenda', agenda, agendaText);

test('An event of a type that nobody knows changes no view', () => {
  const [event] = fc.sample(histories(), { numRuns: 1, seed: 1 })[0]?.events ?? [];
  const stranger = { ...event, type: 'ExamProctored', revision: 99 } as unknown as NonNullable<typeof event>;
  expect(advance(attendanceSheet, attendanceSheet.initial, stranger)).toBe(attendanceSheet.initial);
  expect(advance(agenda, agenda.initial, stranger)).toBe(agenda.initial);
});
