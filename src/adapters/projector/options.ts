import type { EventType, SessionEvent } from '../../domain/events/catalogue.ts';
import { StoreError } from '../../domain/store/errors.ts';
import { invalid, PAGE_EVENTS } from '../../domain/store/ranges.ts';
import type { SubscriptionHealth } from '../../domain/store/subscription.ts';
import type { ColumnValue, ReadModel } from '../../projections/readModels/readModel.ts';

/** How a projector goes about its work. */
export interface ProjectorOptions {
  /** Most events that a view takes in at once, from 1 to 10,000. Default 250. */
  readonly batch?: number;
  /**
   * Most characters of rows, as JSON, that are kept in memory for each view between two batches. Default 4,000,000: what
   * the sheets of a hundred sessions keep.
   */
  readonly cache?: number;
  /** Called whenever the health of a view's subscription changes. What it throws ends `run`. */
  readonly onHealth?: (model: string, health: SubscriptionHealth) => void;
}

/**
 * The options with their defaults.
 *
 * @throws StoreError `range-invalid`
 */
export function withDefaults({ batch = 250, cache = 4_000_000, onHealth = () => {} }: ProjectorOptions) {
  if (!Number.isInteger(batch) || batch < 1 || batch > PAGE_EVENTS) throw invalid('batch of events', batch);
  if (!Number.isInteger(cache) || cache < 0) throw invalid('cache of characters', cache);
  return { batch, cache, onHealth };
}

/** A read model, whatever its rows are: any `ReadModel` is one. */
export interface AnyModel extends Pick<ReadModel<object>, 'name' | 'version'> {
  readonly row: {
    readonly initial: object;
    readonly on: { readonly [T in EventType]?: (row: never, event: SessionEvent<T>) => object };
  };
  readonly keeps?: (row: never) => boolean;
  readonly columns: Readonly<Record<string, (row: never) => readonly ColumnValue[]>>;
}

/** A read model as a projector goes about with it: a row that it hands in is one that it was handed out. */
export type Model = ReadModel<object>;

const NAME = /^[A-Za-z0-9-]{1,64}$/;

/**
 * Read models by their names, as they were given.
 *
 * @throws StoreError `range-invalid` for a name or a version that is none, or a name that two have
 */
export function namedModels(models: readonly AnyModel[]): ReadonlyMap<string, Model> {
  const named = new Map<string, Model>();
  for (const model of models) {
    const { name, version } = model;
    if (!NAME.test(name)) throw invalid('name of a read model', name);
    if (!Number.isSafeInteger(version) || version < 1) throw invalid(`version of the read model ${name}`, version);
    if (named.has(name)) throw new StoreError('range-invalid', `Two read models are named ${name}`);
    named.set(name, model as unknown as Model);
  }
  return named;
}
