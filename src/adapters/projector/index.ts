/**
 * Read models kept up to date beside a record: subscriptions on any store, the projector, and what is asked of views.
 *
 * @example
 * ```ts
 * import { openMemoryViews } from 'emargement';
 * import { READ_MODELS } from 'emargement/projections';
 * import { openProjector } from 'emargement/projector';
 *
 * const projector = openProjector(store, openMemoryViews(), READ_MODELS);
 * await projector.run(signal);
 * ```
 *
 * @module
 */
export type { SubscriptionBatch, SubscriptionHealth, SubscriptionOptions } from '../../domain/store/subscription.ts';
export type {
  FoundRows,
  RowValue,
  View,
  ViewFault,
  ViewRow,
  ViewStep,
  Views,
  Wanted,
  Where,
} from '../../domain/store/views.ts';
export { subscribe } from '../subscription/subscribe.ts';
export { type Found, find } from './find.ts';
export type { AnyModel, ProjectorOptions } from './options.ts';
export { openProjector, type Projector, type RebuildOptions, type RebuildProgress } from './projector.ts';
export type { ViewStatus } from './status.ts';
