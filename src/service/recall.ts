import type { Batch, Means } from './batch.ts';
import { type Repeated, repeated } from './repeated.ts';
import type { KeptSession } from './sessions.ts';

/** The commands that were carried out before, by identity. */
export type Recalled = ReadonlyMap<
  string,
  {
    /** Where their first event stands. */
    readonly revision: number;
    /** `null` where another content came under the same identity. */
    readonly repeated: Repeated | null;
  }
>;

/** Looks which of these commands were carried out before. The history is read only where there is one. */
export async function recall(
  { sessions }: Means,
  { session, handled }: KeptSession,
  { commands }: Batch,
): Promise<Recalled> {
  const known = commands.flatMap((command) => {
    const revision = handled.get(command.id);
    return revision === undefined ? [] : [{ command, revision }];
  });
  if (known.length === 0) return new Map();
  const history = await sessions.history(session);
  return new Map(
    known.map(({ command, revision }) => [command.id, { revision, repeated: repeated(command, history) }]),
  );
}
