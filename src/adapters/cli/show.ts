import type { SessionEvent } from '../../domain/events/catalogue.ts';
import { EXIT, type ExitCode, UsageError } from './io.ts';
import { readingRegister } from './place.ts';
import type { Call } from './task.ts';

/** Writes a view as its text, or as JSON. */
export function show<V>({ io, json }: Call, view: V, textOf: (view: V) => string): ExitCode {
  io.out(json ? JSON.stringify(view, null, 2) : textOf(view));
  return EXIT.done;
}

/**
 * Shows a view of the session that the first word names.
 *
 * @throws {UsageError} where nothing is recorded of it
 */
export async function showSession<V>(
  call: Call,
  viewOf: (history: readonly SessionEvent[]) => V,
  textOf: (view: V) => string,
): Promise<ExitCode> {
  const [session = ''] = call.words;
  const history = await readingRegister(call.db, (register) => register.history(session));
  if (history.length === 0) throw new UsageError(`Le registre ${call.db} ne connaît pas la session ${session}.`);
  return show(call, viewOf(history), textOf);
}
