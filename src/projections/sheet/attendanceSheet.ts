import { combine, merge, once, type Versioned } from '../compose.ts';
import { type SessionHeader, sessionHeader } from '../header.ts';
import type { Projection } from '../projection.ts';
import { type KeptRoster, keptRoster, type Roster, roster, settled } from './roster.ts';

interface Head {
  readonly header: SessionHeader;
}

/** The attendance sheet (feuille d'émargement) of one session, as far as it is filled in. */
export interface AttendanceSheet extends Head, Roster, Versioned {}

/** The sheet without what follows from what its lines keep. */
export interface KeptSheet extends Head, KeptRoster, Versioned {}

const head = combine<Head>({ header: sessionHeader });

/** « une feuille d'émargement numérique vierge par session », and what the examiner fills in. */
export const attendanceSheet: Projection<AttendanceSheet> = once(merge(head, roster));

/** What the sheet keeps, for whoever goes through many events to look at the last: {@link sheetOf} makes the rest. */
export const keptSheet: Projection<KeptSheet> = once(merge(head, keptRoster));

/** The sheet that follows from what it keeps. */
export const sheetOf = (kept: KeptSheet): AttendanceSheet => settled(kept);
