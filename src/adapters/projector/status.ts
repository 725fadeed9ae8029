import { isStoreError } from '../../domain/store/errors.ts';
import type { EventStore, Position } from '../../domain/store/port.ts';
import type { View, ViewFault, Views } from '../../domain/store/views.ts';
import type { Model } from './options.ts';

/** Most events that a lag is counted to. */
const MOST_LAG = 10_000;

const PAGE = 1_000;

/** How the view of a read model is. */
export interface ViewStatus {
  readonly model: string;
  /** The version of the model, which is not that of its rows where these are outdated. */
  readonly version: number;
  /**
   * - `missing`: nothing was begun yet.
   * - `building`: its first rows are being made, and no query is answered yet.
   * - `live`: queries are answered, and what comes is taken in.
   * - `outdated`: queries are answered from rows of another version of the model, which stand still until a rebuild.
   * - `stopped`: it stands still, at an event or at a checkpoint that the record does not know, until a retry or a rebuild.
   */
  readonly state: 'missing' | 'building' | 'live' | 'outdated' | 'stopped';
  /** The checkpoint; `null` where there is none. */
  readonly position: Position | null;
  /** Events of the record after the checkpoint, 10,000 at most; `null` where the record does not know the checkpoint. */
  readonly lag: number | null;
  /** Why it stands still. */
  readonly stopped: ViewFault | null;
  /** The rows that are made beside the live ones, to come in their place; `null` where there are none. */
  readonly rebuild: Pick<View, 'version' | 'position' | 'stopped'> | null;
}

/** How the views of these models are. */
export async function statusOf(
  store: EventStore,
  views: Views,
  models: Iterable<Model>,
): Promise<readonly ViewStatus[]> {
  const all = await views.all();
  // Views that are at the same place have the same lag, and mostly they are.
  const lags = new Map<Position | null, number | null>();
  const statuses: ViewStatus[] = [];
  for (const { name, version } of models) {
    const own = all.filter(({ model }) => model === name);
    const live = own.find(({ isLive }) => isLive);
    const building = own.find(({ isLive }) => !isLive);
    const shown = live ?? building;
    const position = shown?.position ?? null;
    const lag = lags.get(position) ?? (await lagAfter(store, position));
    lags.set(position, lag);
    statuses.push({
      model: name,
      version,
      state: stateOf(version, shown),
      position,
      lag,
      stopped: shown?.stopped ?? null,
      rebuild: live === undefined || building === undefined ? null : rebuildOf(building),
    });
  }
  return statuses;
}

const rebuildOf = ({ version, position, stopped }: View): ViewStatus['rebuild'] => ({ version, position, stopped });

function stateOf(version: number, view: View | undefined): ViewStatus['state'] {
  if (view === undefined) return 'missing';
  if (view.isLive && view.version !== version) return 'outdated';
  if (view.stopped !== null) return 'stopped';
  return view.isLive ? 'live' : 'building';
}

async function lagAfter(store: EventStore, position: Position | null): Promise<number | null> {
  let lag = 0;
  try {
    for (let after = position; lag < MOST_LAG; ) {
      const page = await store.readAll(after === null ? { limit: PAGE } : { after, limit: PAGE });
      const last = page.at(-1);
      if (last === undefined) break;
      lag += page.length;
      after = last.position;
    }
  } catch (thrown) {
    if (position !== null && isStoreError(thrown) && thrown.code === 'range-invalid') return null;
    throw thrown;
  }
  return Math.min(lag, MOST_LAG);
}
