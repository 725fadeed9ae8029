import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import { replay } from '../../../domain/machine/replay.ts';
import type { SessionState } from '../../../domain/state/session.ts';
import { nameOf } from '../../../projections/french/personal.ts';
import { sessionHeader, zoneOf } from '../../../projections/header.ts';
import { project } from '../../../projections/projection.ts';
import { minutes } from '../../../projections/pv/pv.ts';
import type { PvSection } from '../../../projections/pv/sections.ts';
import { documentsOf } from '../../../projections/replay/documents.ts';
import type { SheetLine } from '../../../projections/sheet/line.ts';
import { FIELDS, lineFields } from '../../../projections/submissions/fields.ts';
import { page, section, titled } from '../../../projections/terminal/page.ts';
import { timelineText } from '../../../projections/timeline/text.ts';
import { type Timeline, timeline } from '../../../projections/timeline/timeline.ts';
import { eventsAbout } from './about.ts';
import { type CandidateClock, clockItems, clockOf } from './clock.ts';
import { pvAbout } from './pvAbout.ts';

/** All that the record has of one candidate. */
export interface CandidateView {
  readonly candidate: number;
  /** Their line of the sheet; `null` where none of this number can be read. */
  readonly line: SheetLine | null;
  readonly clock: CandidateClock | null;
  /** What the PV says of them, in French. */
  readonly pv: readonly PvSection[];
  /** The events about them, as they are recorded. */
  readonly events: readonly SessionEvent[];
  readonly timeline: Timeline;
  readonly slot: SessionState['slot'];
}

/** One person's part of a session. */
export function candidateView(candidate: number, history: readonly SessionEvent[]): CandidateView {
  // Made once, after the last event: to make the documents after each takes the square of the time.
  const { pv } = documentsOf(project(minutes, history), null);
  const line = pv.lines.find(({ number }) => number === candidate) ?? null;
  const { state } = replay(history);
  const events = eventsAbout(candidate, history);
  const revisions = new Set(events.map(({ revision }) => revision));
  // Told with the head of the documents, for its clock, and without the events of others: they may be many.
  const told = history.filter(({ type, revision }) => revisions.has(revision) || Object.hasOwn(sessionHeader.on, type));
  const whole = project(timeline, told);
  return {
    candidate,
    line,
    clock: clockOf(state, candidate, history),
    pv: pvAbout(candidate, pv),
    events,
    timeline: { ...whole, entries: whole.entries.filter(({ entry }) => revisions.has(entry.revision)) },
    slot: state.slot,
  };
}

/** One person's part of a session, as a text. */
export function candidateText({ candidate, line, clock, pv: sections, timeline: told, slot }: CandidateView): string {
  const name = line === null ? 'sur aucune ligne lisible' : nameOf(line.identity);
  const fields = line === null ? [] : lineFields(line, zoneOf(told.header)).filter(([, text]) => text !== '');
  return page(
    titled(`CANDIDAT N° ${candidate}, ${name}`, clockItems(clock, slot).join('\n')),
    section(
      'Sur la feuille d’émargement',
      fields.map(([field, text]) => `${FIELDS[field]} : ${text}`),
    ),
    sections.length === 0 ? section('Au PV', []) : '',
    ...sections.map(({ title, items }) => section(`Au PV, ${title.toLowerCase()}`, items)),
    timelineText(told).trimEnd(),
  );
}
