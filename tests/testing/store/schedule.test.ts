import { describe, expect, test } from 'vitest';
import { type Await, interleave, type Turn } from '../../../src/adapters/testing/store/schedule.ts';

/** Someone who takes so many turns, and writes down each. */
const taker =
  (name: string, count: number, taken: string[]) =>
  async (turn: Await): Promise<void> => {
    for (let n = 1; n <= count; n++) {
      await turn(`${name}${n}`);
      taken.push(`${name}${n}`);
    }
  };

async function taken(turns: readonly Turn[]): Promise<string> {
  const order: string[] = [];
  await interleave(turns, [taker('a', 2, order), taker('b', 2, order)], () => {});
  return order.join(' ');
}

describe('a schedule', () => {
  test('says who goes on', async () => {
    const order = [1, 0, 1, 0].map((who): Turn => ({ who, haste: 0 }));
    expect(await taken(order)).toBe('b1 a1 b2 a2');
  });

  test('that says nothing lets them take turns, in the order in which they wait', async () => {
    expect(await taken([])).toBe('a1 b1 a2 b2');
  });

  test('passes over whoever is not there, or has ended', async () => {
    const order = [4, 0, 0, 0, 3].map((who): Turn => ({ who, haste: 0 }));
    expect(await taken(order)).toBe('a1 a2 b1 b2');
  });

  test('in haste lets the second go on before the first has come to rest', async () => {
    const places: string[] = [];
    const visitor = (name: string) => async (turn: Await) => {
      await turn(name);
      places.push(`${name} in`);
      await Promise.resolve();
      await Promise.resolve();
      places.push(`${name} out`);
    };
    const both = [visitor('a'), visitor('b')];
    await interleave(
      [0, 1].map((who) => ({ who, haste: 1 })),
      both,
      () => {},
    );
    expect(places.splice(0)).toEqual(['a in', 'b in', 'a out', 'b out']);
    await interleave(
      [0, 1].map((who) => ({ who, haste: 0 })),
      both,
      () => {},
    );
    expect(places).toEqual(['a in', 'a out', 'b in', 'b out']);
  });

  test('hands on what a participant throws, once all have ended', async () => {
    const order: string[] = [];
    const failing = async (turn: Await) => {
      await turn('fails');
      throw new Error('no more');
    };
    const heard: string[] = [];
    const all = interleave([{ who: 0, haste: 0 }], [failing, taker('b', 2, order)], (label) => heard.push(label));
    await expect(all).rejects.toThrow('no more');
    expect(order).toEqual(['b1', 'b2']);
    expect(heard).toEqual(['fails', 'b1', 'b2']);
  });
});
