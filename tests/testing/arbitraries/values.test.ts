import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as arbitraries from '../../../src/adapters/testing/arbitraries/index.ts';
import { actor, identity } from '../../../src/domain/store/envelope.ts';
import { accessCode, certificationNumber, storedCertificationNumber } from '../../../src/domain/values/codes.ts';
import { documentKind, documentReference } from '../../../src/domain/values/document.ts';
import { establishment } from '../../../src/domain/values/establishment.ts';
import { extraTimeRatio, readExtraTime } from '../../../src/domain/values/extraTime.ts';
import {
  candidateIdentity,
  email,
  examinerId,
  examinerName,
  identifier,
  isDoubtfulIne,
} from '../../../src/domain/values/people.ts';
import { policy } from '../../../src/domain/values/policy.ts';
import { plannedSlot, slot } from '../../../src/domain/values/slot.ts';
import { line, prose } from '../../../src/domain/values/text.ts';
import { epochMilliseconds, instant, isoDate } from '../../../src/domain/values/time.ts';
import { holds, seed } from '../../support/property.ts';

/** Each arbitrary of a value, with the schema that must read it. */
const READ_BY = [
  ['surnames', arbitraries.surnames, line(100)],
  ['first names', arbitraries.firstNames, line(100)],
  ['towns', arbitraries.towns, line(150)],
  ['remarks', arbitraries.remarks, prose(500)],
  ['birth dates', arbitraries.birthDates, isoDate],
  ['identities', arbitraries.identities, candidateIdentity],
  ['examiners’ names', arbitraries.examinerNames, examinerName],
  ['examiners’ identities', arbitraries.examinerIds, examinerId],
  ['e-mail addresses', arbitraries.emails, email],
  ['identifiers', arbitraries.identifiers, identifier],
  ['establishments', arbitraries.establishments, establishment],
  ['slots', arbitraries.slots, slot],
  ['planned slots', arbitraries.plannedSlots, plannedSlot],
  ['access codes', arbitraries.accessCodes, accessCode],
  ['certification numbers', arbitraries.certificationNumbers, storedCertificationNumber],
  ['written certification numbers', arbitraries.writtenCertificationNumbers, certificationNumber],
  ['extra times', arbitraries.extraTimes, extraTimeRatio],
  ['documents', arbitraries.documents, documentReference],
  ['kinds of documents', arbitraries.documentKinds, documentKind],
  ['policies', arbitraries.policies, policy],
  ['actors', arbitraries.actors, actor],
  ['instants', arbitraries.instants, epochMilliseconds],
  ['written instants', arbitraries.writtenInstants, instant],
  ['identities of records', arbitraries.recordIdentities, identity],
] as const;

const sample = <T>(values: fc.Arbitrary<T>, numRuns = 500): readonly T[] => fc.sample(values, { numRuns, seed });

describe('values as the field knows them', () => {
  test.each(READ_BY)('%s are all read by their schema', (_, values, schema) => {
    holds(
      fc.property<[unknown]>(values, (value) => {
        expect(schema.safeParse(value).error?.issues).toBeUndefined();
      }),
      { runs: 300 },
    );
  });

  test('extra time means exactly what its notation says, in each of them', () => {
    const notations = new Set<string>();
    holds(
      fc.property(arbitraries.writtenExtraTimes, ({ written, means }) => {
        expect(readExtraTime(written)).toEqual(means);
        notations.add(typeof written === 'number' ? 'number' : written.replace(/\d+/g, '0').replace(/\s/gu, ' '));
      }),
      { runs: 1000 },
    );
    expect([...notations]).toEqual(
      expect.arrayContaining(['number', 'tiers temps', '0/0', '0/0 temps', '0 %', '0,0 %', '0.0%', '0,0']),
    );
  });

  test('candidates are born on 29 February, too, and in every month', () => {
    const dates = sample(arbitraries.birthDates);
    expect(dates.filter((date) => date.endsWith('-02-29')).length).toBeGreaterThan(20);
    expect(new Set(dates.map((date) => date.slice(5, 7))).size).toBe(12);
  });

  test('slots lie overseas, on the days on which the clocks change, and across the change itself', () => {
    const slots = sample(arbitraries.plannedSlots);
    expect(new Set(slots.map(({ zone }) => zone)).size).toBe(arbitraries.PLACES_OF_SESSIONS.length);
    const hours = ({ start, end }: { start: string; end: string }) =>
      Number(end.slice(0, 2)) * 60 + Number(end.slice(3)) - Number(start.slice(0, 2)) * 60 - Number(start.slice(3));
    const changed = slots.map((one) => (one.endsAt - one.startsAt) / 60_000 - hours(one));
    expect(new Set(changed)).toEqual(new Set([0, 60, -60]));
  });

  test('names have accents, ligatures, particles, hyphens and apostrophes', () => {
    const names = sample(arbitraries.surnames).join('|');
    for (const part of [/É/u, /Œ/u, /DE LA /u, /’/u, /'/u, /-/u, /Ø/u, /Ễ/u]) expect(names).toMatch(part);
  });

  test('most national student numbers look like one', () => {
    const numbers = sample(arbitraries.identifiers).filter(({ kind }) => kind === 'ine');
    expect(numbers.filter((one) => !isDoubtfulIne(one)).length / numbers.length).toBeGreaterThan(0.4);
  });
});

describe('texts that nobody should write', () => {
  test.each([
    ['one line', line(100)],
    ['several lines', prose(500)],
  ])('are refused for %s, or brought into its one form', (_, schema) => {
    const seen = { refused: 0, read: 0 };
    holds(
      fc.property(arbitraries.hostileTexts, (written) => {
        const read = schema.safeParse(written);
        seen[read.success ? 'read' : 'refused'] += 1;
        if (!read.success) return;
        expect(read.data).toBe(read.data.normalize('NFC').trim());
        expect(read.data.isWellFormed() && read.data.length > 0).toBe(true);
        expect(read.data).not.toMatch(/[^\P{Cc}\n\t]/u);
        expect(schema.parse(read.data)).toBe(read.data);
      }),
      { runs: 1500 },
    );
    expect(Math.min(seen.refused, seen.read)).toBeGreaterThan(300);
  });
});
