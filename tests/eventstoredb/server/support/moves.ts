import fc from 'fast-check';
import type { Expected } from '../log/decide.ts';
import { type Log, newLog } from '../log/log.ts';
import { recentIds } from '../log/recent.ts';
import type { Proposed } from '../log/record.ts';
import { append, type Outcome, remove, type Writer } from '../log/write.ts';

/** Something that writers and operators do. */
export type Move =
  | { readonly kind: 'append'; readonly stream: string; readonly expected: Expected; readonly ids: readonly string[] }
  | { readonly kind: 'soft' | 'tombstone'; readonly stream: string; readonly expected: Expected }
  /** Everything that is not in the log is forgotten. */
  | { readonly kind: 'restart' };

const stream = fc.constantFrom('a', 'b');
const expected: fc.Arbitrary<Expected> = fc.oneof(
  fc.constantFrom('any' as const, 'no_stream' as const, 'stream_exists' as const),
  fc.integer({ min: 0, max: 6 }),
);
/** Few ids, so that many are written again. */
const ids = fc.array(fc.constantFrom('1', '2', '3', '4'), { maxLength: 3 });

const appending: fc.Arbitrary<Move> = fc.record({ kind: fc.constant('append' as const), stream, expected, ids });
const soft: fc.Arbitrary<Move> = fc.record({ kind: fc.constant('soft' as const), stream, expected });
const tombstone: fc.Arbitrary<Move> = fc.record({ kind: fc.constant('tombstone' as const), stream, expected });
const restart: fc.Arbitrary<Move> = fc.constant({ kind: 'restart' });

/** Some moves, most of them appends. */
export const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.oneof(
    { arbitrary: appending, weight: 12 },
    { arbitrary: soft, weight: 2 },
    { arbitrary: tombstone, weight: 1 },
    { arbitrary: restart, weight: 2 },
  ),
  { maxLength: 20 },
);

export const events = (of: readonly string[]): readonly Proposed[] =>
  of.map((id) => ({
    id,
    type: 'Noted',
    contentType: 'application/json',
    data: Buffer.from(id),
    metadata: new Uint8Array(),
  }));

/** Somewhere to write. */
export const newWriter = (log: Log = newLog({ now: () => 0 })): Writer => ({ log, recent: recentIds(), now: () => 0 });

/** Makes a move; the answer is where to write next, and what the mover was told. */
export function make(writer: Writer, move: Move): { readonly writer: Writer; readonly outcome: Outcome | null } {
  if (move.kind === 'restart') return { writer: newWriter(writer.log), outcome: null };
  const outcome =
    move.kind === 'append'
      ? append(writer, move.stream, move.expected, events(move.ids))
      : remove(writer, move.stream, move.expected, move.kind);
  return { writer, outcome };
}

/** A log to which all the moves were made. */
export function logAfter(made: readonly Move[]): Log {
  let writer = newWriter();
  for (const move of made) writer = make(writer, move).writer;
  return writer.log;
}
