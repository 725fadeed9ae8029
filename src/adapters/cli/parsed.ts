import { UsageError } from './io.ts';

/** Reads JSON. @throws {UsageError} where it is none, naming where it came from */
export function parsed(text: string, from: string): unknown {
  try {
    return JSON.parse(text);
  } catch (thrown) {
    throw new UsageError(`${from} : ce n’est pas du JSON (${thrown}).`);
  }
}
