import { combine, merge, once, type Versioned } from '../compose.ts';
import { type SessionHeader, sessionHeader } from '../header.ts';
import type { Projection } from '../projection.ts';
import { type Roster, roster } from './roster.ts';

/** The attendance sheet (feuille d'émargement) of one session, as far as it is filled in. */
export interface AttendanceSheet extends Roster, Versioned {
  readonly header: SessionHeader;
}

/** « une feuille d'émargement numérique vierge par session », and what the examiner fills in. */
export const attendanceSheet: Projection<AttendanceSheet> = once(
  merge(combine<Pick<AttendanceSheet, 'header'>>({ header: sessionHeader }), roster),
);
