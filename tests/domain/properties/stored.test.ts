import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wideCommands, widePlans } from '../../../src/adapters/testing/arbitraries/wide.ts';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import { readCommand } from '../../../src/domain/commands/read.ts';
import { type Decision, decide } from '../../../src/domain/decide.ts';
import { EVENTS } from '../../../src/domain/events/catalogue.ts';
import { apply, newDraft } from '../../../src/domain/machine/replay.ts';
import { storedEnvelope } from '../../../src/domain/store/envelope.ts';
import { holds, isWhole } from '../../support/property.ts';
import { draftOf } from './records.ts';

const FRAME = { session: 'session-1', actor: { role: 'centre', identity: 'lycee' } };

/** What the stored form of an event's data says of what a decision made of a command. */
function expectReadable(decision: Decision): void {
  if (decision.kind === 'refused') return;
  for (const { type, data } of decision.facts) {
    expect([type, EVENTS[type].data.safeParse(data)]).toEqual([type, { success: true, data }]);
  }
}

describe('the stored form of an event', () => {
  test('is read back as it was written, envelope and data', () => {
    holds(
      fc.property(histories(), ({ events }) => {
        for (const event of events) {
          const stored: unknown = JSON.parse(JSON.stringify(event));
          expect(stored).toEqual(event);
          expect(storedEnvelope.parse(stored)).toEqual(event);
          expect(EVENTS[event.type].data.parse(event.data)).toEqual(event.data);
        }
      }),
      { runs: 60 },
    );
  });

  test('is kept by whatever a command makes of a session that runs', () => {
    let accepted = 0;
    holds(
      fc.property(
        histories({ choices: 40, mistakes: 0 }),
        fc.nat(999),
        fc.array(wideCommands, { minLength: 5, maxLength: 25 }),
        ({ events }, cut, commands) => {
          const draft = draftOf(events.slice(0, 1 + (cut % events.length)));
          const now = draft.state.recordedAt;
          for (const command of commands) {
            const reading = readCommand({ ...FRAME, ...command });
            if (reading.kind === 'refused') continue;
            const decision = decide(draft, reading.command, now);
            expectReadable(decision);
            if (decision.kind === 'refused') continue;
            accepted += 1;
            for (const fact of decision.facts) apply(draft, fact);
          }
        },
      ),
      { runs: 200 },
    );
    if (isWhole) expect(accepted).toBeGreaterThan(300);
  });

  test('is kept by whatever a session is planned with, and by the lines of its sheet', () => {
    let planned = 0;
    holds(
      fc.property(widePlans, fc.array(wideCommands, { maxLength: 8 }), (plan, commands) => {
        const draft = newDraft();
        for (const command of [plan, ...commands]) {
          const reading = readCommand({ ...FRAME, ...command });
          if (reading.kind === 'refused') continue;
          const decision = decide(draft, reading.command, Date.UTC(2019, 4, 14));
          expectReadable(decision);
          if (decision.kind === 'accepted') for (const fact of decision.facts) apply(draft, fact);
        }
        if (draft.state.revision > 0) planned += 1;
      }),
      { runs: 800 },
    );
    if (isWhole) expect(planned).toBeGreaterThan(100);
  });

  test('hides no field: an undeclared one is refused', () => {
    holds(
      fc.property(histories({ choices: 20 }), ({ events }) => {
        for (const { type, data } of events) {
          const more = EVENTS[type].data.safeParse({ ...data, shoeSize: 38 });
          expect(more.error?.issues.map(({ code }) => code)).toEqual(['unrecognized_keys']);
        }
      }),
      { runs: 20 },
    );
  });
});
