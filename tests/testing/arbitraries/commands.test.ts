import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { commandOf, commands, hostileCommands } from '../../../src/adapters/testing/arbitraries/index.ts';
import { COMMANDS, type CommandType } from '../../../src/domain/commands/catalogue.ts';
import { readCommand } from '../../../src/domain/commands/read.ts';
import { decide } from '../../../src/domain/decide.ts';
import { EVENTS } from '../../../src/domain/events/catalogue.ts';
import { apply, newDraft } from '../../../src/domain/machine/replay.ts';
import { holds, seed } from '../../support/property.ts';

const TYPES = Object.keys(COMMANDS) as readonly CommandType[];

describe('commands as a host may send them', () => {
  test.each(TYPES)('%s is always read', (type) => {
    holds(
      fc.property(commandOf(type), (command) => {
        expect(readCommand(command)).toMatchObject({ kind: 'read', command: { type } });
      }),
      { runs: 60 },
    );
  });

  test('are of every type, with and without what may be left out', () => {
    const sample = fc.sample(commands, { numRuns: 1500, seed });
    expect(new Set(sample.map(({ type }) => type))).toEqual(new Set(TYPES));
    for (const field of ['id', 'occurredAt', 'correlationId', 'expectedRevision']) {
      expect(new Set(sample.map((command) => field in command))).toEqual(new Set([true, false]));
    }
  });
});

describe('commands as nobody should send them', () => {
  test('are refused or read, and nothing is thrown; what a session records of them can be read again', () => {
    const seen = { read: 0, refused: 0, recorded: 0 };
    holds(
      fc.property(fc.array(hostileCommands, { minLength: 1, maxLength: 6 }), commandOf('PlanSession'), (all, plan) => {
        const draft = newDraft();
        for (const input of [plan, ...all]) {
          const reading = readCommand(input);
          seen[reading.kind] += 1;
          if (reading.kind === 'refused') {
            expect(reading.refusals.length).toBeGreaterThan(0);
            continue;
          }
          const decision = decide(draft, reading.command, Date.UTC(2030, 0, 1));
          if (decision.kind === 'refused') continue;
          for (const fact of decision.facts) {
            expect(EVENTS[fact.type].data.safeParse(fact.data).error?.issues).toBeUndefined();
            apply(draft, fact);
            seen.recorded += 1;
          }
        }
      }),
      { runs: 1500 },
    );
    expect(seen.refused).toBeGreaterThan(1500);
    expect(seen.read).toBeGreaterThan(1500);
    expect(seen.recorded).toBeGreaterThan(500);
  });

  test('that name what every object answers to change no object', () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    holds(
      fc.property(hostileCommands, (input) => {
        readCommand(input);
        expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
      }),
      { runs: 500 },
    );
  });
});
