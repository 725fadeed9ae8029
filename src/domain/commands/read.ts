import { z } from 'zod';
import type { Refusal } from '../machine/refusal.ts';
import { plain, type Quoted, type RuleText, said } from '../rules/define.ts';
import { COMMANDS, type CommandType, isCommandType, type ReadCommand } from './catalogue.ts';
import { commandFrame } from './define.ts';
import { INPUT_TEXTS, UNREADABLE } from './inputTexts.ts';

/** Most characters of a value that a refusal quotes. */
const LONGEST_QUOTE = 200;

const SCHEMAS = Object.fromEntries(
  Object.values(COMMANDS).map(({ type, data }) => [
    type,
    z.strictObject({ ...commandFrame, type: z.literal(type), data: data as z.ZodType }),
  ]),
) as unknown as Readonly<Record<CommandType, z.ZodType>>;

/** The value at a path, or `undefined`. */
const at = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  );

/** Quotes what was typed. It may be anything, so it is taken for personal. */
function quote(value: unknown): Quoted {
  if (value === null || typeof value === 'boolean' || typeof value === 'number') return { value, personal: true };
  if (value === undefined) return { value: null, personal: false };
  return { value: written(value).slice(0, LONGEST_QUOTE), personal: true };
}

/** A value as text; what JSON has no text for (a function, a structure that holds itself) is named by its kind. */
function written(value: unknown): string {
  if (typeof value === 'string') return value;
  try {
    return JSON.stringify(value) ?? typeof value;
  } catch {
    return typeof value;
  }
}

/** The rule that an issue stands for: its own name where the schema gives one, else the kind of the issue. */
const ruleOf = ({ code, message }: z.core.$ZodIssue, value: unknown): string => {
  if (value === undefined) return 'field-missing';
  return message in INPUT_TEXTS ? message : `field-${code.replaceAll('_', '-')}`;
};

function refuse(rule: string, path: string, values: Readonly<Record<string, Quoted>>): Refusal {
  const text: RuleText = INPUT_TEXTS[rule] ?? UNREADABLE;
  const quoted = { path: plain(path), ...values };
  return { rule, sentence: null, event: null, lifecycle: null, path, ...said(text, quoted), values: quoted };
}

/** What is said of a value of the input that its schema does not accept. */
export function refusalOf(issue: z.core.$ZodIssue, input: unknown): Refusal {
  const value = at(input, issue.path);
  const keys =
    issue.code === 'unrecognized_keys' ? { keys: plain(issue.keys.map((key) => [...issue.path, key].join('.'))) } : {};
  return refuse(ruleOf(issue, value), issue.path.join('.'), { value: quote(value), ...keys });
}

/** A command that was read, or everything that is wrong with the input. */
export type Reading =
  | { readonly kind: 'read'; readonly command: ReadCommand }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/**
 * Reads a command from outside: its frame and its data, all faults at once, each with the value and its place.
 *
 * @param input anything; nothing is thrown
 */
export function readCommand(input: unknown): Reading {
  const type = at(input, ['type']);
  if (!isCommandType(type)) {
    return { kind: 'refused', refusals: [refuse('command-known', 'type', { value: quote(type) })] };
  }
  const parsed = SCHEMAS[type].safeParse(input);
  return parsed.success
    ? { kind: 'read', command: parsed.data as ReadCommand }
    : { kind: 'refused', refusals: parsed.error.issues.map((issue) => refusalOf(issue, input)) };
}
