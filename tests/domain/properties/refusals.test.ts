import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../../src/adapters/testing/histories/histories.ts';
import { tamperedRecords } from '../../../src/adapters/testing/histories/tampered.ts';
import { EVENT_TYPES } from '../../../src/domain/events/catalogue.ts';
import { refusalsOf } from '../../../src/domain/machine/refusal.ts';
import { apply } from '../../../src/domain/machine/replay.ts';
import { sessionMachine } from '../../../src/domain/machine/session.ts';
import { PLACES } from '../../../src/domain/machine/table.ts';
import { PROCEDURE } from '../../../src/domain/procedure.ts';
import { plain, said } from '../../../src/domain/rules/define.ts';
import { RULES, ruleNamed } from '../../../src/domain/rules/rulebook.ts';
import { candidateOf, NOBODY } from '../../../src/domain/state/session.ts';
import { holds, isWhole } from '../../support/property.ts';
import { draftOf } from './records.ts';

/** What a transition of the machine's own definition asks. */
interface Written {
  readonly on?: Readonly<Record<string, { readonly guard: { readonly params: readonly string[] } }>>;
  readonly states?: Readonly<Record<string, Written>>;
}

/** The names of the rules that the definition gives an event in a state; `undefined` where it does not know it. */
function namesIn(lifecycle: string, type: string): readonly string[] | undefined {
  const [outer = '', inner = ''] = lifecycle.split('.');
  const written = (sessionMachine.config as unknown as Written).states?.[outer];
  return (written?.states?.[inner]?.on?.[type] ?? written?.on?.[type])?.guard.params;
}

const placeholders = (text: string): readonly string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => String(name));

describe('a refusal', () => {
  test('lists all rules that are broken, and no other', () => {
    const met = new Set<string>();
    holds(
      fc.property(tamperedRecords(25), ({ legal, forgeries }) => {
        const draft = draftOf(legal);
        for (const fact of forgeries) {
          const { place, state } = draft;
          const names = namesIn(place.lifecycle, fact.type);
          const number =
            fact.type === 'CandidateRegistered' || !('candidate' in fact.data) ? null : fact.data.candidate;
          const candidate = number === null ? NOBODY : candidateOf(state, number);
          const broken = names?.filter((name) => !ruleNamed(name).holds(state, fact, candidate)) ?? [
            'allowed-in-state',
          ];
          expect(refusalsOf(place, state, fact).map(({ rule }) => rule)).toEqual(broken);
          for (const name of broken) met.add(name);
          apply(draft, fact);
        }
      }),
      { runs: 1500 },
    );
    const known = [...RULES.map(({ name }) => name), 'allowed-in-state'];
    if (isWhole) expect(known.filter((name) => !met.has(name))).toEqual([]);
  });

  test('says where it was, of what event, and the same in both languages, with every value filled in', () => {
    holds(
      fc.property(tamperedRecords(25), ({ legal, forgeries }) => {
        const draft = draftOf(legal);
        for (const fact of forgeries) {
          for (const { rule, event, lifecycle, path, en, fr, values } of refusalsOf(draft.place, draft.state, fact)) {
            expect([rule, event, lifecycle, path]).toEqual([rule, fact.type, draft.place.lifecycle, null]);
            expect(`${en}${fr}`).not.toMatch(/[{}]|undefined|NaN|Invalid|\[object/);
            if (rule === 'allowed-in-state') continue;
            const { text, sentence } = ruleNamed(rule);
            expect({ en, fr }).toEqual(said(text, values, draft.state.slot?.zone));
            // The clock in the room, and not that of Greenwich.
            if (draft.state.slot !== null) expect(`${en}${fr}`).not.toMatch(/\dT\d\d:\d\d:.*Z/);
            expect(sentence === null || sentence in PROCEDURE).toBe(true);
            expect(placeholders(text.en).filter((name) => !Object.hasOwn(values, name))).toEqual([]);
          }
          apply(draft, fact);
        }
      }),
      { runs: 200 },
    );
  });

  test('of a command has its texts filled in, too', () => {
    holds(
      fc.property(histories({ mistakes: 60 }), ({ steps }) => {
        for (const { decision } of steps) {
          if (decision.kind === 'accepted') continue;
          expect(decision.refusals.length).toBeGreaterThan(0);
          for (const { en, fr } of decision.refusals) {
            expect(`${en}${fr}`).not.toMatch(/[{}]/);
            expect(en).not.toBe(fr);
          }
        }
      }),
      { runs: 60 },
    );
  });

  test('of what the state does not know names the states that do', () => {
    for (const type of EVENT_TYPES) {
      const allowedIn = PLACES.filter(({ lifecycle }) => namesIn(lifecycle, type) !== undefined);
      expect([type, allowedIn.length > 0]).toEqual([type, true]);
    }
  });

  test('quotes lists, numbers and what is missing as a person reads them', () => {
    const values = { list: plain([1, 'a']), number: plain(3), nothing: plain(null), yes: plain(true), none: plain([]) };
    const text = { en: '{list} {number} {nothing}', fr: '{yes} {none} {unknown} {list} {list}' };
    expect(said(text, values)).toEqual({ en: '1, a 3 —', fr: 'true  — 1, a 1, a' });
  });
});

describe('the rulebook', () => {
  test('has one rule of a name, each with a text in two languages that quotes the same values', () => {
    expect(new Set(RULES.map(({ name }) => name)).size).toBe(RULES.length);
    for (const { name, text } of RULES) {
      expect([name, placeholders(text.fr).toSorted()]).toEqual([name, placeholders(text.en).toSorted()]);
      expect(name).toMatch(/^[a-z]+(-[a-z]+)*$/);
    }
  });

  test('has no rule that no state asks', () => {
    const asked = new Set(PLACES.flatMap(({ steps }) => [...steps.values()].flatMap(({ rules }) => rules)));
    expect(RULES.filter((rule) => !asked.has(rule)).map(({ name }) => name)).toEqual([]);
  });

  test('knows no rule of another name', () => {
    expect(ruleNamed('room-for-one-more').sentence).toBe('cap');
    expect(() => ruleNamed('no-such-rule')).toThrow(new RangeError('no rule is named no-such-rule'));
  });
});
