import type { LogRecord } from './record.ts';

/** Which events of the whole log a subscriber wants, and how often it is told how far the server has looked. */
export interface Filter {
  readonly by: 'stream' | 'type';
  /** A regular expression; an empty one is none. */
  readonly regex: string;
  readonly prefixes: readonly string[];
  /** After how many events, wanted or not, the server says how far it is. */
  readonly checkpointEvery: number;
}

export function passes({ by, regex, prefixes }: Filter, { stream, type }: LogRecord): boolean {
  const text = by === 'stream' ? stream : type;
  return regex === '' ? prefixes.some((prefix) => text.startsWith(prefix)) : new RegExp(regex).test(text);
}
