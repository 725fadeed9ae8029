import type { EventType } from '../events/catalogue.ts';
import { instantOf, rule } from './define.ts';

/** Nothing is recorded before it happened. */
export const notInTheFuture = rule<EventType>()({
  name: 'not-in-the-future',
  sentence: null,
  text: {
    en: 'It is said to have happened at {occurredAt}, after it was recorded ({recordedAt}).',
    fr: 'L’heure indiquée ({occurredAt}) est postérieure à l’enregistrement ({recordedAt}).',
  },
  holds: (_, fact) => fact.occurredAt <= fact.recordedAt,
  values: (_, fact) => ({ occurredAt: instantOf(fact.occurredAt), recordedAt: instantOf(fact.recordedAt) }),
});

/** The record's own clock never runs backwards. */
export const recordedInOrder = rule<EventType>()({
  name: 'recorded-in-order',
  sentence: null,
  text: {
    en: 'It is said to have been recorded at {recordedAt}, before the event that precedes it ({previous}).',
    fr: 'L’heure d’enregistrement ({recordedAt}) précède celle de l’événement antérieur ({previous}).',
  },
  holds: (state, fact) => fact.recordedAt >= state.recordedAt,
  values: (state, fact) => ({ recordedAt: instantOf(fact.recordedAt), previous: instantOf(state.recordedAt) }),
});

/** Revisions are contiguous. */
export const nextRevision = rule<EventType>()({
  name: 'next-revision',
  sentence: null,
  text: {
    en: 'The event has revision {revision}; the record stands at {current}.',
    fr: 'L’événement porte le rang {revision} ; le registre en est au rang {current}.',
  },
  holds: (state, fact) => fact.revision === state.revision + 1,
  values: (state, fact) => ({
    revision: { value: fact.revision, personal: false },
    current: { value: state.revision, personal: false },
  }),
});

/** The steps of the lifecycle happened in the order in which they stand. */
export const lifecycleInOrder = rule<EventType>()({
  name: 'lifecycle-in-order',
  sentence: null,
  text: {
    en: 'This step is said to have happened at {occurredAt}, before the step that precedes it ({previous}).',
    fr: 'L’heure de cette étape ({occurredAt}) précède celle de l’étape antérieure ({previous}).',
  },
  holds: (state, fact) => fact.occurredAt >= state.lifecycleAt,
  values: (state, fact) => ({ occurredAt: instantOf(fact.occurredAt), previous: instantOf(state.lifecycleAt) }),
});

/** What happens in the test happens after the code was given. */
export const afterTheStart = rule<EventType>()({
  name: 'after-the-start',
  sentence: 'clock',
  text: {
    en: 'It is said to have happened at {occurredAt}, before the access code was given ({startedAt}).',
    fr: 'L’heure indiquée ({occurredAt}) précède celle où le code d’accès a été donné ({startedAt}).',
  },
  holds: (state, fact) => state.startedAt !== null && fact.occurredAt >= state.startedAt,
  values: (state, fact) => ({ occurredAt: instantOf(fact.occurredAt), startedAt: instantOf(state.startedAt) }),
});

/** What happens in the test happens before the examiner closed it. */
export const beforeTheClose = rule<EventType>()({
  name: 'before-the-close',
  sentence: 'closing',
  text: {
    en: 'It is said to have happened at {occurredAt}, after the session was closed ({closedAt}).',
    fr: 'L’heure indiquée ({occurredAt}) est postérieure à la clôture de la session ({closedAt}).',
  },
  holds: (state, fact) => state.closedAt === null || fact.occurredAt <= state.closedAt,
  values: (state, fact) => ({ occurredAt: instantOf(fact.occurredAt), closedAt: instantOf(state.closedAt) }),
});
