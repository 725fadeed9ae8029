import { sessionIdentity } from '../domain/store/envelope.ts';
import type { AccessCodes } from './accessCodes.ts';
import type { Answer } from './answer.ts';
import { refusalBy } from './refusals.ts';
import type { Sessions } from './sessions.ts';

/** How often another code is drawn because somebody else reserved the one before. */
const TRIES = 8;

interface Input {
  readonly type: 'IssueAccessCode';
  readonly session: string;
  readonly data: object;
}

/** Whether this asks for an access code and names none. Anything else that is wrong with it is said when it is read. */
function asksForCode(input: unknown): input is Input {
  if (typeof input !== 'object' || input === null || !('type' in input && 'session' in input && 'data' in input))
    return false;
  const { type, session, data } = input;
  if (
    type !== 'IssueAccessCode' ||
    !sessionIdentity.safeParse(session).success ||
    typeof data !== 'object' ||
    data === null
  )
    return false;
  return !('accessCode' in data) || data.accessCode === undefined;
}

/**
 * Puts a code into every command that asks for one: the session's own where it has one, so that a command that comes
 * twice says the same, else a free one. Where somebody else reserves that first, another is drawn.
 *
 * @param inputs as they came from outside
 * @param carryOut carries out the inputs with their codes
 */
export async function withDrawnCodes(
  codes: AccessCodes,
  sessions: Sessions,
  inputs: readonly unknown[],
  carryOut: (inputs: readonly unknown[]) => Promise<Answer>,
): Promise<Answer> {
  const asking = inputs.find(asksForCode);
  if (asking === undefined) return carryOut(inputs);
  for (let tries = 1; ; tries++) {
    const { kept, isFresh } = await sessions.seen(asking.session);
    if (!isFresh) await sessions.catchUp(kept);
    const accessCode = kept.draft.state.accessCode ?? (await codes.draw(asking.session));
    if (accessCode === null) return { kind: 'refused', refusals: [refusalBy('access-codes-left', null)] };
    const answer = await carryOut(
      inputs.map((input) => (asksForCode(input) ? { ...input, data: { ...input.data, accessCode } } : input)),
    );
    const isTaken = answer.kind === 'refused' && answer.refusals.some(({ rule }) => rule === 'access-code-free');
    if (!isTaken || tries >= TRIES) return answer;
  }
}
