import { isStoreError } from '../../../src/domain/store/errors.ts';
import type { CommandInput, Register } from '../../../src/service/register.ts';
import type { Outcome, Told } from './round.ts';

/** How often the same is sent before it is given up. */
const TRIES = 50;

/** What a host may be thrown while nothing is wrong but that others are in the way, or the connection is gone. */
const PASSING: readonly string[] = ['store-busy', 'store-unreachable', 'outcome-unknown'];

/** Sends commands until there is an answer, as a host does that must not lose one. */
export async function insist(register: Register, commands: readonly CommandInput[]): Promise<Outcome> {
  const ids = commands.map(({ id }) => String(id));
  const [revision] = commands.map(({ expectedRevision }) => expectedRevision);
  const expected = typeof revision === 'number' ? revision : null;
  const before: string[] = [];
  while (before.length < TRIES) {
    const told = await tried(register, commands);
    if (typeof told !== 'string' && (told.kind !== 'conflict' || expected !== null)) {
      return { ids, expected, before, told };
    }
    before.push(typeof told === 'string' ? told : told.kind);
  }
  return { ids, expected, before, told: { kind: 'failed', what: 'given up' } };
}

/** One try. @returns what was told, or the code of a fault that is a reason to try again */
async function tried(register: Register, commands: readonly CommandInput[]): Promise<Told | string> {
  const [only, ...others] = commands;
  try {
    const isOne = only !== undefined && others.length === 0;
    const answer = await (isOne ? register.handle(only) : register.handleAll(commands));
    if (answer.kind === 'conflict') return { kind: 'conflict' };
    if (answer.kind === 'refused') return { kind: 'refused', rules: answer.refusals.map(({ rule }) => rule) };
    const events = answer.events.map(({ revision, id, commandId }) => ({ revision, id, commandId }));
    return { kind: 'accepted', events };
  } catch (thrown) {
    if (isStoreError(thrown) && PASSING.includes(thrown.code)) return thrown.code;
    return { kind: 'failed', what: String(thrown) };
  }
}
