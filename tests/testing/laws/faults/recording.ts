import { openMemoryStore } from '../../../../src/adapters/memory/store.ts';
import type { FrontDoor } from '../../../../src/adapters/testing/laws/index.ts';
import type { SessionEvent } from '../../../../src/domain/events/catalogue.ts';
import type { Refusal } from '../../../../src/domain/machine/refusal.ts';
import type { NewEvent } from '../../../../src/domain/store/envelope.ts';
import type { EventStore } from '../../../../src/domain/store/port.ts';
import type { Answer } from '../../../../src/service/answer.ts';
import type { CommandInput } from '../../../../src/service/register.ts';
import { behind, registerOn } from '../subjects.ts';
import type { Fault } from './fault.ts';

const idOf = (command: CommandInput): string => String(Reflect.get(command, 'id'));

const nameless = (command: CommandInput): CommandInput => {
  const { id: _, ...rest } = command as Record<string, unknown>;
  return rest;
};

const idsAreLost = behind('the identity of a command is lost on the way', (front) => ({
  handle: (command) => front.handle(nameless(command)),
}));

/** A front door that knows which commands it has seen, and nothing of those that others have. */
function remembering(front: FrontDoor): FrontDoor {
  const seen = new Map<string, Answer>();
  return {
    ...front,
    async handle(command) {
      const answer = seen.get(idOf(command)) ?? (await front.handle(nameless(command)));
      if (answer.kind === 'accepted') seen.set(idOf(command), answer);
      return answer;
    },
  };
}

const contentsAreNotCompared = behind('a command is known by its identity, whatever it says', (front) => {
  const { handle } = remembering(front);
  return { handle };
});

/** The refusal of a command whose identity is taken. */
const REUSED: Refusal = {
  rule: 'command-id-reused',
  sentence: null,
  event: null,
  lifecycle: null,
  path: 'id',
  en: 'Another command has this identity.',
  fr: 'Une autre commande a cette identité.',
  values: {},
};

/** As above, but the content is compared: all that is wrong is that another process knows nothing of it. */
const idsAreKeptInMemory = behind('the identities of commands are kept in memory only', (front) => {
  const compared = (door: FrontDoor): FrontDoor => {
    const contents = new Map<string, string>();
    const { handle, ...rest } = remembering(door);
    const { again } = rest;
    return {
      ...rest,
      async handle(command) {
        const content = JSON.stringify(command);
        if ((contents.get(idOf(command)) ?? content) !== content) return { kind: 'refused', refusals: [REUSED] };
        const answer = await handle(command);
        if (answer.kind === 'accepted') contents.set(idOf(command), content);
        return answer;
      },
      ...(again === undefined ? {} : { again: async () => compared(await again()) }),
    };
  };
  return compared(front);
});

const holdsUndefined = behind('an empty field of an event is undefined', (front) => ({
  history: async (session) =>
    (await front.history(session)).map((event) => {
      const data = Object.entries(event.data).map(([name, value]) => [name, value ?? undefined]);
      return { ...event, data: Object.fromEntries(data) } as SessionEvent;
    }),
}));

const listsStopHalfway = behind('a list stops at the first command that is refused', (front) => ({
  async handleAll(commands) {
    let last: Answer = { kind: 'refused', refusals: [] };
    const events: SessionEvent[] = [];
    for (const command of commands) {
      last = await front.handle(command);
      if (last.kind !== 'accepted') return last;
      events.push(...last.events);
    }
    return last.kind === 'accepted' ? { ...last, events } : last;
  },
}));

/** A memory store that changes what it is about to store. */
const storing = (change: (event: NewEvent) => NewEvent): EventStore => {
  const store = openMemoryStore();
  return { ...store, append: (stream, expected, events) => store.append(stream, expected, events.map(change)) };
};

const stampedByTheClock = registerOn('events are stamped by the clock, wherever it stands', ({ clock }) =>
  storing((event) => ({ ...event, recordedAt: clock.now() })),
);

/** What can be wrong with how things are recorded. */
export const RECORDING: readonly Fault[] = [
  { subject: idsAreLost, killedBy: 'sameCommandOneEffect', says: /sent again at once/ },
  { subject: contentsAreNotCompared, killedBy: 'sameCommandOneEffect', says: /with another content/ },
  { subject: idsAreKeptInMemory, killedBy: 'sameCommandOneEffect', says: /sent again to another front door/ },
  { subject: holdsUndefined, killedBy: 'storedEventsReadBack', says: /written as JSON/ },
  { subject: listsStopHalfway, killedBy: 'listsAreAllOrNothing', says: /The record after a list was refused/ },
  { subject: stampedByTheClock, killedBy: 'recordedInOrder', says: /before the one before/ },
];
