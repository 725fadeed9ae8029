import { manualClock } from '../../src/adapters/cli/demo/clock.ts';
import { examinerOf, identityOf } from '../../src/adapters/testing/arbitraries/people.ts';
import type { Command, CommandType } from '../../src/domain/commands/catalogue.ts';
import type { SessionEvent } from '../../src/domain/events/catalogue.ts';
import type { EventStore } from '../../src/domain/store/port.ts';
import type { Accepted, Answer } from '../../src/service/answer.ts';
import type { RegisterOptions } from '../../src/service/ports.ts';
import { openRegister, type Register } from '../../src/service/register.ts';

/** The day before the test, when sessions of tests are planned. */
export const THE_DAY_BEFORE = Date.parse('2019-05-13T09:00:00Z');

/** When the slot of sessions of tests begins: 8:30 in Paris. */
export const HALF_PAST_EIGHT = Date.parse('2019-05-14T06:30:00Z');

/** In milliseconds. */
export const MINUTE = 60_000;

/** Who acts in tests unless they say otherwise. */
export const EXAMINER = { role: 'examiner', identity: 'lefevre' } as const;

/** Where sessions of tests are held. */
export const ESTABLISHMENT = {
  name: 'Lycée Marcel-Sembat',
  address: '128 rue Léon Salva',
  postalCode: '76300',
  city: 'Sotteville-lès-Rouen',
};

/** The slot of sessions of tests, unless they say otherwise. */
export const SLOT = {
  date: '2019-05-14',
  start: '08:30',
  end: '10:30',
  zone: 'Europe/Paris',
  site: 'Bâtiment principal',
  room: 'B204',
};

/** What a command says beside its type and data. */
export type Frame = Partial<Omit<Command, 'type' | 'data' | 'session'>>;

/** A command of a session, told by the examiner unless the frame says otherwise. */
export const say = <T extends CommandType>(session: string, type: T, data: Command<T>['data'], frame: Frame = {}) => ({
  session,
  actor: EXAMINER,
  ...frame,
  type,
  data,
});

/** Plans a session with one examiner. */
export const plan = (session: string, changes: Partial<Command<'PlanSession'>['data']> = {}, frame: Frame = {}) =>
  say(
    session,
    'PlanSession',
    { establishment: ESTABLISHMENT, slot: SLOT, examiners: [examinerOf(0)], ...changes },
    frame,
  );

/** Registers the person of this number. */
export const register = (session: string, person: number, frame: Frame = {}) =>
  say(session, 'RegisterCandidate', { identity: identityOf(person) }, frame);

/** Notes something on the session, which may be done at any moment and any number of times. */
export const comment = (session: string, text: string, frame: Frame = {}) =>
  say(session, 'AddSessionComment', { text }, frame);

/** A command that must be accepted. */
export async function must(answer: Promise<Answer>): Promise<Accepted> {
  const given = await answer;
  if (given.kind === 'accepted') return given;
  throw new Error(`not accepted: ${JSON.stringify(given)}`);
}

/** A command that must be refused. @returns the rules, each with where it was broken */
export async function refusedBy(answer: Promise<Answer>): Promise<readonly (readonly [string, string | null])[]> {
  const given = await answer;
  if (given.kind === 'refused') return given.refusals.map(({ rule, path }) => [rule, path]);
  throw new Error(`not refused: ${JSON.stringify(given)}`);
}

/** A register with a clock that stands on the day before until it is set. */
export function opened(store: EventStore, options: Omit<RegisterOptions, 'clock'> = {}) {
  const clock = manualClock(THE_DAY_BEFORE);
  return { clock, register: openRegister(store, { clock, ...options }) };
}

/** The types of events, in their order. */
export const typesOf = (events: readonly Pick<SessionEvent, 'type'>[]): readonly string[] =>
  events.map(({ type }) => type);

/** A session whose test runs since half past eight, with so many candidates. */
export async function running(store: EventStore, session: string, candidates: number) {
  const { register: inUse, clock } = opened(store);
  await must(inUse.handle(plan(session)));
  await must(inUse.handle(issue(session)));
  for (let person = 0; person < candidates; person++) await must(inUse.handle(register(session, person)));
  clock.goTo(HALF_PAST_EIGHT);
  await must(inUse.handle(say(session, 'GiveAccessCode', { accessCode: String(await codeOf(inUse, session)) })));
  return { register: inUse, clock };
}

/** Asks for an access code, whichever. */
export const issue = (session: string, frame: Frame = {}) => ({
  session,
  actor: EXAMINER,
  type: 'IssueAccessCode',
  data: {},
  ...frame,
});

/** The access code that a session has. */
export const codeOf = async (of: Pick<Register, 'session'>, session: string): Promise<string | null> =>
  (await of.session(session)).state.accessCode;
