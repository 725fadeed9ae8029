import type { EventType, Fact } from '../events/catalogue.ts';

/** The types of the events that are about one candidate. */
export type CandidateEvent = {
  [T in EventType]: Fact<T>['data'] extends { readonly candidate: number } ? T : never;
}[EventType];
