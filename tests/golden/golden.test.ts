import { describe, expect, test } from 'vitest';
import { EVENTS } from '../../src/domain/events/catalogue.ts';
import { checkedReplay } from '../../src/domain/machine/replay.ts';
import { project } from '../../src/projections/projection.ts';
import { attendanceSheet } from '../../src/projections/sheet/attendanceSheet.ts';
import { historyIn, RECORDED } from './recorded.ts';

/** What sessions that earlier versions recorded must still say. */
const EXPECTED: Readonly<Record<string, { readonly lifecycle: string; readonly numbers: readonly (string | null)[] }>> =
  {
    '0.1/afternoon.jsonl': { lifecycle: 'resultsSent', numbers: ['100301', '100302'] },
    '0.1/cancelled.jsonl': { lifecycle: 'cancelled', numbers: [] },
    '0.1/morning.jsonl': {
      lifecycle: 'resultsSent',
      numbers: ['100123', '100137', '100124', '100125', null, '100126', '100127', '100128'],
    },
    '0.1/nextDoor.jsonl': { lifecycle: 'resultsSent', numbers: ['100201', '100202', '100203'] },
    '0.2/crowded.jsonl': { lifecycle: 'resultsSent', numbers: ['100959', '101001', '100945'] },
    '0.2/disputed.jsonl': { lifecycle: 'resultsSent', numbers: [null, null, '100245', '100567', '100511'] },
    '0.2/erased.jsonl': { lifecycle: 'resultsSent', numbers: ['200101', '200102', '200103'] },
    '0.2/numerous.jsonl': {
      lifecycle: 'resultsSent',
      numbers: [
        '100630',
        null,
        null,
        '100679',
        null,
        '100329',
        '100497',
        '100714',
        '100476',
        '100721',
        '100357',
        '100490',
        '100609',
        '100693',
        '100665',
        null,
        '100525',
        '100448',
        '100728',
        '100735',
        '100742',
        '100385',
      ],
    },
  };

test('every recorded session of an earlier version is expected to say something', () => {
  expect(RECORDED).toEqual(Object.keys(EXPECTED));
});

describe.each(Object.entries(EXPECTED))('the session recorded in %s', (file, { lifecycle, numbers }) => {
  test('is read by the schemas of today', () => {
    for (const { type, data } of historyIn(file)) expect(EVENTS[type].data.parse(data)).toEqual(data);
  });

  test('replays without a breach', () => {
    const replayed = checkedReplay(historyIn(file));
    expect(replayed.breaches).toEqual([]);
    expect(replayed.lifecycle).toBe(lifecycle);
  });

  test('still gives the same certification numbers', () => {
    const { lines } = project(attendanceSheet, historyIn(file));
    expect(lines.map(({ certificationNumber }) => certificationNumber)).toEqual(numbers);
  });
});
