import { openMemoryStore } from '../../../src/adapters/memory/store.ts';
import {
  type DifferenceOptions,
  differenceOf,
  type FilledSheet,
  locateSheets,
  readSheets,
  type SheetDifference,
} from '../../../src/adapters/spreadsheet/index.ts';
import type { EventStore } from '../../../src/domain/store/port.ts';
import { documentOf } from '../../../src/service/documents.ts';
import { codeOf, EXAMINER, HALF_PAST_EIGHT, issue, MINUTE, must, opened, plan, say } from '../../support/asked.ts';
import { workbookOf } from './filled.ts';

/** The session of these tests. */
export const SESSION = 'b204-14-mai';

/** When the session of these tests is closed. */
export const CLOSED_AT = HALF_PAST_EIGHT + 105 * MINUTE;

/** A register with one planned session, and what a sheet leads to there. */
export async function planned(store: EventStore = openMemoryStore()) {
  const { register, clock } = opened(store);
  await must(
    register.handle(
      plan(SESSION, {
        establishment: {
          name: 'Lycée Marcel-Sembat',
          address: '128 rue Léon Salva',
          postalCode: '76300',
          city: 'Sotteville-lès-Rouen',
        },
      }),
    ),
  );

  const sheetOf = async (bytes: Uint8Array): Promise<FilledSheet> => {
    const { sheets, faults } = readSheets(workbookOf(bytes));
    const { located, faults: lost } = locateSheets(sheets, await register.agenda());
    const [first] = located;
    if (first === undefined || faults.length + lost.length > 0) throw new Error(JSON.stringify([...faults, ...lost]));
    return first.sheet;
  };

  return {
    register,
    clock,
    /** A sheet against the record as it stands. */
    async difference(bytes: Uint8Array, phase: DifferenceOptions['phase'], file = bytes): Promise<SheetDifference> {
      const { sha256: digest } = documentOf(file, 'text/csv');
      const history = await register.history(SESSION);
      return differenceOf(await sheetOf(bytes), history, { phase, actor: EXAMINER, digest, now: clock.now() });
    },
    apply: ({ commands }: SheetDifference) => register.handleAll(commands),
    lines: async () => (await register.sheet(SESSION)).lines,
    /** Issues the code, and gives it at half past eight. */
    async start(): Promise<void> {
      await must(register.handle(issue(SESSION)));
      clock.goTo(HALF_PAST_EIGHT);
      const accessCode = String(await codeOf(register, SESSION));
      await must(register.handle(say(SESSION, 'GiveAccessCode', { accessCode })));
    },
    async close(): Promise<void> {
      clock.goTo(CLOSED_AT);
      await must(register.handle(say(SESSION, 'CloseSession', {})));
      clock.goTo(CLOSED_AT + 60 * MINUTE);
    },
  };
}
