import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { EVENTS, type SessionEvent } from '../../src/domain/events/catalogue.ts';
import { upToDate } from '../../src/domain/events/upcast.ts';
import { checkedReplay } from '../../src/domain/machine/replay.ts';
import { type StoredEvent, storedEnvelope } from '../../src/domain/store/envelope.ts';
import { project } from '../../src/projections/projection.ts';
import { attendanceSheet } from '../../src/projections/sheet/attendanceSheet.ts';

/** What sessions that earlier versions recorded must still say. Files are added with each version, and never changed. */
const EXPECTED: Readonly<Record<string, { readonly lifecycle: string; readonly numbers: readonly (string | null)[] }>> =
  {
    '0.1/afternoon.jsonl': { lifecycle: 'resultsSent', numbers: ['100301', '100302'] },
    '0.1/cancelled.jsonl': { lifecycle: 'cancelled', numbers: [] },
    '0.1/morning.jsonl': {
      lifecycle: 'resultsSent',
      numbers: ['100123', '100137', '100124', '100125', null, '100126', '100127', '100128'],
    },
    '0.1/nextDoor.jsonl': { lifecycle: 'resultsSent', numbers: ['100201', '100202', '100203'] },
    '0.2/erased.jsonl': { lifecycle: 'resultsSent', numbers: ['200101', '200102', '200103'] },
  };

const files = readdirSync(import.meta.dirname, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.jsonl'))
  .map((path) => path.replaceAll('\\', '/'))
  .toSorted();

const storedIn = (file: string): readonly StoredEvent[] =>
  readFileSync(join(import.meta.dirname, file), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => storedEnvelope.parse(JSON.parse(line)));

const historyIn = (file: string): readonly SessionEvent[] => storedIn(file).map((event) => upToDate(event));

test('every recorded session of an earlier version is expected to say something', () => {
  expect(files).toEqual(Object.keys(EXPECTED));
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
