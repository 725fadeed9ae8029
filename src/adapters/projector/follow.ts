import { isStoreError, StoreError } from '../../domain/store/errors.ts';
import type { SubscriptionHealth } from '../../domain/store/subscription.ts';
import type { View } from '../../domain/store/views.ts';
import { subscribe } from '../subscription/subscribe.ts';
import type { Means } from './means.ts';
import { oneByOne } from './oneByOne.ts';
import type { Model } from './options.ts';
import { byStretches } from './stretches.ts';
import type { Take } from './take.ts';

/** How following a view ended: at the end of what is stored, at a fault, or because somebody else was there. */
export type Followed =
  | { readonly end: 'live'; readonly view: View }
  | { readonly end: 'stopped' }
  | { readonly end: 'overtaken' };

/** How a view is to be followed. */
export interface Following {
  /** Whether to end once all is taken in that is stored; else it goes on until the signal. */
  readonly untilLive: boolean;
  readonly signal: AbortSignal;
  /** Called after each batch with the number of its events. */
  readonly onTaken?: (events: number, view: View) => void;
}

/**
 * Follows the record with one view, from its checkpoint on. Where the model throws, what was not stored yet is gone
 * through once more, event by event, to stop right before the one that is at fault.
 *
 * @throws the signal's reason; what the store and the views throw, but for a checkpoint that the store does not know
 */
export async function follow(means: Means, model: Model, view: View, following: Following): Promise<Followed> {
  const followed = await goOn(means, model, view, following, byStretches(means, model));
  if (followed.end !== 'doubtful') return followed;
  const again = await goOn(means, model, followed.view, following, oneByOne(means, model));
  return again.end === 'doubtful' ? { end: 'overtaken' } : again;
}

async function goOn(
  { store, views, batch: limit, onHealth }: Means,
  model: Model,
  found: View,
  { untilLive, signal, onTaken }: Following,
  take: Take,
): Promise<Followed | { readonly end: 'doubtful'; readonly view: View }> {
  const options = { limit, signal, onHealth: (health: SubscriptionHealth) => onHealth(model.name, health) };
  let view = found;
  let isReading = true;
  try {
    for await (const batch of subscribe(
      store,
      view.position === null ? options : { ...options, after: view.position },
    )) {
      isReading = false;
      const taken = await take(view, batch);
      if (taken === 'overtaken') return { end: 'overtaken' };
      if (taken === 'doubtful') return { end: 'doubtful', view };
      view = taken;
      onTaken?.(batch.events.length, view);
      if (view.stopped !== null) return { end: 'stopped' };
      if (batch.isLive && untilLive) return { end: 'live', view };
      isReading = true;
    }
  } catch (thrown) {
    const { position } = view;
    if (!isReading || position === null || !isStoreError(thrown) || thrown.code !== 'range-invalid') throw thrown;
    const error = `${model.name}: the record does not know the checkpoint ${position}: it is another record, or an older copy of it. Rebuild the view. (${thrown.message})`;
    const stopped = await views.stop(view, { error, position: null });
    return { end: stopped === null ? 'overtaken' : 'stopped' };
  }
  throw new StoreError('store-unreachable', `${model.name}: the subscription ended, and nobody had ended it`);
}
