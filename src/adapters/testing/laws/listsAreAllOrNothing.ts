import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import type { CommandInput } from '../../../service/register.ts';
import type { Step } from '../histories/histories.ts';
import { law } from './law.ts';
import { assertSame, assertThat } from './same.ts';
import type { WholeSubject } from './subject.ts';
import { commandOf, type Opened, opening, SESSION } from './telling.ts';

/** How many commands the lists of a history hold, in turn. */
const SIZES = [3, 1, 5, 2, 4] as const;

/** Some commands in a row, and when they are sent. */
interface List {
  readonly commands: readonly CommandInput[];
  readonly now: number;
}

/** Cuts a history into lists. */
function listsOf(steps: readonly Step[]): readonly List[] {
  const lists: List[] = [];
  for (let from = 0; from < steps.length; ) {
    const part = steps.slice(from, from + (SIZES[lists.length % SIZES.length] ?? 1));
    const first = from;
    const commands = part.map((step, place) => commandOf(step, first + place));
    lists.push({ commands, now: part.at(-1)?.now ?? 0 });
    from += part.length;
  }
  return lists;
}

const contentOf = ({ type, data, occurredAt, recordedAt, actor, commandId, revision }: SessionEvent) => ({
  type,
  data,
  occurredAt,
  recordedAt,
  actor,
  commandId,
  revision,
});

/** Sends commands one by one. @returns those that were accepted, and what they led to */
async function oneByOne({ front, clock }: Opened, { commands, now }: List) {
  clock.set(now);
  const accepted: CommandInput[] = [];
  const events: SessionEvent[] = [];
  for (const command of commands) {
    const answer = await front.handle(command);
    if (answer.kind !== 'accepted') continue;
    accepted.push(command);
    events.push(...answer.events);
  }
  return { accepted, events };
}

/** Sends commands as lists that must be accepted, or as one that must not. */
async function asLists({ front, clock }: Opened, { commands, now }: List, accepted: readonly CommandInput[]) {
  clock.set(now);
  if (accepted.length < commands.length) {
    const before = await front.history(SESSION);
    const { kind } = await front.handleAll(commands);
    assertThat(kind === 'refused', `A list was ${kind}, and one of its commands is refused when it comes by itself`);
    assertSame('The record after a list was refused', await front.history(SESSION), before);
  }
  if (accepted.length === 0) return [];
  const answer = await front.handleAll(accepted);
  if (answer.kind === 'accepted') return answer.events;
  throw new Error(`A list was ${answer.kind}, and each of its commands is accepted when it comes by itself`);
}

const compare = (subject: WholeSubject, steps: readonly Step[]): Promise<void> =>
  opening(subject, (single) =>
    opening(subject, async (listed) => {
      for (const list of listsOf(steps)) {
        const { accepted, events } = await oneByOne(single, list);
        const recorded = await asLists(listed, list, accepted);
        assertSame('What a list records', recorded.map(contentOf), events.map(contentOf));
      }
      const [one, other] = [await single.front.session(SESSION), await listed.front.session(SESSION)];
      assertSame('The session to which lists led', other, one);
    }),
  );

/** A list is one append. */
export const listsAreAllOrNothing = law(
  'A list of commands is recorded as its commands would be one by one, or not at all',
  { runs: 50, mistakes: 12, choices: 45 },
  (subject, { steps }) => compare(subject, steps),
);
