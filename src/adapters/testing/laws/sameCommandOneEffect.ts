import type { Answer } from '../../../service/answer.ts';
import { law } from './law.ts';
import { assertSame, assertThat } from './same.ts';
import type { FrontDoor } from './subject.ts';
import { commandOf, type Opened, opening, SESSION, TELLER, tell } from './telling.ts';

/** A command that was accepted, and what the answer was. */
interface Done {
  readonly command: ReturnType<typeof commandOf>;
  readonly answer: Answer;
}

const contentOf = (answer: Answer): unknown => (answer.kind === 'accepted' ? answer.events : answer);

/** Sends commands once more: each is answered as it was. */
async function sendAgain(front: FrontDoor, done: readonly Done[], when: string): Promise<void> {
  for (const { command, answer } of done) {
    assertSame(`${command.id}, sent again ${when}`, contentOf(await front.handle(command)), contentOf(answer));
  }
}

/** Sends another content under the identities of commands that were carried out. */
async function sendOthers(front: FrontDoor, done: readonly Done[]): Promise<void> {
  for (const { command } of done) {
    const other = { id: command.id, session: SESSION, actor: TELLER, type: 'AddSessionComment', data: { text: '…' } };
    const answer = await front.handle(other);
    const rules = answer.kind === 'refused' ? answer.refusals.map(({ rule }) => rule) : [];
    assertThat(
      rules.includes('command-id-reused'),
      `${command.id} was ${answer.kind} with another content, and must be refused by command-id-reused`,
    );
  }
}

/** Tells the history, and some of its commands twice in a row. */
async function tellTwice(opened: Opened, steps: Parameters<typeof tell>[1][]): Promise<readonly Done[]> {
  const done: Done[] = [];
  for (const [index, step] of steps.entries()) {
    const answer = await tell(opened, step, index);
    if (answer.kind !== 'accepted') continue;
    const one = { command: commandOf(step, index), answer };
    done.push(one);
    if (index % 3 === 0) await sendAgain(opened.front, [one], 'at once');
  }
  return done;
}

/** Whoever does not know whether a command arrived sends it again. */
export const sameCommandOneEffect = law(
  'The same command identity has one effect: sent again at once, at the end, or to another front door',
  { runs: 40, mistakes: 5, choices: 30 },
  (subject, { steps }) =>
    opening(subject, async (opened) => {
      const { front, clock } = opened;
      const done = await tellTwice(opened, [...steps]);
      const recorded = done.flatMap(({ answer }) => (answer.kind === 'accepted' ? answer.events : []));
      assertSame('The record, some commands sent twice', await front.history(SESSION), recorded);
      clock.set(clock.now() + 3_600_000);
      const doors = [front, ...(front.again === undefined ? [] : [await front.again()])];
      for (const [place, door] of doors.entries()) {
        await sendAgain(door, done, place === 0 ? 'at the end' : 'to another front door');
        await sendOthers(door, done);
      }
      assertSame('The record, every command sent again', await front.history(SESSION), recorded);
      for (const door of doors.slice(1)) await door.close();
    }),
);
