import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forged, forgeries } from '../../../src/adapters/testing/histories/forgeries.ts';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import type { Fact } from '../../../src/domain/events/catalogue.ts';
import { refusalsOf } from '../../../src/domain/machine/refusal.ts';
import { apply, newDraft } from '../../../src/domain/machine/replay.ts';
import { placeOf } from '../../../src/domain/machine/table.ts';
import type { Rule } from '../../../src/domain/rules/define.ts';
import { RULES } from '../../../src/domain/rules/rulebook.ts';
import { subjectOf } from '../../../src/domain/state/evolve.ts';
import { NOBODY } from '../../../src/domain/state/session.ts';
import { type Moment, type Permission, replayer } from '../../../src/projections/index.ts';
import { NEEDS, whatTheSessionSays } from '../../../src/projections/replay/askable.ts';
import { holds, isWhole } from '../../support/property.ts';

const said = ({ permissions }: Moment, { type }: Pick<Fact, 'type'>): Permission | undefined =>
  permissions.find((permission) => permission.type === type);

/** Whether a fact could be recorded, as far as one knows without reading what it says. */
function isAllowed(moment: Moment, fact: Fact): boolean {
  const permission = said(moment, fact);
  if (permission === undefined || permission.candidates === null) return permission?.allowed === true;
  return (
    'candidate' in fact.data && permission.candidates.some((number) => number === Reflect.get(fact.data, 'candidate'))
  );
}

describe('Whatever the history', () => {
  test('what it records next was allowed', () => {
    holds(
      fc.property(histories(), ({ events }) => {
        const session = replayer({ events, unreadable: [] });
        for (const [place, event] of events.entries()) expect(isAllowed(session.step(place), event)).toBe(true);
      }),
      { runs: 40 },
    );
  });

  test('what was refused is refused, whatever somebody says of it and whenever it is said to have happened', () => {
    let refused = 0;
    holds(
      fc.property(histories(), fc.nat(999), fc.array(forgeries, { minLength: 20, maxLength: 40 }), (told, cut, all) => {
        const events = told.events.slice(0, cut % (told.events.length + 1));
        const moment = replayer({ events, unreadable: [] }).step(events.length);
        const { lifecycle, state } = moment.session;
        for (const forgery of all) {
          const fact = forged({ ...forgery, revision: 1 }, state);
          if (fact.occurredAt > moment.at || isAllowed(moment, fact)) continue;
          refused++;
          expect(refusalsOf(placeOf(lifecycle), state, fact)).not.toEqual([]);
        }
      }),
      { runs: 100 },
    );
    if (isWhole) expect(refused).toBeGreaterThan(500);
  });

  test('what is refused is told by the rules that refuse it, each in both languages', () => {
    holds(
      fc.property(histories(), fc.nat(999), ({ events }, cut) => {
        const { permissions } = replayer({ events, unreadable: [] }).step(cut % (events.length + 1));
        for (const { allowed, candidates, refusals } of permissions) {
          if (!allowed) expect(refusals).not.toEqual([]);
          for (const { candidate, refusal } of refusals) {
            expect(`${refusal.en} ${refusal.fr}`).not.toMatch(/\[object|undefined|NaN|\{/);
            expect(candidates ?? []).not.toContain(candidate);
          }
        }
      }),
      { runs: 60 },
    );
  });
});

/** What a rule looked at in a fact. */
type Seen = Set<string>;

/** Something that notes what is looked at in it. */
const watched = <T extends object>(of: T, seen: Seen, prefix: string): T =>
  new Proxy(of, {
    get(target, key) {
      seen.add(prefix + String(key));
      return Reflect.get(target, key);
    },
  });

/** Asks a rule, and notes what it looks at. */
function watch(rule: Rule, fact: Fact, draft: ReturnType<typeof newDraft>, seen: Seen): void {
  const { state, place } = draft;
  const candidate = subjectOf(place.steps.get(fact.type)?.aboutCandidate === true, state, fact);
  const data = watched<object>(fact.data, seen, 'data.');
  rule.holds(state, watched({ ...fact, data } as unknown as Fact, seen, ''), candidate);
}

describe('Of an event', () => {
  const seen = new Map<string, Seen>(RULES.map(({ name }) => [name, new Set()]));
  const of = (name: string): readonly string[] => [...(seen.get(name) ?? [])].filter((key) => key !== 'data');

  test('each rule reads what it is said to need, and nothing else', () => {
    holds(
      fc.property(histories(), ({ events }) => {
        const draft = newDraft();
        for (const event of events) {
          for (const rule of draft.place.steps.get(event.type)?.rules ?? []) {
            watch(rule, event, draft, seen.get(rule.name) ?? new Set());
          }
          apply(draft, event);
        }
      }),
      { runs: 100 },
    );
    const known = Object.keys(whatTheSessionSays(NOBODY)).map((key) => `data.${key}`);
    for (const [name, needs] of Object.entries(NEEDS)) {
      const instants = ['occurredAt', 'recordedAt'];
      const allowed = needs === 'nothing' ? ['revision', ...known] : instants;
      const others = of(name).filter((key) => !allowed.includes(key));
      if (needs === 'contents') {
        if (isWhole) expect([name, others.some((key) => key.startsWith('data.'))]).toEqual([name, true]);
      } else expect([name, others]).toEqual([name, []]);
    }
  });
});
