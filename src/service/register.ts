import type { NavetteReading } from '../adapters/navette/index.ts';
import type { Command } from '../domain/commands/catalogue.ts';
import type { RetentionPolicy } from '../domain/retention.ts';
import type { EventStore } from '../domain/store/port.ts';
import { accessCodesOf } from './accessCodes.ts';
import type { Answer } from './answer.ts';
import type { Means } from './batch.ts';
import { carryOut } from './carryOut.ts';
import { followDirectory } from './directory.ts';
import { withDrawnCodes } from './drawnCodes.ts';
import { completed } from './effects.ts';
import { type Reading, readList, readOne } from './inbox.ts';
import { follow, type LiveListener, type LiveSession } from './live.ts';
import { type NavetteAnswer, type NavettePlanning, planNavette } from './navette.ts';
import { portsOf, type RegisterOptions } from './ports.ts';
import { type Queries, queriesOn } from './queries.ts';
import { newQueue } from './queue.ts';
import { type RetentionAnswer, type RetentionRun, retain } from './retention.ts';
import { sessionsOf } from './sessions.ts';

/** A command, or what may be one: it is read before anything else, and refused with everything that is wrong with it. */
export type CommandInput = Command | Readonly<Record<string, unknown>>;

/** The front door: commands in, answers out, and everything that can be asked of the record. */
export interface Register extends Queries {
  /**
   * Handles one command: reads it, decides it, and records what it leads to.
   *
   * The same command identity handled twice has one effect: a command that was carried out answers with its events, one
   * that was refused is judged again, another content under the same identity is refused. `IssueAccessCode` without a
   * code draws one that no other session has. Conflicts with other writers are decided again a bounded number of times.
   *
   * @throws StoreError for a fault of the store; whether the command was recorded is told by handling it again
   */
  handle(command: CommandInput): Promise<Answer>;
  /** Handles commands of one session as one append: each is decided after those before it, and all are recorded or none. */
  handleAll(commands: readonly CommandInput[]): Promise<Answer>;
  /** Plans a session for each row of a Navette that `emargement/navette` read. */
  planNavette(reading: NavetteReading, planning: NavettePlanning): Promise<NavetteAnswer>;
  /**
   * Erases whoever a policy says was kept for long enough, in all sessions; or says who would be erased. Sessions that
   * cannot be read, and those that never came to an end, are listed and left as they are.
   *
   * @param policy days in each state, from when a session reached it
   */
  retention(policy: RetentionPolicy, run: RetentionRun): Promise<RetentionAnswer>;
  /** Follows a session while it goes on, from wherever it stands: notices at their instant, and every change. */
  live(session: string, listener?: LiveListener): Promise<LiveSession>;
  /** Waits for what was begun, ends what is followed, and closes the store. */
  close(): Promise<void>;
}

/** Opens a register on a store. */
export function openRegister(store: EventStore, options: RegisterOptions = {}): Register {
  const ports = portsOf(options);
  const sessions = sessionsOf(store);
  const directory = followDirectory(store);
  const codes = accessCodesOf(store, directory, ports);
  const means: Means = { store, sessions, codes, ports };
  const queue = newQueue();
  const followed = new Set<LiveSession>();

  const carryOutInTurn = async (reading: Reading): Promise<Answer> => {
    if (reading.kind === 'refused') return reading;
    const { batch } = reading;
    return queue.inTurn(batch.session, async () => {
      const answer = await carryOut(means, batch);
      return completed(means, directory, batch, answer);
    });
  };

  const handleAll: Register['handleAll'] = (commands) =>
    withDrawnCodes(codes, sessions, commands, (inputs) => carryOutInTurn(readList(inputs, ports.random)));

  return {
    ...queriesOn(sessions, directory, ports),

    handle: (command) =>
      withDrawnCodes(codes, sessions, [command], ([input]) => carryOutInTurn(readOne(input, ports.random))),

    handleAll,

    planNavette: async (reading, planning) =>
      planNavette(reading, planning, (await directory.current()).agenda, handleAll),

    async retention(policy, run) {
      const streams = (await directory.current()).agenda.map(({ stream }) => stream);
      return retain({ store, streams, handleAll, now: ports.clock.now() }, policy, run);
    },

    async live(session, listener = {}) {
      const live = follow(store, sessions, ports, await sessions.current(session), listener);
      followed.add(live);
      return {
        ...live,
        stop() {
          followed.delete(live);
          live.stop();
        },
      };
    },

    async close() {
      for (const live of followed) live.stop();
      followed.clear();
      await queue.idle();
      await store.close();
    },
  };
}
