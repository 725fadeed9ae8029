import type { SessionEvent } from '../../../../src/domain/events/catalogue.ts';
import { type Refusal, refusalsOf } from '../../../../src/domain/machine/refusal.ts';
import { apply, newDraft } from '../../../../src/domain/machine/replay.ts';
import { ofTheSession } from './due.ts';
import { hour, type Look, type OnTheTable } from './record.ts';
import { wordsOf } from './thePaper.ts';

const TIMES = ['recorded-in-order', 'not-in-the-future', 'lifecycle-in-order'];

const eventUnreadable: Look = ({ unreadable }) =>
  unreadable.map(({ place, revision, path, fault }) =>
    ofTheSession(revision === null ? [] : [revision], String(place), fault, path),
  );

/** What the rulebook has against each event, up to the first that cannot be read. */
function refused({ events, unreadable }: OnTheTable): readonly (readonly [SessionEvent, Refusal])[] {
  const draft = newDraft();
  return events.slice(0, (unreadable[0]?.place ?? Number.POSITIVE_INFINITY) - 1).flatMap((event) => {
    const refusals = refusalsOf(draft.place, draft.state, event);
    apply(draft, event);
    return refusals.map((refusal) => [event, refusal] as const);
  });
}

const ruleBroken: Look = (table) =>
  refused(table)
    .filter(([, { rule }]) => !TIMES.includes(rule))
    .map(([{ revision, type, data }, { en, fr }]) => ({
      ...ofTheSession([revision], String(revision), wordsOf(type), { en, fr }),
      candidate: 'candidate' in data ? data.candidate : null,
    }));

const timeBackwards: Look = (table) => {
  const { events, reading } = table;
  const when = (at: number) => hour(reading, at);
  return [
    ...events.flatMap(({ revision, occurredAt, recordedAt }, index) => {
      const before = events[index - 1];
      const isEarlier = before !== undefined && recordedAt < before.recordedAt;
      return [
        ...(isEarlier
          ? [
              ofTheSession(
                [before.revision, revision],
                ...[`${revision}`, when(recordedAt), `${before.revision}`, when(before.recordedAt)],
              ),
            ]
          : []),
        ...(occurredAt > recordedAt
          ? [ofTheSession([revision], `${revision}`, when(occurredAt), when(recordedAt))]
          : []),
      ];
    }),
    ...refused(table)
      .filter(([, { rule }]) => rule === 'lifecycle-in-order')
      .map(([{ revision }, { en, fr }]) => ofTheSession([revision], `${revision}`, { en, fr })),
  ];
};

/** What can be the matter with a record, whatever it is about. */
export const THE_RECORD: Readonly<Record<string, Look>> = {
  'event-unreadable': eventUnreadable,
  'rule-broken': ruleBroken,
  'time-backwards': timeBackwards,
};
