import fc from 'fast-check';
import { COMMANDS, type Command, type CommandType } from '../../../../domain/commands/catalogue.ts';
import { actors, recordIdentities, writtenInstants } from '../records.ts';
import { before } from './before.ts';
import type { CommandData } from './data.ts';
import { paper } from './paper.ts';
import { room } from './room.ts';

const DATA: CommandData<CommandType> = { ...before, ...room, ...paper };

const frame = {
  id: recordIdentities,
  session: recordIdentities,
  actor: actors,
  occurredAt: writtenInstants,
  correlationId: fc.option(recordIdentities),
  causationId: fc.option(recordIdentities),
  expectedRevision: fc.nat(500),
};

/**
 * Commands of one type as a host may send them, each of which the library can read: the frame with or without what may
 * be left out, and data with the words, the numbers and the notations of the field. Whether a session accepts it is
 * another matter; histories are for that.
 */
export const commandOf = <T extends CommandType>(type: T): fc.Arbitrary<Command<T>> =>
  fc.record(
    { ...frame, type: fc.constant(type), data: DATA[type] },
    { requiredKeys: ['session', 'actor', 'type', 'data'] },
  ) as unknown as fc.Arbitrary<Command<T>>;

/** Commands of every type, each of which the library can read. */
export const commands: fc.Arbitrary<Command> = fc.oneof(
  ...Object.values(COMMANDS).map(({ type }): fc.Arbitrary<Command> => commandOf(type)),
);
