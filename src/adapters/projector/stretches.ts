import type { SessionEvent } from '../../domain/events/catalogue.ts';
import type { Position } from '../../domain/store/port.ts';
import type { View, ViewRow } from '../../domain/store/views.ts';
import { project } from '../../projections/projection.ts';
import { byStream, keptAs } from './fold.ts';
import type { Means } from './means.ts';
import type { Model } from './options.ts';
import { newRowCache } from './rowCache.ts';
import { rowsBefore, type SizedRow } from './rowsBefore.ts';
import { erases, type Take, type Taken } from './take.ts';

/** Fewest and most events after which rows are stored. A row that many of them touch is written once for all of them. */
const SHORTEST = 1_000;
const LONGEST = 10_000;

/** What an event adds to the JSON of a row, about, in characters. */
const GROWTH = 250;

/** What was folded since the checkpoint. */
class Stretch {
  /** Each with the length that its JSON has, about. */
  readonly rows = new Map<string, SizedRow>();
  events = 0;
  /** Characters of JSON, about: of all rows, and of what came to them. */
  length = 0;
  grown = 0;
  wipes = false;
  /** The streams of the last batch, which are those most likely to go on. */
  last: ReadonlySet<string> = new Set();

  /**
   * Whether the rows are to be stored now: after so many events, where they take too much room, or where most of what is
   * written is new, as where one session comes after the other. Then little is written twice, and what is soon forgotten
   * costs the engine least.
   *
   * @param room for rows in memory, in characters
   */
  isLongEnough(room: number): boolean {
    const { events, length, grown } = this;
    return events >= LONGEST || (events >= SHORTEST && (length >= room || grown >= length * 0.75));
  }

  /** Folds some events of a stream. @param before the row before the stretch */
  fold(model: Model, stream: string, events: readonly SessionEvent[], before: SizedRow | undefined): void {
    const touched = this.rows.get(stream);
    const from = touched ?? before ?? { row: model.row.initial, length: 0 };
    const row = project(model.row, events, from.row);
    if (row === from.row) return;
    const grown = events.length * GROWTH;
    this.grown += grown;
    this.length += touched === undefined ? from.length + grown : grown;
    this.rows.set(stream, { row, length: from.length + grown });
  }
}

/**
 * Takes full batches in by stretches: rows are folded in memory, and stored with the checkpoint after so many events, or
 * where a batch is not full, since then somebody may wait for it. Rows that the last batch touched stay in memory.
 */
export function byStretches({ views, batch: limit, cache }: Means, model: Model): Take {
  const cached = newRowCache(cache);
  let stretch = new Stretch();

  const store = async (view: View, to: Position): Promise<Taken> => {
    const { rows: touched, wipes, last } = stretch;
    stretch = new Stretch();
    let rows: readonly ViewRow[];
    try {
      rows = [...touched].map(([stream, { row }]) => keptAs(model, stream, row));
    } catch {
      return 'doubtful';
    }
    const taken = await views.commit(view, { to, rows, wipes });
    if (taken === null) return 'overtaken';
    for (const { stream, text } of rows) {
      const sized = touched.get(stream);
      if (sized !== undefined && last.has(stream)) cached.set(stream, { row: sized.row, length: text.length });
      else cached.drop(stream);
    }
    return taken;
  };

  return async (view, { events, position, isLive }) => {
    let streams: ReturnType<typeof byStream>;
    try {
      streams = byStream(events);
    } catch {
      return 'doubtful';
    }
    const before = await rowsBefore(
      views,
      view,
      streams.keys(),
      (stream) => stretch.rows.get(stream) ?? cached.get(stream),
    );
    try {
      for (const [stream, own] of streams) stretch.fold(model, stream, own, before.get(stream));
    } catch {
      return 'doubtful';
    }
    stretch.events += events.length;
    stretch.last = new Set(streams.keys());
    stretch.wipes ||= erases(events);
    const isWaitedFor = isLive || events.length < limit;
    if (!isWaitedFor && !stretch.isLongEnough(cache)) return view;
    // In an empty record there is no position.
    return position === null || position === view.position ? view : store(view, position);
  };
}
