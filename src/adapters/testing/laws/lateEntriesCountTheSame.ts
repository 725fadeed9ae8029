import { project } from '../../../projections/index.ts';
import { law } from './law.ts';
import { movable } from './onPaper.ts';
import { assertSame } from './same.ts';
import { OWN_VIEWS } from './subject.ts';
import { cuts, recorded } from './telling.ts';
import { typedInLast, withoutEntries } from './typedInLast.ts';

const HOUR = 3_600_000;

/** How many facts of a history are typed in late, each by itself. */
const TRIED = 6;

/** « L'enseignant saisit, pour chaque session, les informations complémentaires dans la version numérique ». */
export const lateEntriesCountTheSame = law(
  'What is typed in late from paper ends in the same sheet and PV as if it had been typed in in time',
  { runs: 40, mistakes: 0, choices: 60 },
  async (subject, history) => {
    const { sheet = OWN_VIEWS.sheet, pv = OWN_VIEWS.pv } = subject.views;
    const events = await recorded(subject, history);
    const last = events.at(-1);
    const found = movable(events);
    for (const place of cuts(found.length, TRIED)) {
      const late = found[place];
      if (late === undefined || last === undefined) continue;
      const told = typedInLast(events, late, last.recordedAt + HOUR);
      for (const [name, view] of Object.entries({ sheet, pv })) {
        assertSame(
          `The view ${name} with event ${late.revision}, ${late.type}, typed in last`,
          withoutEntries(project(view, told)),
          withoutEntries(project(view, events)),
        );
      }
    }
  },
);
