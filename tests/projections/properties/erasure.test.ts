import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { histories } from '../../../src/adapters/testing/histories/index.ts';
import { withErasure } from '../../../src/adapters/testing/laws/withErasure.ts';
import { asErased, erasedIn, withoutPersons } from '../../../src/domain/erasure.ts';
import { replay } from '../../../src/domain/machine/replay.ts';
import { personsOf } from '../../../src/domain/state/persons.ts';
import {
  advance,
  agenda,
  attendanceSheet,
  type Projection,
  project,
  pv,
  results,
  submissions,
  timeline,
  timelineText,
} from '../../../src/projections/index.ts';
import { textsIn, textsOf } from '../../support/personal.ts';
import { holds, isWhole } from '../../support/property.ts';

const VIEWS: Readonly<Record<string, Projection<unknown>>> = {
  attendanceSheet: attendanceSheet as Projection<unknown>,
  pv: pv as Projection<unknown>,
  agenda: agenda as Projection<unknown>,
  results: results as Projection<unknown>,
  submissions: submissions as Projection<unknown>,
  timeline: timeline as Projection<unknown>,
};

/** Somebody of whom no record knows anything, whose erasure changes nothing. */
const NOBODY = 'candidate-9999';

/** A view without the line that tells of the erasure. */
const unsaid = (view: unknown): unknown =>
  typeof view === 'object' && view !== null && 'entries' in view && Array.isArray(view.entries)
    ? { ...view, entries: view.entries.slice(0, -1) }
    : view;

const HISTORIES = histories({ choices: 100, mistakes: 0 });

describe.each(Object.entries(VIEWS))('The view %s, told that somebody was erased', (_, view) => {
  test('is what it would be if it had never known anything personal of them, whatever came since', () => {
    let erased = 0;
    holds(
      fc.property(HISTORIES, ({ events }) => {
        erased += erasedIn(events).length;
        expect(project(view, events)).toEqual(project(view, asErased(events)));
      }),
      { runs: 60 },
    );
    if (isWhole) expect(erased).toBeGreaterThan(20);
  });

  test('has nothing left of them, and changes nothing of what it shows of others', () => {
    let looked = 0;
    holds(
      fc.property(HISTORIES, fc.nat(), ({ events }, n) => {
        const persons = personsOf(replay(events).state);
        const person = persons[n % persons.length] ?? 'session';
        const told = withErasure(events, person);
        const followed = told.reduce((shown, event) => advance(view, shown, event), view.initial);
        const left = events.map((event) => withoutPersons(event, [person]));
        expect(followed).toEqual(project(view, withErasure(left, person)));
        expect(unsaid(followed)).toEqual(unsaid(project(view, withErasure(left, NOBODY))));
        const shown = textsIn(followed).join('\n');
        for (const text of textsOf(person, events)) {
          looked += 1;
          // The category of a question is a fact, and so are its number and the words that make a sentence of it.
          if (!text.startsWith('épreuve n°')) expect(shown).not.toContain(text);
        }
      }),
      { runs: 60 },
    );
    if (isWhole) expect(looked).toBeGreaterThan(50);
  });
});

describe('The timeline', () => {
  test('says who was erased, and why', () => {
    holds(
      fc.property(HISTORIES, ({ events }) => {
        const [first] = events;
        if (first === undefined) return;
        const text = timelineText(project(timeline, withErasure(events, 'candidate-1')));
        expect(text).toContain('Données personnelles effacées : candidat n° 1 (motif : Demande)');
      }),
      { runs: 10 },
    );
  });
});
