import type { SessionEvent } from '../../../domain/events/catalogue.ts';

/** The candidate whom an event is about; `null` where it is about the session. */
export const candidateIn = ({ data }: SessionEvent): number | null => ('candidate' in data ? data.candidate : null);
