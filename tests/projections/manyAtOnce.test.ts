import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../src/adapters/testing/histories/histories.ts';
import { advance, type Projection, project, pv, results, sheetsModel } from '../../src/projections/index.ts';
import { minutes } from '../../src/projections/pv/pv.ts';
import { holds } from '../support/property.ts';

const VIEWS: readonly (readonly [name: string, projection: Projection<object>])[] = [
  ['the PV', pv as unknown as Projection<object>],
  ['the results', results as unknown as Projection<object>],
  ['what the sheet keeps', sheetsModel.row as unknown as Projection<object>],
  ['what the sheet and the PV keep', minutes as unknown as Projection<object>],
];

describe.each(VIEWS)('Many events that come at once to %s', (_, projection) => {
  test('make of it to the letter what they make of it one by one, however they come', () => {
    holds(
      fc.property(histories(), fc.nat(100), ({ events }, cut) => {
        const at = Math.floor((events.length * cut) / 100);
        let one = projection.initial;
        for (const event of events) one = advance(projection, one, event);
        const many = project(projection, events.values(), project(projection, events.slice(0, at).values()));
        expect(JSON.stringify(many)).toBe(JSON.stringify(one));
      }),
      { runs: 40 },
    );
  });

  test('and are about nothing that it shows leave it as it is', () => {
    expect(project(projection, [])).toBe(projection.initial);
  });
});
