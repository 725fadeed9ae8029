import type { EventStore, Position } from '../../domain/store/port.ts';
import { invalid } from '../../domain/store/ranges.ts';
import type { Views } from '../../domain/store/views.ts';
import { newBell } from '../subscription/bell.ts';
import { catchUpWith, keepUpWith, rebuildOf } from './keep.ts';
import type { Means } from './means.ts';
import { type AnyModel, type Model, namedModels, type ProjectorOptions, withDefaults } from './options.ts';
import { statusOf, type ViewStatus } from './status.ts';

/** How far a rebuild is. */
export interface RebuildProgress {
  /** Events that this rebuild has gone through so far; those before an interruption are not counted again. */
  readonly events: number;
  /** The checkpoint of the rows that are being made. */
  readonly position: Position | null;
}

/** How a rebuild is to be done. */
export interface RebuildOptions {
  readonly onProgress?: (progress: RebuildProgress) => void;
  /** Gives it up; what was made so far is gone on with by the next rebuild. */
  readonly signal?: AbortSignal;
}

/**
 * Keeps the rows of read models up to date with a record.
 *
 * Every event is taken in exactly once, however often it is handed over and whoever else is at work on the same views:
 * rows and checkpoint are stored together, and only where the checkpoint is where it was. An event at which a model
 * throws stops the view of that model alone; what was taken in before it stays, and is served.
 */
export interface Projector {
  /**
   * Keeps all views up to date until the signal, or until the projector is closed; then it answers. A view that there is
   * none of yet is built, and live once it has taken in all that is stored.
   *
   * @throws what the store and the views throw; every view has rested then
   */
  run(signal?: AbortSignal): Promise<void>;
  /** Takes in all that is stored, one view after the other. @throws the signal's reason; what the store and the views throw */
  catchUp(signal?: AbortSignal): Promise<void>;
  /**
   * Makes the rows of a model anew from the whole record, while queries are answered from those that are there, and then
   * puts them in their place. One that was interrupted is gone on with; one that stopped is begun again.
   *
   * @returns whether the new rows are live; else they stopped at an event, and the status says at which
   * @throws StoreError `range-invalid` where there is no such model; the signal's reason; what the store and the views throw
   */
  rebuild(model: string, options?: RebuildOptions): Promise<boolean>;
  /** Lets a view that stopped try again where it stands; nothing where it did not stop. */
  retry(model: string): Promise<void>;
  /** How each view is, in the order of the models. */
  status(): Promise<readonly ViewStatus[]>;
  /** Ends whatever is going on, and answers once it has. The store and the views are the host's, and stay open. */
  close(): Promise<void>;
}

/**
 * Opens a projector of these read models.
 *
 * @throws StoreError `range-invalid` for an option, or for a model's name or version
 */
export function openProjector(
  store: EventStore,
  views: Views,
  models: readonly AnyModel[],
  options: ProjectorOptions = {},
): Projector {
  const named = namedModels(models);
  const means: Means = { store, views, ...withDefaults(options) };
  const closing = new AbortController();
  const bells = new Map([...named.keys()].map((name) => [name, newBell()] as const));
  const atWork = new Set<Promise<unknown>>();

  const modelOf = (name: string): Model => {
    const model = named.get(name);
    if (model === undefined) throw invalid('read model of this projector', name);
    return model;
  };

  /** Does some work until a signal or the end of the projector. */
  const until = <T>(signal: AbortSignal | undefined, work: (ending: AbortSignal) => Promise<T>): Promise<T> => {
    const ending = signal === undefined ? closing.signal : AbortSignal.any([closing.signal, signal]);
    const working = work(ending);
    const rested = working.catch(() => {}).finally(() => atWork.delete(rested));
    atWork.add(rested);
    return working;
  };

  const ring = (name: string) => bells.get(name)?.ring();

  return {
    run: (signal) =>
      until(signal, async (ending) => {
        const failing = new AbortController();
        const either = AbortSignal.any([ending, failing.signal]);
        const keeping = [...named.values()].map((model) =>
          keepUpWith(means, model, bells.get(model.name) ?? newBell(), either).catch((thrown) => failing.abort(thrown)),
        );
        await Promise.all(keeping);
        // Whoever is told to end throws so; what was thrown before that is a fault.
        if (!ending.aborted) failing.signal.throwIfAborted();
      }),

    catchUp: (signal) =>
      until(signal, async (ending) => {
        for (const model of named.values()) await catchUpWith(means, model, ending);
      }),

    async rebuild(name, { onProgress, signal } = {}) {
      const model = modelOf(name);
      let events = 0;
      const isLive = await until(signal, (ending) =>
        rebuildOf(means, model, ending, (taken, { position }) => {
          events += taken;
          onProgress?.({ events, position });
        }),
      );
      ring(name);
      return isLive;
    },

    async retry(name) {
      modelOf(name);
      for (const view of await views.all()) {
        if (view.model === name && view.stopped !== null) await views.retry(view);
      }
      ring(name);
    },

    status: () => statusOf(store, views, named.values()),

    async close() {
      closing.abort(new DOMException('The projector is closed', 'AbortError'));
      await Promise.all(atWork);
    },
  };
}
