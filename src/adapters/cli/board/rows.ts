import type { EventStore } from '../../../domain/store/port.ts';
import type { Views } from '../../../domain/store/views.ts';
import type { BoardRow } from '../../../projections/board/row.ts';
import { boardModel } from '../../../projections/readModels/boardModel.ts';
import { openMemoryViews } from '../../memory/views.ts';
import { find, openProjector, type SubscriptionHealth } from '../../projector/index.ts';

/** The rows of the board, as far as the record is known. */
export interface Rows {
  /** Takes in what was recorded since. */
  latest(signal?: AbortSignal): Promise<readonly BoardRow[]>;
  close(): Promise<void>;
}

/** The rows that some views have, caught up; `null` where these views do not follow the record. */
async function rowsIn(views: Views): Promise<readonly BoardRow[] | null> {
  const found = await find(views, boardModel);
  const view = (await views.all()).find(({ model, isLive }) => model === boardModel.name && isLive);
  return found === null || view?.stopped !== null ? null : found.rows.map(({ row }) => row);
}

/**
 * The rows of the board from the views that are there, else from views of its own, which last as long as it does.
 *
 * @param given the views of the register; `null` where there are none
 * @param onHealth told how it is with the record
 */
export function boardRows(
  store: EventStore,
  given: Views | null,
  onHealth: (health: SubscriptionHealth) => void,
): Rows {
  const open = (views: Views) => ({
    views,
    projector: openProjector(store, views, [boardModel], { onHealth: (_, health) => onHealth(health) }),
  });
  let current = open(given ?? openMemoryViews());
  return {
    async latest(signal) {
      await current.projector.catchUp(signal);
      const rows = await rowsIn(current.views);
      if (rows !== null) return rows;
      await current.projector.close();
      current = open(openMemoryViews());
      await current.projector.catchUp(signal);
      return (await rowsIn(current.views)) ?? [];
    },
    close: () => current.projector.close(),
  };
}
