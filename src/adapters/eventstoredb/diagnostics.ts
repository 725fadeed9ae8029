import { channel } from 'node:diagnostics_channel';

/** What is told on the channel `emargement:eventstoredb`: what an operator counts, and nothing of any event. */
export type Diagnostic =
  /** An attempt failed, and is made again after a pause. */
  | { readonly kind: 'retry'; readonly what: string; readonly failures: number; readonly error: unknown }
  /** The connection was replaced by another. */
  | { readonly kind: 'reconnect'; readonly server: string }
  /** A subscription was lost, and is taken up again after a pause. */
  | { readonly kind: 'resubscribe'; readonly failures: number; readonly error: unknown }
  /** An append of which an attempt had not been answered is stored, by that attempt or a later one. */
  | { readonly kind: 'found-stored'; readonly stream: string; readonly revision: number };

const told = channel('emargement:eventstoredb');

/** Tells whoever subscribed to the channel. */
export function tell(diagnostic: Diagnostic): void {
  if (told.hasSubscribers) told.publish(diagnostic);
}
