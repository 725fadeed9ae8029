import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frame, lastScroll, linesFor } from '../../src/adapters/cli/stepper/frame.ts';
import { type Key, pressed, type Reach, standAt } from '../../src/adapters/cli/stepper/keys.ts';
import { hostileTexts } from '../../src/adapters/testing/arbitraries/hostile.ts';
import { widthOf } from '../../src/projections/terminal/wrap.ts';
import { folder } from '../stores/support/folder.ts';
import { holds } from '../support/property.ts';
import { MAIN, ran } from './cli.ts';
import { acted, ENTERED, hasTerminal, LEFT } from './terminal.ts';

const SIZE = 12;

/** A session of twelve events, the third of which cannot be read. */
const REACH: Reach = {
  size: SIZE,
  page: 10,
  placeOf: (revision) => (revision > SIZE + 1 || revision === 3 ? null : revision),
};

const NAMES = ['right', 'left', 'j', 'k', 'home', 'end', 'up', 'down', 'pageup', 'pagedown', 'space', 'f', 'g', 'x'];
const DIGITS = ['0', '1', '3', '9'];

const keys = fc.array(
  fc.oneof(
    fc.constantFrom(...NAMES, 'return', 'backspace', 'escape').map((name): Key => ({ name, sequence: name })),
    fc.constantFrom(...DIGITS).map((digit): Key => ({ name: digit, sequence: digit })),
  ),
);

const standAfter = (...pressedKeys: readonly string[]) =>
  pressedKeys.reduce((stand, name) => pressed(stand, { name, sequence: name }, REACH), standAt(SIZE));

describe('whoever steps through a session', () => {
  test('is never before its first event or after its last, whatever they press', () => {
    holds(
      fc.property(keys, (all) => {
        const stand = all.reduce((before, key) => pressed(before, key, REACH), standAt(SIZE));
        expect(stand.place).toBeGreaterThanOrEqual(0);
        expect(stand.place).toBeLessThanOrEqual(SIZE + 1);
        expect(stand.scroll).toBeGreaterThanOrEqual(0);
        expect(stand.isOver).toBe(false);
      }),
      { runs: 300 },
    );
  });

  test.each([
    [['left'], 11],
    [['k', 'k'], 10],
    [['home'], 0],
    [['home', 'left'], 0],
    [['home', 'right', 'j'], 2],
    [['home', 'end'], 12],
    [['right'], 12],
    [['g', '5', 'return'], 5],
    [['g', '1', '0', 'return'], 10],
    [['g', '1', '0', 'backspace', 'return'], 1],
    [['g', '0', 'return'], 0],
    [['g', '5', 'escape'], 12],
    [['g', 'return'], 12],
    [['g', 'q', '5', 'return'], 5],
  ])('comes with %j to place %i', (names, place) => {
    expect(standAfter(...names)).toMatchObject({ place, typed: null, isOver: false });
  });

  test('is told that an event cannot be read, until the next key', () => {
    expect(standAfter('g', '3', 'return')).toMatchObject({ place: 12, said: 'Aucun fait lisible de rang 3.' });
    expect(standAfter('g', '3', 'return', 'down').said).toBe('');
  });

  test('looks at the findings and back, and at the session again as soon as they step', () => {
    expect(standAfter('f').shown).toBe('findings');
    expect(standAfter('f', 'f').shown).toBe('moment');
    expect(standAfter('f', 'left')).toMatchObject({ shown: 'moment', place: 11 });
  });

  test.each<Key>([{ name: 'q' }, { name: 'c', ctrl: true }, { name: 'd', ctrl: true }])('has enough with %j', (key) => {
    expect(pressed(standAt(SIZE), key, REACH).isOver).toBe(true);
  });
});

describe('a window', () => {
  const windows = fc.record({ columns: fc.integer({ min: 1, max: 200 }), rows: fc.integer({ min: 1, max: 60 }) });

  test('is filled, never wider or higher than it is, and nothing in it acts on the terminal', () => {
    holds(
      fc.property(hostileTexts, fc.nat(30), windows, (hostile, scroll, window) => {
        const rows = frame(hostile, linesFor(hostile, window.columns), hostile, scroll, window);
        expect(rows.length).toBe(Math.min(window.rows, Math.max(4, window.rows)));
        for (const row of rows.slice(0, 1).concat(rows.slice(2))) {
          expect(widthOf(row)).toBeLessThanOrEqual(window.columns);
          expect(row).not.toMatch(/\p{Cc}|[\u202A-\u202E\u2066-\u2069]/u);
        }
      }),
      { runs: 200 },
    );
  });

  test('wraps sentences, so that nothing of them is lost, and cuts rows of tables with a mark', () => {
    expect(linesFor('un deux trois', 8)).toEqual(['un deux', 'trois']);
    expect(linesFor('un │ deux', 6)).toEqual(['un │ …']);
  });

  test('can be scrolled until its last line is at the bottom, and no further', () => {
    const lines = Array.from({ length: 30 }, (_, index) => String(index));
    const window = { columns: 80, rows: 13 };
    const end = lastScroll(lines, window);
    expect(frame('', lines, '', end, window).at(-2)).toBe('29');
    expect(end).toBe(20);
    expect(lastScroll(['one'], window)).toBe(0);
  });
});

describe.skipIf(!hasTerminal)('at a terminal', () => {
  /** A command that steps through the disputed session, and says how it ended and whether the terminal is what it was. */
  async function stepping() {
    const home = folder();
    const db = join(home, 'litige.db');
    await ran(['demo', '--dispute', '--db', db]);
    const step = `sh -c 'echo $$ > ${home}/pid; exec ${process.execPath} ${MAIN} replay litige --db ${db}'`;
    const pid = () => Number(readFileSync(join(home, 'pid'), 'utf8'));
    return {
      pid,
      command: `stty -a > before; ${step}; echo "ended $?"; stty -a > after; cmp before after && echo same`,
    };
  }

  test('the session is stepped through by its keys, and the terminal is afterwards what it was', async () => {
    const { command } = await stepping();
    const screen = await acted(command, [
      ['RANG 37', 'g22\r'],
      ['RANG 22', 'k'],
      ['RANG 21', '\u001b[C'],
      ['RANG 22', 'f'],
      ['CONSTATS', '\u001b[H'],
      ['AVANT LE PREMIER FAIT', 'q'],
    ]);
    expect(screen.indexOf('Sceau : chaîne intacte')).toBeLessThan(screen.indexOf(ENTERED));
    expect(screen.indexOf(LEFT)).toBeGreaterThan(screen.indexOf(ENTERED));
    expect(screen).toMatch(/ended 0\r\nsame/);
  });

  test.each([
    ['Ctrl-C', '\u0003'],
    ['q', 'q'],
  ])('%s ends it, and the terminal is what it was', async (_, key) => {
    const { command } = await stepping();
    const screen = await acted(command, [['RANG 37', key]]);
    expect(screen).toContain(LEFT);
    expect(screen).toMatch(/ended 0\r\nsame/);
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGHUP', 129],
    ['SIGINT', 130],
  ] as const)('%s ends it as it ends any program, and the terminal is what it was', async (signal, code) => {
    const { pid, command } = await stepping();
    const screen = await acted(command, [['RANG 37', () => process.kill(pid(), signal)]]);
    expect(screen).toContain(LEFT);
    expect(screen).toMatch(new RegExp(`ended ${code}\r\nsame`));
  });
});
