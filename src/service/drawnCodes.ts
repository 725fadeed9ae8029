import { z } from 'zod';
import { sessionIdentity } from '../domain/store/envelope.ts';
import type { AccessCodes } from './accessCodes.ts';
import type { Answer } from './answer.ts';
import { refusalBy } from './refusals.ts';
import type { Sessions } from './sessions.ts';

/** How often another code is drawn because somebody else reserved the one before. */
const TRIES = 8;

/** Asks for an access code and names none. Anything else that is wrong with it is said when it is read. */
const request = z.looseObject({
  type: z.literal('IssueAccessCode'),
  session: sessionIdentity,
  data: z.looseObject({ accessCode: z.undefined().optional() }),
});

/** Whether an input asks for a code. Its type is looked at first: a schema takes its time to say why it does not fit. */
const asksForCode = (input: unknown): input is z.output<typeof request> =>
  typeof input === 'object' &&
  input !== null &&
  'type' in input &&
  input.type === 'IssueAccessCode' &&
  request.safeParse(input).success;

/**
 * Puts a code into every command that asks for one: the session's own where it has one, so that a command that comes
 * twice says the same, else a free one. Where somebody else reserves that first, another is drawn; where somebody else
 * issues the session's code first, that is the one.
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
    const { state } = (await sessions.current(asking.session)).draft;
    const accessCode = state.accessCode ?? (await codes.draw(asking.session));
    if (accessCode === null) return { kind: 'refused', refusals: [refusalBy('access-codes-left', null)] };
    const answer = await carryOut(
      inputs.map((input) => (asksForCode(input) ? { ...input, data: { ...input.data, accessCode } } : input)),
    );
    if (answer.kind !== 'refused' || tries >= TRIES) return answer;
    const isTaken = answer.refusals.some(({ rule }) => rule === 'access-code-free');
    const { accessCode: issued } = (await sessions.current(asking.session)).draft.state;
    if (!isTaken && (issued === null || issued === accessCode)) return answer;
  }
}
