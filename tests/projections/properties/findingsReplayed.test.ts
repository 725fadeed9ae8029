import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { EVENT_TYPES, type SessionEvent } from '../../../src/domain/events/catalogue.ts';
import { checkedReplay, replay } from '../../../src/domain/machine/replay.ts';
import { type FindingRule, findingsOf, type Replayed } from '../../../src/projections/index.ts';
import { readingOf } from '../../domain/reading/taken.ts';
import { holds } from '../../support/property.ts';
import { type Beside, tables } from '../findings/reading/tables.ts';

/** What a host's rule is handed. */
function handedOver(events: readonly SessionEvent[], unreadable: Beside['unreadable']): Replayed {
  const handed: Replayed[] = [];
  const rule: FindingRule = {
    ...{ name: 'host', severity: 'note', sentence: null, about: { en: 'Anything.', fr: 'N’importe quoi.' } },
    find({ replayed }) {
      handed.push(replayed);
      return [];
    },
  };
  findingsOf({ events, unreadable }, { rules: [rule] });
  const [replayed] = handed;
  if (replayed === undefined) throw new Error('the rule was not asked');
  return replayed;
}

describe('What a host’s rule is handed', () => {
  test('is what follows from the record, event by event', () => {
    holds(
      fc.property(tables, ({ events, unreadable }) => {
        const { session, counting, of, eventAt, breaches, close, submission } = handedOver(events, unreadable);
        const { taken } = readingOf(events);
        expect(session).toEqual(replay(events));
        expect(counting).toEqual(taken);
        for (const type of EVENT_TYPES) expect(of(type)).toEqual(taken.filter((fact) => fact.type === type));
        for (const { revision } of [...events, { revision: -1 }]) {
          expect(eventAt(revision)).toEqual(taken.findLast((fact) => fact.revision === revision));
        }
        const judged = events.slice(0, (unreadable[0]?.place ?? Number.POSITIVE_INFINITY) - 1);
        expect(breaches.map(({ event: { revision }, refusals }) => ({ revision, refusals }))).toEqual(
          checkedReplay(judged).breaches,
        );
        for (const [type, standing] of [['SessionClosed', close] as const, ['SheetSubmitted', submission] as const]) {
          const index = taken.findLastIndex((fact) => fact.type === type);
          const { state } = replay(taken.slice(0, index + 1));
          expect(standing).toEqual(index === -1 ? null : { event: taken[index], place: index + 1, state });
        }
      }),
      { runs: 100 },
    );
  });
});
