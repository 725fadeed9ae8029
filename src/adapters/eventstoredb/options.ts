import { invalid } from '../../domain/store/ranges.ts';
import { type Budgets, budgetsOf } from './budgets.ts';
import { described } from './connectionString.ts';
import type { Place } from './place.ts';
import { type Settings, settingsOf } from './settings.ts';

/** How an EventStoreDB store behaves. */
export interface Behaviour {
  /**
   * What the names of this record's streams begin with on the server; everything up to the first `-` is their category
   * there. What begins otherwise is other people's, and never seen; so no prefix may begin with another. Default
   * `emargement-`.
   */
  readonly prefix?: string;
  readonly budgets?: Partial<Budgets>;
  /** Most calls at once, subscriptions among them; the server takes 100 of a connection. Default 80. */
  readonly maxCalls?: number;
  /**
   * Appends by the server's stream of batches: about twice as many at once. The client has one table of those for all
   * its instances, so that one such store may be open in a process at a time. Default false.
   */
  readonly batchAppend?: boolean;
}

/** Where the server is, as a connection string or in parts, and how the store behaves. */
export type EventStoreDbOptions = Behaviour & ({ readonly connectionString: string } | Place);

/** The options, checked, with their defaults. */
export interface Options {
  readonly settings: Settings;
  readonly prefix: string;
  readonly budgets: Budgets;
  readonly maxCalls: number;
}

/** A connection takes 100, and a subscription makes a read now and then beside itself. */
const MOST_CALLS = 95;

/**
 * The options with their defaults.
 *
 * @throws StoreError `range-invalid`
 */
export function withDefaults(options: EventStoreDbOptions): Options {
  const { prefix = 'emargement-', maxCalls = 80, batchAppend = false } = options;
  const budgets = budgetsOf(options.budgets);
  if (!/^[A-Za-z0-9][A-Za-z0-9._:-]*$/.test(prefix)) throw invalid('prefix', prefix);
  if (!Number.isInteger(maxCalls) || maxCalls < 1 || maxCalls > MOST_CALLS) throw invalid('number of calls', maxCalls);
  const place = 'connectionString' in options ? described(options.connectionString) : options;
  return { settings: settingsOf(place, budgets, batchAppend), prefix, budgets, maxCalls };
}
