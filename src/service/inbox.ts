import { readCommand } from '../domain/commands/read.ts';
import type { Refusal } from '../domain/machine/refusal.ts';
import type { Refused } from './answer.ts';
import type { Batch, IdentifiedCommand } from './batch.ts';
import { madeUpId } from './ids.ts';
import type { Randomness } from './ports.ts';
import { inList, refusalBy } from './refusals.ts';

/** What came in, as a batch that can be judged, or everything that is wrong with it. */
export type Reading = Refused | { readonly kind: 'read'; readonly batch: Batch };

const refused = (...refusals: readonly Refusal[]): Refused => ({ kind: 'refused', refusals });

/** Reads one command. */
export function readOne(input: unknown, random: Randomness): Reading {
  const reading = readCommand(input);
  if (reading.kind === 'refused') return reading;
  const command = { ...reading.command, id: reading.command.id ?? madeUpId(random) };
  return { kind: 'read', batch: { session: command.session, commands: [command], locate: (refusal) => refusal } };
}

/** Reads a list of commands of one session. */
export function readList(inputs: readonly unknown[], random: Randomness): Reading {
  const refusals: Refusal[] = [];
  const commands: IdentifiedCommand[] = [];
  const ids = new Set<string>();
  for (const [index, input] of inputs.entries()) {
    const reading = readOne(input, random);
    if (reading.kind === 'refused') {
      refusals.push(...reading.refusals.map((refusal) => inList(refusal, index)));
      continue;
    }
    for (const command of reading.batch.commands) {
      const { id, session } = command;
      const first = commands[0]?.session ?? session;
      if (session !== first) {
        refusals.push(inList(refusalBy('one-session-per-list', 'session', { first, session }), index));
      }
      if (ids.has(id)) refusals.push(inList(refusalBy('command-id-once-in-a-list', 'id', { id }), index));
      ids.add(id);
      commands.push(command);
    }
  }
  const [first] = commands;
  if (refusals.length > 0) return refused(...refusals);
  if (first === undefined) return refused(refusalBy('list-not-empty', null));
  return { kind: 'read', batch: { session: first.session, commands, locate: inList } };
}
