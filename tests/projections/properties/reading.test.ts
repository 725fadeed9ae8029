import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import type { Fields } from '../../../src/projections/comparison/field.ts';
import { differing, reader } from '../../../src/projections/comparison/reading.ts';
import type { Pv } from '../../../src/projections/index.ts';
import { documentsOf } from '../../../src/projections/replay/documents.ts';
import { positionsOf } from '../../../src/projections/replay/positions.ts';
import { holds } from '../../support/property.ts';

/** The day or the zone of a session as somebody might have planned them instead. */
const WALLS = [null, null, null, { date: '2019-05-15' }, { zone: 'Pacific/Auckland' }] as const;

const planned = (pv: Pv, wall: (typeof WALLS)[number]): Pv => {
  const { slot } = pv.header;
  return wall === null || slot === null ? pv : { ...pv, header: { ...pv.header, slot: { ...slot, ...wall } } };
};

/** PVs of one session from any of its places, one after the other, some as if it had been planned otherwise. */
const looks = fc
  .tuple(
    histories({ choices: 20 }),
    fc.array(fc.tuple(fc.nat(99), fc.constantFrom(...WALLS)), { minLength: 2, maxLength: 8 }),
  )
  .map(([{ events }, wanted]) => {
    const positionAt = positionsOf(events);
    let documents: ReturnType<typeof documentsOf> | null = null;
    return wanted.map(([place, wall]) => {
      documents = documentsOf(positionAt(place % (events.length + 1)).minutes, documents);
      return planned(documents.pv, wall);
    });
  });

describe('Whoever reads the papers of a session one after the other', () => {
  test('reads in each what one reads who sees no other', () => {
    holds(
      fc.property(looks, (pvs) => {
        const read = reader();
        for (const pv of pvs) expect(read(pv)).toEqual(reader()(pv));
      }),
      { runs: 40 },
    );
  });

  test('reads nothing again that is the same', () => {
    holds(
      fc.property(looks, (pvs) => {
        const read = reader();
        for (const pv of pvs) {
          const reading = read(pv);
          const again = read({ ...pv });
          const parts = ['session', 'course', ...pv.lines.map(({ number }) => `line ${number}`)];
          expect([...reading.keys()]).toEqual(parts);
          expect(again.get('session')).toBe(reading.get('session'));
          for (const { number } of pv.lines) expect(again.get(`line ${number}`)).toBe(reading.get(`line ${number}`));
        }
      }),
      { runs: 40 },
    );
  });

  test('and does not even look for what changed in it', () => {
    const unread: Fields = new Proxy(new Map(), {
      get: () => {
        throw new Error('it was looked at');
      },
    });
    expect(differing(new Map([['session', unread]]), new Map([['session', unread]]))).toEqual([]);
  });
});
