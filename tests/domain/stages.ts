import { expect } from 'vitest';
import { identityOf } from '../../src/adapters/testing/arbitraries/people.ts';
import { Story, type Told } from '../../src/adapters/testing/histories/story.ts';
import type { Command } from '../../src/domain/commands/catalogue.ts';
import { readCommand } from '../../src/domain/commands/read.ts';
import type { EventType, Fact, SessionEvent } from '../../src/domain/events/catalogue.ts';
import { refusalsOf } from '../../src/domain/machine/refusal.ts';

/** An instant of the day of the examples, by the clock of the room: `'08:35'`, `'08:35:00.001'`. */
export const at = (clock: string): number => Date.parse(`2019-05-14T${clock}+02:00`);

/** A certification centre. */
export const ESTABLISHMENT = {
  name: 'Lycée Marcel-Sembat',
  address: '128 rue Léon Salva',
  postalCode: '76300',
  city: 'Sotteville-lès-Rouen',
};

/** A slot of two hours on the day of the examples. */
export const SLOT = { date: '2019-05-14', start: '08:30', end: '10:30', site: 'Lycée Marcel-Sembat', room: 'B12' };

/** The examiner of the examples. */
export const LEFEVRE = { id: 'lefevre', name: { surname: 'LEFÈVRE', firstName: 'Anne' } };

/** Another examiner. */
export const HOARAU = { id: 'hoarau', name: { surname: 'HOARAU', firstName: 'Loïc' } };

/** The access code of the examples. */
export const CODE = 'BCDF23';

/** The digital sheet, as the record knows it. */
export const SHEET = { sha256: 'a'.repeat(64), mediaType: 'text/csv', bytes: 2048 };

/** The scan of the signed sheet, as the record knows it. */
export const SCAN = { sha256: 'b'.repeat(64), mediaType: 'application/pdf', bytes: 4096 };

/** How a session of the examples differs from the procedure's own with three candidates. */
export interface Setting {
  readonly candidates?: number;
  readonly policy?: Command<'PlanSession'>['data']['policy'];
}

/** A session that was planned two weeks ahead by one examiner, with its candidates on the sheet. */
export function planned({ candidates = 3, policy = {} }: Setting = {}): Story {
  const story = new Story('session-1', Date.parse('2019-04-30T10:00:00+02:00'));
  story.must({
    type: 'PlanSession',
    data: { establishment: ESTABLISHMENT, slot: SLOT, examiners: [LEFEVRE], policy },
  });
  for (let n = 0; n < candidates; n++) story.must({ type: 'RegisterCandidate', data: { identity: identityOf(n) } });
  return story;
}

/** The same with its access code, on the morning of the session at 8:00. */
export function issued(setting: Setting = {}): Story {
  const story = planned(setting);
  story.now = at('08:00');
  story.must({ type: 'IssueAccessCode', data: { accessCode: CODE } });
  return story;
}

/** The same with the code given at 8:35; it is 9:00. */
export function started(setting: Setting = {}): Story {
  const story = issued(setting);
  story.now = at('08:35');
  story.must({ type: 'GiveAccessCode', data: { accessCode: CODE } });
  story.now = at('09:00');
  return story;
}

/** The same with number 1001, 1002, ... at 9:00 and the end screen at 10:00 of everybody, closed at 10:20. */
export function closed(setting: Setting = {}): Story {
  const story = started(setting);
  story.now = at('10:20');
  for (const { number } of [...story.draft.state.candidates]) {
    const certificationNumber = String(1000 + number);
    const numbered = { candidate: number, certificationNumber };
    story.must({ type: 'RecordCertificationNumber', data: numbered, occurredAt: at('09:00') });
    story.must({ type: 'RecordEndScreen', data: { candidate: number }, occurredAt: at('10:00') });
  }
  story.must({ type: 'CloseSession', data: {} });
  story.now = at('10:30');
  return story;
}

/** Sends the sheet and the scan to Pix. */
export const SUBMIT = {
  type: 'SubmitSheet',
  data: { digitalSheet: SHEET, signedScan: SCAN, sender: ESTABLISHMENT.name },
} as const;

/** The same with the sheet sent to Pix at 10:30. */
export function submitted(setting: Setting = {}): Story {
  const story = closed(setting);
  story.must(SUBMIT);
  story.now = at('11:00');
  return story;
}

/** The results of everybody who has a number. */
export const resultsOf = ({ draft }: Story): Told => ({
  type: 'SendResults',
  data: {
    results: [...draft.state.numbers.keys()].map((number) => ({ certificationNumber: number, obtained: true })),
    document: SHEET,
    recipient: ESTABLISHMENT.name,
  },
});

/** The same with the results sent to the centre at 11:00. */
export function concluded(setting: Setting = {}): Story {
  const story = submitted(setting);
  story.must(resultsOf(story));
  story.now = at('12:00');
  return story;
}

/** Why a command is refused: each rule with what it says. */
export const why = (story: Story, told: Told): readonly string[] =>
  story.refused(told).map(({ rule, en }) => `${rule}: ${en}`);

/** The names of the rules that refuse a command. */
export const rulesOf = (story: Story, told: Told): readonly string[] => story.refused(told).map(({ rule }) => rule);

/** The events that a command leads to, by their types and data; the story goes on with them. */
export function eventsOf(story: Story, told: Told): readonly Pick<SessionEvent, 'type' | 'data'>[] {
  const before = story.events.length;
  story.must(told);
  return story.events.slice(before).map(({ type, data }) => ({ type, data }) as SessionEvent);
}

/** The warnings of a command that is accepted: each with what it says in English. */
export const warningsOf = (story: Story, told: Told): readonly string[] =>
  story.must(told).map(({ warning, en }) => `${warning}: ${en}`);

/** A fact that nobody decided, as it could stand in a record: it comes next and was noted now, unless it says otherwise. */
export const factOf = <T extends EventType>(
  { draft: { state }, now }: Story,
  type: T,
  data: Fact<T>['data'],
  otherwise: Partial<Pick<Fact, 'occurredAt' | 'recordedAt' | 'revision'>> = {},
): Fact =>
  ({ type, data, occurredAt: now, recordedAt: now, revision: state.revision + 1, ...otherwise }) as unknown as Fact;

/** Why a fact that nobody decided is refused: each rule with what it says. */
export const whyNot = ({ draft: { place, state } }: Story, fact: Fact): readonly string[] =>
  refusalsOf(place, state, fact).map(({ rule, en }) => `${rule}: ${en}`);

/** What is wrong with an input, each fault with its place; nothing where it is read. */
export function faultsOf(type: unknown, data: unknown, frame: object = {}): readonly string[] {
  const actor = { role: 'examiner', identity: 'lefevre' };
  const reading = readCommand({ session: 'session-1', actor, type, data, ...frame });
  return reading.kind === 'read' ? [] : reading.refusals.map(({ rule, path }) => `${rule} at ${path}`);
}

/** The data of an input that is read. */
export function readOf(type: unknown, data: unknown): unknown {
  const reading = readCommand({ session: 'session-1', actor: { role: 'centre', identity: 'lycee' }, type, data });
  if (reading.kind === 'read') return reading.command.data;
  throw new Error(`not read: ${reading.refusals.map(({ rule, path }) => `${rule} at ${path}`).join(', ')}`);
}

/** Holds each value of a table to the faults that stand beside it, those just inside a limit to none. */
export const expectFaults = <T>(
  faultsIn: (value: T) => readonly string[],
  table: readonly (readonly [value: T, ...faults: readonly string[]])[],
): void => {
  expect(table.map(([value]) => [value, ...faultsIn(value)])).toEqual(table);
};
