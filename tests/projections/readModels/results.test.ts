import fc from 'fast-check';
import { expect, test } from 'vitest';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import { project, resultsModel } from '../../../src/projections/index.ts';
import { holds } from '../../support/property.ts';
import { forgedAt } from '../forgedAt.ts';

test('A session has its place among the results once there is a certification to tell, or they were sent', () => {
  holds(
    fc.property(histories(), fc.nat(100), ({ events }, cut) => {
      const until = events.slice(0, Math.ceil((events.length * cut) / 100));
      const row = project(resultsModel.row, until);
      const isSent = until.some(({ type }) => type === 'ResultsSent');
      expect(resultsModel.keeps?.(row)).toBe(row.certifications.length > 0 || isSent);
    }),
    { runs: 200 },
  );
});

test('A session in which nobody has a number is among the results once these were sent, and not before', () => {
  const document = { sha256: 'a'.repeat(64), mediaType: 'text/csv', bytes: 1 };
  const sent = forgedAt({ type: 'ResultsSent', data: { document }, occurredAt: 0, recordedAt: 0, revision: 1 }, 1);
  expect([[], [sent]].map((events) => resultsModel.keeps?.(project(resultsModel.row, events)))).toEqual([false, true]);
});
