import fc from 'fast-check';
import { expect, test } from 'vitest';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import { attendanceSheet, project, sheetsModel } from '../../../src/projections/index.ts';
import { holds } from '../../support/property.ts';

test('A sheet that is made of what was kept of it is to the letter the sheet of its events', () => {
  holds(
    fc.property(histories(), fc.nat(100), ({ events }, cut) => {
      const some = events.slice(0, Math.floor((events.length * cut) / 100));
      const kept = JSON.parse(JSON.stringify(project(sheetsModel.row, some)));
      expect(JSON.stringify(sheetsModel.shown(kept))).toBe(JSON.stringify(project(attendanceSheet, some)));
    }),
    { runs: 60 },
  );
});

test('What is kept of a sheet takes less than three quarters of the room that the sheet would take', () => {
  let [kept, shown] = [0, 0];
  holds(
    fc.property(histories({ choices: 200 }), ({ events }) => {
      kept += JSON.stringify(project(sheetsModel.row, events)).length;
      shown += JSON.stringify(project(attendanceSheet, events)).length;
    }),
    { runs: 20 },
  );
  expect(kept / shown).toBeLessThan(0.75);
});
