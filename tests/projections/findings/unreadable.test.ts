import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { holds } from '../../support/property.ts';
import { bare, forge, found, revisionsOf } from './asked.ts';
import { held, PLAN } from './held.ts';

describe('What cannot be read', () => {
  const { events } = held(PLAN).story;

  test('is found for what it is, and nothing that follows it is judged by the rules', () => {
    holds(
      fc.property(fc.nat(events.length - 1), (place) => {
        const damaged = events.map((event, index) => (index === place ? { ...event, data: { nothing: true } } : event));
        const all = found(damaged);
        expect(all.filter(({ rule }) => rule === 'event-unreadable').map(bare)).toEqual([
          { candidate: null, events: [place + 1] },
        ]);
        expect(all.filter(({ rule }) => rule === 'rule-broken')).toEqual([]);
      }),
      { runs: 30 },
    );
  });

  test('is found by its place alone where it says nothing of itself', () => {
    const [finding] = found([...events, 'damaged']);
    expect(finding).toMatchObject({ rule: 'event-unreadable', severity: 'serious', events: [] });
    expect(finding?.fr).toContain(
      `L’événement en position ${events.length + 1} est illisible (invalid-type) : la suite`,
    );
  });

  test('does not hide a rule that was broken before it', () => {
    const room = held(PLAN, {
      after: (one) => forge(one, 'CandidateAbsent', { candidate: 1 }),
    });
    const all = found([...room.story.events, 'damaged'], 'rule-broken');
    expect(all.map(bare)).toEqual([{ candidate: 1, events: revisionsOf(room.story.events, ['CandidateAbsent']) }]);
  });
});

describe('A revision that stands twice', () => {
  test('is found where it stands the second time', () => {
    const { events } = held(PLAN).story;
    const [given] = events.filter(({ type }) => type === 'RemainingTimeAnnounced');
    const repeated =
      given === undefined ? [] : events.flatMap((event) => (event === given ? [event, { ...event }] : [event]));
    expect(found(repeated, 'rule-broken').map(bare)).toEqual([{ candidate: null, events: [given?.revision] }]);
  });
});
