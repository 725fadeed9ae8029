import type { SessionEvent } from '../../src/domain/events/catalogue.ts';
import { type Moment, type Replayer, replayer } from '../../src/projections/index.ts';
import { median, type Verdict } from './ratio.ts';
import { readHistories, textsOfSessions } from './sessions.ts';

const ROUNDS = 300;
/** Rounds before the engine has compiled what it runs. */
const WARM_UP = 100;
const PER_ROUND = 200;

const NEAR = 10;
const FAR = 1000;

/** A session as one is held, in which so much was noted before the close that it has this many events. */
function sessionOf(size: number): readonly SessionEvent[] {
  const [held = []] = readHistories(textsOfSessions(1));
  const before = held.slice(
    0,
    held.findIndex(({ type }) => type === 'SessionClosed'),
  );
  const noted = held.filter(({ type }) =>
    ['CommentAdded', 'SessionCommentAdded', 'ProblemSignalled', 'SignatureRecorded'].includes(type),
  );
  const recordedAt = before.at(-1)?.recordedAt ?? 0;
  const more = Array.from({ length: size - before.length }, (_, index): readonly SessionEvent[] =>
    noted
      .slice(index % noted.length, (index % noted.length) + 1)
      .map((event) => ({ ...event, revision: before.length + index + 1, occurredAt: recordedAt, recordedAt })),
  );
  return [...before, ...more.flat()];
}

/** Everything that a moment shows but what it allowed, so that nothing of it waits to be made. */
const look = ({ session, sheet, pv, clocks }: Moment): number =>
  session.state.revision + sheet.lines.length + pv.lines.length + clocks.length;

/** Milliseconds of jumps to a place and back. */
function jumping(session: Replayer, place: number): number {
  let seen = 0;
  const start = performance.now();
  // Each jump goes to a place beside the last one, so that none is answered with what was just looked at.
  for (let n = 0; n < PER_ROUND; n++) seen += look(session.step(place - (n % 5)));
  if (seen === 0) throw new Error('nothing was shown');
  return performance.now() - start;
}

/** Milliseconds that something takes, of some tries the one in the middle. */
function timed(work: () => unknown): number {
  const tries = Array.from({ length: 20 }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return median(tries);
}

/** What jumps in a replayed session cost: as lines, and what has a limit. */
export function jumpTable(): { readonly lines: readonly string[]; readonly verdict: Verdict } {
  const events = sessionOf(FAR);
  const open = () => replayer({ events, unreadable: [] });
  const session = open();
  const ratios: number[] = [];
  const near: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    const alone = jumping(session, NEAR);
    near.push(alone);
    ratios.push(jumping(session, FAR) / alone);
  }
  const line = (what: string, ms: number) => `${what.padEnd(60)} ${ms.toFixed(4)} ms`;
  const allowed = (place: number) => timed(() => session.step(place).permissions);
  return {
    lines: [
      line(`opening a session of ${FAR} events to replay it`, timed(open)),
      line(`a jump to event ${NEAR}`, median(near.slice(WARM_UP)) / PER_ROUND),
      line(`what was allowed after event ${NEAR}`, allowed(NEAR)),
      line(`what was allowed after event ${FAR}`, allowed(FAR)),
    ],
    verdict: {
      what: `a jump to event ${FAR.toLocaleString('en')} against one to event ${NEAR}`,
      ratio: median(ratios.slice(WARM_UP)),
      limit: { kind: 'at-most', value: 3 },
    },
  };
}
