import { expect, test } from 'vitest';
import { csv, HEADINGS, places, readRowsUnderHeadings, readText, row } from './reading.ts';

const one = (postalCode: string) => csv(HEADINGS, row({ 'Code postal': postalCode }));

test('the times of an establishment are those of Paris', () => {
  expect(readText(one('76300')).plans[0]?.slot).toMatchObject({
    zone: 'Europe/Paris',
    startsAt: Date.parse('2019-05-14T08:30:00+02:00'),
  });
});

test.each([
  ['97100', 'America/Guadeloupe', '-04:00'],
  ['97200', 'America/Martinique', '-04:00'],
  ['97300', 'America/Cayenne', '-03:00'],
  ['97400', 'Indian/Reunion', '+04:00'],
  ['97500', 'America/Miquelon', '-02:00'],
  ['97600', 'Indian/Mayotte', '+03:00'],
  ['97700', 'America/St_Barthelemy', '-04:00'],
  ['97800', 'America/Marigot', '-04:00'],
  ['98600', 'Pacific/Wallis', '+12:00'],
  ['98713', 'Pacific/Tahiti', '-10:00'],
  ['98800', 'Pacific/Noumea', '+11:00'],
])(
  'an establishment overseas at %s means its own wall clock, that of %s, and this is said',
  (postalCode, zone, offset) => {
    const { plans, notices, faults } = readText(one(postalCode));
    expect(faults).toEqual([]);
    expect(plans[0]?.slot).toMatchObject({ zone, startsAt: Date.parse(`2019-05-14T08:30:00${offset}`) });
    expect(notices).toMatchObject([
      { code: 'zone-from-postal-code', line: 2, column: 'Code postal', value: postalCode },
    ]);
    expect(notices[0]?.fr).toContain(zone);
  },
);

test('the zone of a postal code is said once', () => {
  const { notices } = readRowsUnderHeadings(
    row({ 'Code postal': '97400' }),
    row({ 'Code postal': '97400', 'Heure de début': '14h', 'Heure de fin': '16h' }),
  );
  expect(notices).toHaveLength(1);
});

test('a zone that is given goes before the postal code, without a word', () => {
  const { plans, notices } = readText(one('97400'), { zone: 'Indian/Mayotte' });
  expect(plans[0]?.slot.zone).toBe('Indian/Mayotte');
  expect(notices).toEqual([]);
});

test.each(['Mars/Phobos', '', '+02:00'])('the zone "%s" is not known', (zone) => {
  const reading = readText(one('76300'), { zone });
  expect(places(reading)).toEqual([['zone-known', 1, null]]);
  expect(reading.plans).toEqual([]);
});
