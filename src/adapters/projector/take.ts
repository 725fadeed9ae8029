import type { PositionedEvent } from '../../domain/store/port.ts';
import type { SubscriptionBatch } from '../../domain/store/subscription.ts';
import type { View } from '../../domain/store/views.ts';

/**
 * What became of a batch: the view as it is then; or, nothing having been changed, that somebody else was there, or that
 * the model threw and each event has to be looked at.
 */
export type Taken = View | 'overtaken' | 'doubtful';

/** Takes what a subscription hands over into a view, one batch after the other. */
export type Take = (view: View, batch: SubscriptionBatch) => Promise<Taken>;

/** Whether somebody was erased among these. */
export const erases = (events: readonly PositionedEvent[]): boolean =>
  events.some(({ event }) => event.type === 'PersonErased');
