import type { Budgets } from './budgets.ts';
import { Connection } from './connection.ts';
import { type Known, knownOf } from './known.ts';
import type { Options } from './options.ts';
import { named } from './settings.ts';
import { type Slots, slotsOf } from './slots.ts';

/** What every call of one store has in common. */
export interface Server {
  /** Whom messages name: never with credentials. */
  readonly name: string;
  /** What the names of this record's streams begin with. */
  readonly prefix: string;
  readonly budgets: Budgets;
  readonly connection: Connection;
  /** How many calls may be out at once. */
  readonly slots: Slots;
  /** How many appends may be out at once. */
  readonly appendSlots: Slots;
  /** Given up, with the fault to throw, where the store is closed. */
  readonly closed: AbortSignal;
  readonly known: Known;
}

/**
 * The client's stream of batches takes sixteen messages before it says that it is full; only where it is, and then
 * breaks, is a rejection of its own left to nobody.
 */
const MOST_BATCHES = 15;

/** Makes ready to call the server. Nothing is sent yet. */
export function serverOf({ settings, prefix, budgets, maxCalls }: Options, closed: AbortSignal): Server {
  return {
    name: named(settings.nodes),
    prefix,
    budgets,
    connection: new Connection(settings),
    slots: slotsOf(maxCalls),
    appendSlots: slotsOf(settings.batchAppend ? MOST_BATCHES : maxCalls),
    closed,
    known: knownOf(),
  };
}
