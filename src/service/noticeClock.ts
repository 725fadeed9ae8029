import { assign, emit, enqueueActions, setup } from 'xstate';
import type { Notice } from '../domain/notices.ts';

/** Longest wait at a time, in milliseconds: timers of some platforms cannot count further than 24 days. */
const LONGEST_WAIT = 86_400_000;

/**
 * What the clock knows: the notices as it was last told of them, and which were given or came too early to be. It is
 * told nothing else of the session, so that nothing personal stays with it.
 */
interface Context {
  readonly now: () => number;
  readonly notices: readonly Notice[];
  readonly given: ReadonlySet<string>;
}

/** A notice by what it says to whom and when; one whose deadline moved is another. */
const keysOf = ({ kind, at, candidates }: Notice): readonly string[] => candidates.map((n) => `${kind} ${n} ${at}`);

const isGiven = (given: ReadonlySet<string>, notice: Notice): boolean => keysOf(notice).every((key) => given.has(key));

const toGive = ({ notices, given }: Context): readonly Notice[] => notices.filter((notice) => !isGiven(given, notice));

const due = (context: Context): readonly Notice[] => {
  const now = context.now();
  return toGive(context).filter(({ at }) => at <= now);
};

/** The notices that were due before anybody listened. */
export const missedBy = (notices: readonly Notice[], now: number): readonly Notice[] =>
  notices.filter(({ at }) => at <= now);

/**
 * The clock beside a session's lifecycle: tells what the examiner should be told, at the instant itself. It changes
 * nothing, and a session that it was not told of again rings as it was last known.
 *
 * It is told its notices and counts to the next one only, so that a clock that is started in the middle of a session
 * counts right.
 */
export const noticeClock = setup({
  types: {
    context: {} as Context,
    input: {} as {
      readonly now: () => number;
      readonly notices: readonly Notice[];
      readonly missed: readonly Notice[];
    },
    events: {} as { readonly type: 'SESSION_CHANGED'; readonly notices: readonly Notice[] },
    emitted: {} as { readonly type: 'notice'; readonly notice: Notice },
  },
  delays: {
    untilTheNext: ({ context }) => {
      const now = context.now();
      return Math.min(LONGEST_WAIT, ...toGive(context).map(({ at }) => Math.max(0, at - now)));
    },
  },
  guards: {
    hasMore: ({ context }) => toGive(context).length > 0,
  },
  actions: {
    give: enqueueActions(({ context, enqueue }) => {
      const now = due(context);
      for (const notice of now) enqueue(emit({ type: 'notice', notice }));
      enqueue.assign({ given: new Set([...context.given, ...now.flatMap(keysOf)]) });
    }),
    hear: assign({ notices: (_, params: { readonly notices: readonly Notice[] }) => params.notices }),
  },
}).createMachine({
  id: 'noticeClock',
  context: ({ input: { now, notices, missed } }) => ({
    now,
    notices,
    given: new Set(missed.flatMap(keysOf)),
  }),
  initial: 'ringing',
  states: {
    ringing: {
      entry: 'give',
      always: [{ guard: 'hasMore', target: 'waiting' }, { target: 'silent' }],
    },
    waiting: { after: { untilTheNext: 'ringing' } },
    silent: {},
  },
  on: {
    SESSION_CHANGED: {
      target: '.ringing',
      actions: { type: 'hear', params: ({ event }) => ({ notices: event.notices }) },
    },
  },
});
