import type { z } from 'zod';
import * as attendance from './attendance.ts';
import * as candidates from './candidates.ts';
import type { CommandDefinition, commandFrame } from './define.ts';
import * as incidents from './incidents.ts';
import * as paper from './paper.ts';
import * as planning from './planning.ts';
import * as submission from './submission.ts';
import * as test from './test.ts';

/** Every command, by its type. */
export const COMMANDS = {
  ...planning,
  ...candidates,
  ...paper,
  ...attendance,
  ...test,
  ...incidents,
  ...submission,
} as const;

/** The type of a command. */
export type CommandType = keyof typeof COMMANDS;

type SchemaOf<T extends CommandType> = (typeof COMMANDS)[T] extends CommandDefinition<string, infer S> ? S : never;

type Frame = z.ZodObject<typeof commandFrame>;

/** A command as a host writes it. */
export type Command<T extends CommandType = CommandType> = {
  [K in T]: z.input<Frame> & { readonly type: K; readonly data: z.input<SchemaOf<K>> };
}[T];

/** A command that was read: every default filled in, every value in its stored form. */
export type ReadCommand<T extends CommandType = CommandType> = {
  [K in T]: z.output<Frame> & { readonly type: K; readonly data: z.output<SchemaOf<K>> };
}[T];

/** Whether this is the type of a command. */
export const isCommandType = (type: unknown): type is CommandType =>
  typeof type === 'string' && Object.hasOwn(COMMANDS, type);
