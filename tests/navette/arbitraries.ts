import fc from 'fast-check';
import type { NavettePlan } from '../../src/adapters/navette/index.ts';
import { overlap, slot } from '../../src/domain/values/slot.ts';
import { dateStyles, ENCODINGS, headingStyles, timeStyles } from './writer.ts';

/** A session that a Navette plans, whatever the line. */
type Plan = Omit<NavettePlan, 'line'>;

/** Everything that French files have been seen to do with letters and signs; windows-1252 can write it all. */
const text = fc
  .string({ unit: fc.constantFrom(...`abcXYZ012éèêçàÉŒœ€’'"–;, ./()-:_&+#@!=`), minLength: 1, maxLength: 20 })
  .map((value) => value.trim())
  .filter((value) => value !== '');

const POSTAL_CODES = new Map([
  ['76300', 'Europe/Paris'],
  ['01000', 'Europe/Paris'],
  ['20000', 'Europe/Paris'],
  ['97400', 'Indian/Reunion'],
  ['98800', 'Pacific/Noumea'],
]);

const EXAMINERS: Plan['examiners'] = [
  { id: 'lefevre.anne-sophie', name: { surname: 'LEFÈVRE', firstName: 'Anne-Sophie' } },
  { id: 'le-goff.mael', name: { surname: 'LE GOFF', firstName: 'Maël' } },
  { id: 'ndiaye.ousmane', name: { surname: 'N’DIAYE', firstName: 'Ousmane' } },
  { id: 'de-la-tour.jean-paul', name: { surname: 'de LA TOUR', firstName: 'Jean Paul' } },
  { id: 'oeuvrard.zoe', name: { surname: 'ŒUVRARD', firstName: 'Zoé' } },
];

const clock = fc
  .tuple(fc.integer({ min: 6, max: 21 }), fc.integer({ min: 0, max: 59 }))
  .map(([hour, minute]) => `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`);

const plan: fc.Arbitrary<Plan> = fc
  .record({
    establishment: fc.record({
      name: text,
      address: text,
      postalCode: fc.constantFrom(...POSTAL_CODES.keys()),
      city: text,
    }),
    date: fc.oneof(
      fc.constantFrom('2019-05-14', '2020-02-29'),
      fc
        .date({ min: new Date('2001-01-01'), max: new Date('2198-12-31'), noInvalidDate: true })
        .map((day) => day.toISOString().slice(0, 10)),
    ),
    hours: fc.uniqueArray(clock, { minLength: 2, maxLength: 2 }),
    site: text,
    room: text,
    examiners: fc.subarray([...EXAMINERS], { minLength: 1, maxLength: 3 }),
  })
  .map(({ establishment, date, hours, site, room, examiners }) => {
    const [start, end] = hours.toSorted();
    const zone = POSTAL_CODES.get(establishment.postalCode);
    return {
      establishment,
      slot: slot.parse({ date, start, end, zone, site, room }),
      examiners,
    };
  });

/** Whether two plans have nobody in common at the same time, and are not the same session. */
const areApart = (a: Plan, b: Plan): boolean =>
  !overlap(a.slot, b.slot) ||
  (a.slot.startsAt !== b.slot.startsAt && a.examiners.every((one) => b.examiners.every(({ id }) => id !== one.id)));

/** Sessions of which none is in the way of another. */
const plans = fc
  .array(plan, { minLength: 1, maxLength: 6 })
  .map((all) => all.filter((one, at) => all.slice(0, at).every((other) => areApart(one, other))));

const style = fc.record({
  encoding: fc.constantFrom(...ENCODINGS),
  delimiter: fc.constantFrom(';', ',', '\t'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  heading: fc.constantFrom(...headingStyles),
  date: fc.constantFrom(...dateStyles),
  time: fc.constantFrom(...timeStyles),
  role: fc.constantFrom('enseignant (examinateur)', 'enseignant (examineur)', 'examinateur', 'enseignant'),
  separator: fc.constantFrom(' et ', ' / ', '/'),
  wholeNames: fc.boolean(),
  quotesAll: fc.boolean(),
  dropsZeros: fc.boolean(),
  /** Sorting by these numbers shuffles the columns. */
  order: fc.array(fc.nat(), { minLength: 11, maxLength: 11 }),
  title: fc.subarray(['Navette créneaux — sessions, 2019; "certification"', '', 'Site : lycée']),
  blanks: fc.array(fc.array(fc.nat(2), { maxLength: 3 }), { maxLength: 6 }),
});

/** How a file is written. */
export type Style = typeof style extends fc.Arbitrary<infer T> ? T : never;

/** What a file says, and how it is written. */
export interface Sheet {
  readonly plans: readonly Plan[];
  readonly style: Style;
}

/** Any Navette without a fault. */
export const sheets: fc.Arbitrary<Sheet> = fc.record({ plans, style });
