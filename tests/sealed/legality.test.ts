import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../src/adapters/testing/histories/histories.ts';
import { numbered, storedAs } from '../../src/adapters/testing/store/events.ts';
import { legalityOf } from '../../src/domain/audit/legality.ts';
import { readStored } from '../../src/domain/audit/stored.ts';
import type { SessionEvent } from '../../src/domain/events/catalogue.ts';
import { checkedReplay } from '../../src/domain/machine/replay.ts';
import { takenApart } from '../../src/domain/privacy/box.ts';
import { holds } from '../support/property.ts';
import { recorded } from '../support/recorded.ts';

/** The events of a session with ids as a store wants them. */
const stored = (events: readonly SessionEvent[]): readonly SessionEvent[] =>
  events.map((event, n) => ({ ...event, id: numbered(n).id }));

/** An event as it stands in an encrypted record. */
function encrypted(event: SessionEvent): unknown {
  const apart = takenApart(event);
  if (apart === null) return event;
  const personal = { person: apart.person, nonce: 'AAAAAAAAAAAAAAAA', box: 'AAAA' };
  return { ...event, data: { ...apart.left, personal } };
}

describe('the legality of a history', () => {
  test('is found in whatever the register recorded, in plain text and encrypted alike', () =>
    holds(
      fc.property(histories(), ({ events }) => {
        const own = stored(events);
        const { lifecycle } = checkedReplay(own);
        const legal = { events: own.length, judged: own.length, lifecycle, findings: [], more: 0 };
        expect(legalityOf(own)).toEqual(legal);
        expect(legalityOf(own.map(encrypted))).toEqual(legal);
      }),
      { runs: 30 },
    ));

  test('names the event and the rule where one is broken', () =>
    holds(
      fc.property(recorded(), fc.nat(), ({ events }, nat) => {
        const own = stored(events);
        const illegal = own.toSpliced(nat % own.length, 1);
        const { breaches } = checkedReplay(illegal);
        const expected = breaches.flatMap(({ revision, refusals }) => refusals.map(({ rule }) => [revision, rule]));
        const { findings, more } = legalityOf(illegal);
        expect(findings.length + more).toBe(expected.length);
        expect(findings.map(({ revision, rule }) => [revision, rule])).toEqual(expected.slice(0, 100));
      }),
      { runs: 30 },
    ));

  test('is judged up to the first event that cannot be read', () =>
    holds(
      fc.property(recorded(), fc.nat(), ({ events }, nat) => {
        const own = stored(events);
        const at = nat % own.length;
        const legality = legalityOf([...own.slice(0, at), { ...own[at], type: 'SomethingElse' }, ...own.slice(at + 1)]);
        expect(legality).toMatchObject({
          events: own.length,
          judged: at,
          findings: [{ kind: 'event-unreadable', revision: at + 1 }],
        });
      }),
      { runs: 20 },
    ));

  test('keeps a hundred findings, what the rules refuse before what cannot be read, and counts the others', () =>
    holds(
      fc.property(recorded(), fc.nat(4), fc.nat(130), fc.boolean(), ({ events }, times, count, isNumbered) => {
        const told = Array.from({ length: times }, () => stored(events)).flat();
        const rubbish = Array.from({ length: count }, (_, n) =>
          isNumbered ? { revision: 5_000 + n } : { revision: `${n}` },
        );
        const broken = checkedReplay(told).breaches.flatMap(({ revision, refusals }) =>
          refusals.map(({ rule, en, fr }) => ({ kind: 'rule-broken', revision, rule, en, fr })),
        );
        const unreadable = rubbish.map((_, n) => {
          const revision = isNumbered ? 5_000 + n : told.length + 1 + n;
          const quoted = expect.stringMatching(new RegExp(`\\b${revision}\\b.*\\(invalid-type.*id\\)`));
          return { kind: 'event-unreadable', revision, rule: null, en: quoted, fr: quoted };
        });
        const all = [...broken, ...unreadable];
        const { findings, more } = legalityOf([...told, ...rubbish]);
        expect(findings).toEqual(all.slice(0, 100));
        expect(more).toBe(all.length - findings.length);
      }),
      { runs: 60 },
    ));

  test('counts what it does not keep', () => {
    const { findings, more } = legalityOf(Array.from({ length: 130 }, () => null));
    expect([findings.length, more, findings[4]?.revision]).toEqual([100, 30, 5]);
  });
});

describe('a stored event that is read strictly', () => {
  const event = { ...storedAs('session-1', 4, numbered(1)), type: 'CandidatePresent', data: { candidate: 1 } };

  test('is handed on as it is', () => expect(readStored(event)).toEqual({ kind: 'read', event }));

  test('is told the first thing that is wrong with it, and no other', () => {
    const FIELDS = [
      ...['id', 'type', 'schemaVersion', 'stream', 'revision', 'occurredAt', 'recordedAt', 'actor', 'commandId'],
      ...['correlationId', 'causationId', 'previousHash'],
    ];
    return holds(
      fc.property(fc.subarray(FIELDS, { minLength: 1 }), (wrong) => {
        const revision = wrong.includes('revision') ? null : 4;
        const value = { ...event, ...Object.fromEntries(wrong.map((name) => [name, []])) };
        expect(readStored(value)).toEqual({ kind: 'unreadable', revision, path: wrong[0], fault: 'invalid-type' });
      }),
      { runs: 100 },
    );
  });

  test.each<[string, unknown, number | null, string, string]>([
    ['nothing', null, null, '', 'invalid-type'],
    ['a text', 'revision', null, '', 'invalid-type'],
    ['nothing at all', undefined, null, '', 'invalid-type'],
    ['a field too many', { ...event, storedAt: 1 }, 4, '', 'unrecognized-keys'],
    ['a revision that is none', { ...event, revision: '4' }, null, 'revision', 'invalid-type'],
    ['no candidate', { ...event, data: {} }, 4, 'data.candidate', 'invalid-type'],
    [
      'a field of data that nobody declared',
      { ...event, data: { candidate: 1, name: 'Zoé' } },
      4,
      'data',
      'unrecognized-keys',
    ],
    ['a box that is none', { ...event, data: { candidate: 1, personal: 'Zoé' } }, 4, 'data', 'unrecognized-keys'],
    ['a later version', { ...event, schemaVersion: 2 }, 4, 'type', 'event-unreadable'],
    ['a type that nobody knows', { ...event, type: 'toString' }, 4, 'type', 'event-unreadable'],
  ])('may not hold %s', (_, value, revision, path, fault) => {
    expect(readStored(value)).toEqual({ kind: 'unreadable', revision, path, fault });
  });
});
