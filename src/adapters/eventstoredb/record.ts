import type { Place } from './positions.ts';

/** An event as the server hands it out. */
export interface ServerRecord {
  /** The stream's name as the server knows it. */
  readonly streamId: string;
  /** From 0. */
  readonly revision: bigint;
  readonly id: string;
  readonly type: string;
  readonly isJson: boolean;
  readonly data: unknown;
  readonly metadata: unknown;
  /** Where it stands in the log; old servers do not say so in a stream. */
  readonly position?: Place;
}

/** An event as the log of all streams hands it out. */
export type LogRecord = ServerRecord & { readonly position: Place };
