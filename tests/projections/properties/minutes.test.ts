import fc from 'fast-check';
import { expect, test } from 'vitest';
import { forged, forgeries } from '../../../src/adapters/testing/histories/forgeries.ts';
import { histories, tamperedRecords } from '../../../src/adapters/testing/histories/index.ts';
import { EVENT_TYPES, type Fact, type SessionEvent } from '../../../src/domain/events/catalogue.ts';
import { apply, newDraft } from '../../../src/domain/machine/replay.ts';
import { isAboutCandidate } from '../../../src/domain/state/evolve.ts';
import { attendanceSheet, project, pv } from '../../../src/projections/index.ts';
import { holds, isWhole } from '../../support/property.ts';
import { forgedAt } from '../forgedAt.ts';
import { morningEvents, revisionOf } from '../morning.ts';
import { headerOf, minutesOf } from '../reading/minutes.ts';

const legal = histories({ choices: 50, mistakes: 0 }).map(({ events }) => events);

const tampered = tamperedRecords().map(({ events }) => events.map((fact, place) => forgedAt(fact, place + 1)));

const MORNING = morningEvents();

/** What may be noted of a candidate, put right or taken back, in whatever order. */
const NOTES = EVENT_TYPES.filter(
  (type) =>
    isAboutCandidate(type) || ['EntryRetracted', 'StartCorrected', 'AccessCodeGiven', 'PersonErased'].includes(type),
);

/** A morning before or after its start, and anything noted of two of its candidates. */
const noted = fc
  .tuple(
    fc.constantFrom('SheetPrinted' as const, 'AccessCodeGiven' as const),
    fc.array(fc.tuple(forgeries, fc.constantFrom(...NOTES), fc.integer({ min: 1, max: 2 })), { maxLength: 12 }),
  )
  .map(([last, all]) => {
    const facts: Fact[] = MORNING.slice(0, revisionOf(MORNING, last)).filter(({ type }) => !isAboutCandidate(type));
    const draft = newDraft();
    for (const fact of facts) apply(draft, fact);
    for (const [forgery, type, candidate] of all) {
      const fact = forged({ ...forgery, type, candidate }, draft.state);
      apply(draft, fact);
      facts.push(fact);
    }
    return facts.map((fact, place) => forgedAt(fact, place + 1));
  });

/** Records of every kind, up to any event of their second half. */
const records: fc.Arbitrary<readonly SessionEvent[]> = fc
  .tuple(fc.oneof(legal, tampered, noted, noted), fc.nat(99))
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
  if (isWhole) expect(Math.min(...Object.values(seen))).toBeGreaterThan(3);
});
