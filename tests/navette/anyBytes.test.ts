import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type NavetteReading, readNavette } from '../../src/adapters/navette/index.ts';
import { holds } from '../support/property.ts';
import { csv, HEADINGS, readText, row } from './reading.ts';

/** What every reading owes its reader, whatever the file. */
function isSound({ plans, faults }: NavetteReading): void {
  const faulty = new Set(faults.map(({ line }) => line));
  expect(plans.every(({ line, examiners }) => !faulty.has(line) && examiners.length > 0)).toBe(true);
  expect(plans.length + faults.length).toBeGreaterThan(0);
  expect(faults.every(({ line, file }) => line >= 1 && file === 'navette.csv')).toBe(true);
}

const read = (bytes: Uint8Array) => readNavette(bytes, { fileName: 'navette.csv' });
const sample = readFileSync(new URL('navette-creneaux.csv', import.meta.url));

test('any bytes at all are read or refused, and nothing is thrown', () => {
  holds(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => isSound(read(bytes))),
    { runs: 500 },
  );
});

test('a Navette with any of its bytes changed is read or refused, and nothing is thrown', () => {
  const change = fc.tuple(fc.nat(sample.length - 1), fc.nat(255));
  holds(
    fc.property(fc.array(change, { minLength: 1, maxLength: 8 }), (changes) => {
      const bytes = new Uint8Array(sample);
      for (const [at, byte] of changes) bytes[at] = byte;
      isSound(read(bytes));
    }),
    { runs: 500 },
  );
});

test('a Navette cut anywhere is read or refused, and nothing is thrown', () => {
  holds(
    fc.property(fc.nat(sample.length), (end) => isSound(read(sample.subarray(0, end)))),
    { runs: 500 },
  );
});

test('any text in any cell is read or refused, and nothing is thrown', () => {
  const cell = fc.record({ at: fc.nat(10), value: fc.string({ unit: 'binary', maxLength: 30 }) });
  holds(
    fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), (cells) => {
      const changed = row();
      for (const { at, value } of cells) changed[at] = value;
      isSound(readText(csv(HEADINGS, changed, row({ 'Heure de début': '14h', 'Heure de fin': '16h' }))));
    }),
    { runs: 500 },
  );
});
