import { openMemoryStore } from '../../../../src/adapters/memory/store.ts';
import { deadlines } from '../../../../src/domain/deadlines.ts';
import type { Session } from '../../../../src/domain/machine/replay.ts';
import type { NewEvent } from '../../../../src/domain/store/envelope.ts';
import { behind, registerOn } from '../subjects.ts';
import type { Fault } from './fault.ts';

const CLOSE = { session: 'session-1', actor: { role: 'system', identity: 'clock' }, type: 'CloseSession', data: {} };

const endOf = ({ state }: Session): number => Math.max(...deadlines(state, 0).map(({ endsAt }) => endsAt));

/** A front door that closes a session when somebody looks at it after the last deadline. */
const closesWhenLookedAt = behind(
  'a session is closed when its time is over, once somebody looks',
  (front, { clock }) => ({
    async session(session) {
      const shown = await front.session(session);
      if (shown.lifecycle !== 'running' || clock.now() <= endOf(shown)) return shown;
      await front.handle(CLOSE);
      return front.session(session);
    },
  }),
);

/** A front door that sets an alarm when the code is given. */
const closesByAlarm = behind('a session is closed by an alarm at the end of the longest time', (front, { clock }) => ({
  async handle(command) {
    const answer = await front.handle(command);
    if (Reflect.get(command, 'type') === 'GiveAccessCode' && answer.kind === 'accepted') {
      const longest = endOf(await front.session('session-1')) - clock.now();
      clock.setTimeout(() => void front.handle(CLOSE), longest);
    }
    return answer;
  },
}));

/** A third of the duration as somebody works it out who writes 0.33. */
function aboutAThird(event: NewEvent): NewEvent {
  const data = event.data as Readonly<Record<string, unknown>>;
  const { extraTime, durationSeconds } = data as {
    extraTime?: { denominator?: number } | null;
    durationSeconds?: number;
  };
  if (extraTime?.denominator !== 3 || durationSeconds === undefined) return event;
  const base = (durationSeconds * 3) / 4;
  return { ...event, data: { ...data, durationSeconds: Math.round(base * 1.33) } };
}

const thirdIsAFloat = registerOn('a third of extra time is 0.33 of the duration', () => {
  const store = openMemoryStore();
  return { ...store, append: (stream, expected, events) => store.append(stream, expected, events.map(aboutAThird)) };
});

const allowancesAreRounded = behind('time given back is rounded to whole minutes', (front) => ({
  async session(session) {
    const { lifecycle, state } = await front.session(session);
    const allowances = state.allowances.map((one) => ({ ...one, seconds: Math.round(one.seconds / 60) * 60 }));
    return { lifecycle, state: { ...state, allowances } };
  },
}));

/** What can be wrong with time. */
export const TIMING: readonly Fault[] = [
  { subject: closesWhenLookedAt, killedBy: 'nothingClosesByItself', says: /The session some days later/ },
  { subject: closesByAlarm, killedBy: 'nothingClosesByItself', says: /The session some days later/ },
  { subject: thirdIsAFloat, killedBy: 'deadlinesAreExact', says: /The end of candidate/ },
  { subject: allowancesAreRounded, killedBy: 'deadlinesAreExact', says: /by the session that is shown/ },
];
