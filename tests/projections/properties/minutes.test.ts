import fc from 'fast-check';
import { expect, test } from 'vitest';
import { histories, tamperedRecords } from '../../../src/adapters/testing/histories/index.ts';
import type { SessionEvent } from '../../../src/domain/events/catalogue.ts';
import { attendanceSheet, project, pv } from '../../../src/projections/index.ts';
import { holds, isWhole } from '../../support/property.ts';
import { forgedAt } from '../forgedAt.ts';
import { headerOf, minutesOf } from '../reading/minutes.ts';

const legal = histories({ choices: 50, mistakes: 0 }).map(({ events }) => events);

const tampered = tamperedRecords().map(({ events }) => events.map((fact, place) => forgedAt(fact, place + 1)));

/** Records of every kind, up to any event of their second half. */
const records: fc.Arbitrary<readonly SessionEvent[]> = fc
  .tuple(fc.oneof(legal, tampered), fc.nat(99))
  .map(([events, cut]) => events.slice(0, Math.ceil((events.length * (200 - cut)) / 200)));

test('Whoever writes the sheet and the PV by hand from the record writes the same', () => {
  const seen = { corrections: 0, retractions: 0, interruptions: 0, lateEntries: 0, erased: 0 };
  holds(
    fc.property(records, (events) => {
      const { header, lifecycle, ...found } = project(pv, events);
      const expected = minutesOf(events);
      expect(found).toEqual(expected);
      expect(header).toEqual(headerOf(events));
      const { start, lines, revision } = expected;
      expect(project(attendanceSheet, events)).toEqual({ header, start, lines, revision });
      seen.corrections += found.corrections.length;
      seen.retractions += found.retractions.length;
      seen.interruptions += found.interruptions.filter(({ to }) => to !== null).length;
      seen.lateEntries += found.lateEntries.length;
      seen.erased += Number(JSON.stringify(events).includes('"erased":true'));
    }),
    { runs: 200 },
  );
  if (isWhole) expect(Math.min(...Object.values(seen))).toBeGreaterThan(10);
});
