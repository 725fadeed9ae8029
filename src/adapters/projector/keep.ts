import type { View, Views } from '../../domain/store/views.ts';
import type { Bell } from '../subscription/bell.ts';
import { type Followed, follow } from './follow.ts';
import type { Means } from './means.ts';
import type { Model } from './options.ts';

/**
 * The view of a model with which to go on: the live one, or, where there is none yet, the one that is being built.
 * `null` where it stands still: it stopped, or its rows are of another version of the model.
 */
async function standing(views: Views, { name, version }: Model): Promise<View | null> {
  const own = (await views.all()).filter(({ model }) => model === name);
  const live = own.find(({ isLive }) => isLive);
  const building = own.find(({ isLive }) => !isLive);
  if (live !== undefined) return live.version === version && live.stopped === null ? live : null;
  if (building?.version === version) return building.stopped === null ? building : null;
  return views.begin(name, version);
}

/** Makes what was built live. What came in between is for whoever goes on with it. */
const swapped = async ({ views }: Means, followed: Followed): Promise<void> => {
  if (followed.end === 'live') await views.swap(followed.view);
};

/** Takes in all that is stored, into the view of a model, unless that stands still. */
export async function catchUpWith(means: Means, model: Model, signal: AbortSignal): Promise<void> {
  for (;;) {
    const view = await standing(means.views, model);
    if (view === null) return;
    const followed = await follow(means, model, view, { untilLive: true, signal });
    if (followed.end === 'live' && view.isLive) return;
    if (!view.isLive) await swapped(means, followed);
  }
}

/**
 * Keeps the view of a model up to date until the signal. Where it stands still, it is looked at again whenever something
 * was stored, or the bell rings: somebody may have rebuilt it, or told it to try again.
 *
 * @throws the signal's reason; what the store and the views throw
 */
export async function keepUpWith(means: Means, model: Model, bell: Bell, signal: AbortSignal): Promise<never> {
  for (;;) {
    bell.hush();
    const view = await standing(means.views, model);
    if (view === null) await newsOf(means, bell, signal);
    else {
      const followed = await follow(means, model, view, { untilLive: !view.isLive, signal });
      if (!view.isLive) await swapped(means, followed);
    }
  }
}

async function newsOf({ store }: Means, bell: Bell, signal: AbortSignal): Promise<void> {
  const stop = store.onAppend(() => bell.ring());
  try {
    await bell.rung(signal);
  } finally {
    stop();
  }
}

/**
 * Makes the rows of a model anew, beside those that are live, and then in their place. It goes on with what somebody
 * began and did not end, unless that stopped.
 *
 * @returns whether the new rows are live; else they stopped at something
 */
export async function rebuildOf(
  means: Means,
  model: Model,
  signal: AbortSignal,
  onTaken: (events: number, view: View) => void,
): Promise<boolean> {
  const { views } = means;
  let view = await views.begin(model.name, model.version);
  for (;;) {
    const followed = await follow(means, model, view, { untilLive: true, signal, onTaken });
    if (followed.end === 'stopped') return false;
    await swapped(means, followed);
    const now = (await views.all()).find(({ generation }) => generation === view.generation);
    if (now?.isLive === true) break;
    // Somebody else is building it too, or has begun another one.
    view = now ?? (await views.begin(model.name, model.version));
  }
  // What came while the one was not live any more and the other not yet.
  await catchUpWith(means, model, signal);
  return true;
}
