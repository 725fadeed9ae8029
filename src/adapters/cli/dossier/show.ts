import { EXIT, type ExitCode } from '../io.ts';
import type { Call } from '../task.ts';
import type { Dossier } from './dossier.ts';
import { prefaceText, prefaceView } from './preface.ts';

/** Maps have no form in JSON: an object has the same entries. */
const plain = (_: string, value: unknown): unknown => (value instanceof Map ? Object.fromEntries(value) : value);

/** How a task ends that showed a dossier: one whose seal is broken, or that was not read whole, never ends well. */
export const outcomeOf = ({ seal, fault }: Dossier, code: ExitCode = EXIT.done): ExitCode =>
  seal.outcome === 'fails' || fault !== null ? EXIT.refused : code;

/**
 * Shows what a dossier answers, its seal first, as text or as JSON.
 *
 * @param code how the task ends where the dossier is in order
 */
export function answer<V extends object>(
  { io, json }: Call,
  dossier: Dossier,
  view: V,
  textOf: (view: V) => string,
  code?: ExitCode,
): ExitCode {
  if (json) io.out(JSON.stringify({ dossier: prefaceView(dossier), ...view }, plain, 2));
  else io.out(`${prefaceText(dossier)}\n\n${textOf(view).trimEnd()}`);
  return outcomeOf(dossier, code);
}
