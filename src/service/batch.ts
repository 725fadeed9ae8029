import type { ReadCommand } from '../domain/commands/catalogue.ts';
import type { Refusal } from '../domain/machine/refusal.ts';
import type { EventStore } from '../domain/store/port.ts';
import type { AccessCodes } from './accessCodes.ts';
import type { Ports } from './ports.ts';
import type { Sessions } from './sessions.ts';

/** A command that was read, and whose identity is known. */
export type IdentifiedCommand = ReadCommand & { readonly id: string };

/** Commands that are recorded as one append: all of them, or none. */
export interface Batch {
  readonly session: string;
  /** At least one, all of the same session, each with another identity. */
  readonly commands: readonly IdentifiedCommand[];
  /** Says in a refusal which command it is about. */
  readonly locate: (refusal: Refusal, index: number) => Refusal;
}

/** What carrying out commands takes. */
export interface Means {
  readonly store: EventStore;
  readonly sessions: Sessions;
  readonly codes: AccessCodes;
  readonly ports: Ports;
}
