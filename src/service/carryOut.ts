import type { SessionEvent } from '../domain/events/catalogue.ts';
import type { Refusal } from '../domain/machine/refusal.ts';
import { APPEND_EVENTS } from '../domain/store/json.ts';
import type { Accepted, Answer, Conflicted } from './answer.ts';
import type { Batch, Means } from './batch.ts';
import { type Judged, judge } from './judge.ts';
import { recall } from './recall.ts';
import { record } from './record.ts';
import { notAuthorised, refusalBy } from './refusals.ts';
import { copyOfSession, type KeptSession } from './sessions.ts';

/** How often commands are decided anew because others wrote to the session meanwhile. */
const TRIES = 20;

/** What an attempt leads to; `overtaken` where others wrote to the session between looking and recording. */
type Attempt = Answer | (Pick<Conflicted, 'session' | 'expected'> & { readonly kind: 'overtaken' });

/** What the host says against the commands. */
async function unauthorised({ ports }: Means, kept: KeptSession, { commands, locate }: Batch) {
  const refusals: Refusal[] = [];
  if (ports.authorize === null) return refusals;
  for (const [index, command] of commands.entries()) {
    const because = await ports.authorize(structuredClone(command), copyOfSession(kept));
    if (because !== null) refusals.push(locate(notAuthorised(because, command.actor), index));
  }
  return refusals;
}

/** Reserves the access codes that are about to be issued. */
async function reserve({ codes }: Means, { session, locate }: Batch, judged: readonly Judged[]) {
  const refusals: Refusal[] = [];
  for (const [index, { command, facts }] of judged.entries()) {
    for (const { type, data } of facts) {
      if (type !== 'AccessCodeIssued') continue;
      const { accessCode } = data;
      const holder = await codes.reserve(accessCode, { session, commandId: command.id, actor: command.actor });
      if (holder === session) continue;
      refusals.push(locate(refusalBy('access-code-free', 'data.accessCode', { accessCode }), index));
    }
  }
  return refusals;
}

function accepted(session: string, judged: readonly Judged[], recorded: readonly SessionEvent[]): Accepted {
  let next = 0;
  const events = judged.flatMap(({ facts, before }) => {
    const own = recorded.slice(next, next + facts.length);
    next += facts.length;
    return [...before, ...own];
  });
  const warnings = judged.flatMap((part) => part.warnings);
  const revision = Math.max(...events.map((event) => event.revision));
  return { kind: 'accepted', session, revision, events, warnings };
}

/** What a store that cannot erase would leave undone. */
const notErasable = ({ store }: Means, { commands, locate }: Batch): readonly Refusal[] =>
  store.erase === undefined
    ? commands.flatMap(({ type }, index) =>
        type === 'ErasePerson' ? [locate(refusalBy('store-erases', 'type'), index)] : [],
      )
    : [];

/** Judges the commands on the session as it was last seen, and records what they lead to. */
async function attempt(means: Means, kept: KeptSession, batch: Batch): Promise<Attempt> {
  const { session, draft } = kept;
  const { revision, recordedAt } = draft.state;
  const forbidden = [...notErasable(means, batch), ...(await unauthorised(means, kept, batch))];
  if (forbidden.length > 0) return { kind: 'refused', refusals: forbidden };
  const recalled = await recall(means, kept, batch);

  // Who only looks may have carried the draft on meanwhile; what was asked so far was asked of the one before.
  if (draft.state.revision !== revision) return { kind: 'overtaken', session, expected: revision };
  // From here to the append nothing may be read of the draft after a wait.
  for (const { id, expectedRevision = revision } of batch.commands) {
    if (expectedRevision === revision || recalled.has(id)) continue;
    return { kind: 'conflict', session, expected: expectedRevision, actual: revision };
  }
  const verdict = judge(kept, batch, recalled, Math.max(means.ports.clock.now(), recordedAt));
  if (verdict.kind === 'refused') return verdict;

  const count = verdict.judged.reduce((sum, { facts }) => sum + facts.length, 0);
  if (count > APPEND_EVENTS) {
    return { kind: 'refused', refusals: [refusalBy('list-at-most', null, { count, most: APPEND_EVENTS })] };
  }
  const issues = verdict.judged.some(({ command }) => command.type === 'IssueAccessCode');
  const taken = issues ? await reserve(means, batch, verdict.judged) : [];
  if (taken.length > 0) return { kind: 'refused', refusals: taken };
  const recorded = await record(means, kept, verdict.judged, revision);
  if (recorded === null) return { kind: 'overtaken', session, expected: revision };
  return accepted(session, verdict.judged, recorded);
}

/**
 * Carries out commands of one session as one append: all of them, or none. What is refused, or comes too late, on a
 * state that is no longer the current one is decided anew, a bounded number of times.
 */
export async function carryOut(means: Means, batch: Batch): Promise<Answer> {
  const { kept, isFresh } = await means.sessions.seen(batch.session);
  let isCurrent = isFresh;
  for (let tries = 1; ; tries++) {
    const outcome = await attempt(means, kept, batch);
    if (outcome.kind === 'accepted') return outcome;
    const wentOn = (!isCurrent || outcome.kind === 'overtaken') && (await means.sessions.catchUp(kept));
    isCurrent = true;
    if (outcome.kind === 'overtaken') {
      const { session, expected } = outcome;
      if (tries >= TRIES) return { kind: 'conflict', session, expected, actual: kept.draft.state.revision };
    } else if (!wentOn || tries >= TRIES) return outcome;
  }
}
