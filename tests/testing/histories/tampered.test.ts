import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tamperedRecords } from '../../../src/adapters/testing/histories/index.ts';
import { EVENT_TYPES, EVENTS } from '../../../src/domain/events/catalogue.ts';
import { checkedReplay } from '../../../src/domain/machine/replay.ts';
import { seed } from '../../support/property.ts';

const SAMPLE = fc.sample(tamperedRecords(), { numRuns: 300, seed });

describe('a record that was tampered with', () => {
  test('is legal up to where it was', () => {
    for (const { legal, forgeries, events } of SAMPLE) {
      expect(events).toEqual([...legal, ...forgeries]);
      expect(checkedReplay(legal).breaches).toEqual([]);
    }
  });

  test('breaks rules with most of what was forged, and with some of it none', () => {
    const forged = SAMPLE.reduce((sum, { forgeries }) => sum + forgeries.length, 0);
    const broken = SAMPLE.reduce((sum, { events }) => sum + checkedReplay(events).breaches.length, 0);
    expect(broken / forged).toBeGreaterThan(0.5);
    expect(broken / forged).toBeLessThan(0.98);
  });

  test('is forged with events of every type, each as it could stand in a store', () => {
    const forgeries = SAMPLE.flatMap((record) => record.forgeries);
    expect(new Set(forgeries.map(({ type }) => type))).toEqual(new Set(EVENT_TYPES));
    const unreadable = forgeries.filter(({ type, data }) => !EVENTS[type].data.safeParse(data).success);
    expect(unreadable.length / forgeries.length).toBeLessThan(0.1);
  });
});
