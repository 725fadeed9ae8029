import { withoutPersons } from '../../../domain/erasure.ts';
import { replay } from '../../../domain/machine/replay.ts';
import { personsOf } from '../../../domain/state/persons.ts';
import { project } from '../../../projections/index.ts';
import { nth } from '../histories/choice.ts';
import { law } from './law.ts';
import { assertSame } from './same.ts';
import { recorded } from './telling.ts';
import { withErasure } from './withErasure.ts';

/** How many people are erased of each record, one at a time. */
const PEOPLE = 3;

/** A view that is followed live must not keep what the record no longer has. */
export const viewsForgetTheErased = law(
  'Each view, told that somebody was erased, shows what it would if it had never known anything personal of them',
  { runs: 30, mistakes: 0, choices: 50 },
  async (subject, history) => {
    const events = await recorded(subject, history);
    const persons = personsOf(replay(events).state);
    for (let n = 0; n < PEOPLE; n++) {
      const person = nth(persons, events.length + n);
      const left = events.map((event) => withoutPersons(event, [person]));
      for (const [name, view] of Object.entries(subject.views)) {
        const told = project(view, withErasure(events, person));
        assertSame(`The view ${name} after ${person} was erased`, told, project(view, withErasure(left, person)));
      }
    }
  },
);
