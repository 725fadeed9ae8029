import type { View, Views } from '../../domain/store/views.ts';

/** A row, and how long it is as JSON, in characters. */
export interface SizedRow {
  readonly row: object;
  readonly length: number;
}

/** The rows of some streams, as far as there are any: those that are at hand, and the others as they are kept. */
export async function rowsBefore(
  views: Views,
  view: View,
  streams: Iterable<string>,
  atHand: (stream: string) => SizedRow | undefined,
): Promise<ReadonlyMap<string, SizedRow>> {
  const rows = new Map<string, SizedRow>();
  const missing: string[] = [];
  for (const stream of streams) {
    const row = atHand(stream);
    if (row === undefined) missing.push(stream);
    else rows.set(stream, row);
  }
  if (missing.length === 0) return rows;
  for (const [stream, text] of await views.rowsOf(view, missing)) {
    rows.set(stream, { row: JSON.parse(text), length: text.length });
  }
  return rows;
}
