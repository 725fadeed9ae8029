import fc from 'fast-check';
import {
  accessCodes,
  establishments,
  examinerNames,
  plannedSlots,
} from '../../../src/adapters/testing/arbitraries/index.ts';
import { recordIdentities } from '../../../src/adapters/testing/arbitraries/records.ts';
import { type AttendanceSheet, attendanceSheet } from '../../../src/projections/sheet/attendanceSheet.ts';

/** Texts that a spreadsheet would take for something else than a text, or that its files write otherwise. */
const awkward = fc.constantFrom(
  '=1+1',
  '+33 2',
  '-',
  '@salle',
  '1/3',
  '007',
  '#N/A',
  '#REF!',
  '_x0041_',
  'TRUE',
  '14/05/2019',
  'A  B   C',
  '<b>&amp;"’\'',
  '🧑‍🏫 B204 🧑‍🏫 B204 🧑‍🏫 B204 🧑‍🏫',
  '[B]:*?/\\',
);

/** Names of sites and rooms. */
const places = fc.oneof(fc.constantFrom('B204', 'Salle 1', 'Annexe Pasteur'), awkward);

/** The sheet of a session that was planned, on which nobody is registered. */
const sheets: fc.Arbitrary<AttendanceSheet> = fc
  .record({
    session: recordIdentities,
    establishment: establishments,
    slot: fc
      .record({ slot: plannedSlots, site: places, room: places })
      .map(({ slot, ...where }) => ({ ...slot, ...where })),
    examiners: fc.array(examinerNames, { minLength: 1, maxLength: 2 }),
    accessCode: fc.option(accessCodes),
  })
  .map(({ examiners, ...header }) => ({
    ...attendanceSheet.initial,
    header: {
      ...attendanceSheet.initial.header,
      ...header,
      examiners: examiners.map((name, at) => ({ id: `examinateur.${at}`, name })),
    },
  }));

/** The sheets of several sessions. */
export const sessionSheets = fc.uniqueArray(sheets, {
  minLength: 1,
  maxLength: 5,
  selector: ({ header }) => header.session,
});
