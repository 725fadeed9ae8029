import type { EventStore } from '../../../domain/store/port.ts';
import type { Capabilities } from './capabilities.ts';

/** A store that was opened, empty, for one case. */
export interface OpenedStore {
  readonly store: EventStore;
  /** Opens a second instance on the same record, as another process would; where there can be one. */
  readonly again?: () => Promise<EventStore>;
  /** Releases what is left once all instances are closed: a folder, a database. */
  readonly dispose?: () => Promise<void>;
}

/** A store to be judged. */
export interface StoreSubject {
  readonly name: string;
  /** Opens an empty store, which shares nothing with those that were opened before. */
  readonly open: () => Promise<OpenedStore>;
  /** What it offers. Each that is said to be offered is exercised, or the report fails. */
  readonly capabilities: Capabilities;
}
