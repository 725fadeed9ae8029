import type { EventType } from '../../../src/domain/events/catalogue.ts';
import type { Otherwise, Room } from './held.ts';

/** What a rule finds in a session that went otherwise than usual in one thing. */
export interface Injection {
  readonly otherwise: Otherwise;
  /** Whom it must find, with which events. */
  readonly finds: (room: Room, of: (type: EventType, candidate?: number) => readonly number[]) => readonly Expected[];
}

type Expected = readonly [candidate: number | null, ...events: readonly (readonly number[])[]];

/** A turn in which nothing happens. */
export const nothing = (): void => {};
