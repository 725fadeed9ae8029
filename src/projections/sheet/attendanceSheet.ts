import { combine, merge, once, type Versioned } from '../compose.ts';
import { type SessionHeader, sessionHeader } from '../header.ts';
import { type Projection, project } from '../projection.ts';
import { type KeptRoster, keptRoster, type Roster, roster, settledSince } from './roster.ts';

/** The attendance sheet (feuille d'émargement) of one session, as far as it is filled in. */
export interface AttendanceSheet extends Roster, Versioned {
  readonly header: SessionHeader;
}

const head = combine<Pick<AttendanceSheet, 'header'>>({ header: sessionHeader });

/** The sheet without what follows from what its lines keep. */
const kept: Projection<KeptRoster & Pick<AttendanceSheet, 'header' | 'revision'>> = once(merge(head, keptRoster));

/** « une feuille d'émargement numérique vierge par session », and what the examiner fills in. */
export const attendanceSheet: Projection<AttendanceSheet> = {
  ...once(merge(head, roster)),
  over(view, events) {
    const after = project(kept, events, view);
    return after === view ? view : settledSince(view, after);
  },
};
