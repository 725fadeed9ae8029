import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import { table } from '../../../projections/terminal/table.ts';
import { short, timeOf } from './words.ts';

const COLUMNS = ['Rev', 'Occurred', 'Recorded', 'Type', 'Data'].map((title) => ({ title }));

/** Most characters of an event's data in its row. */
const SHOWN = 72;

/** The events of a record as a table, a row each: revision, when it happened and was recorded, type, data in short. */
export const eventTable = (events: readonly SessionEvent[], zone: string): string =>
  table(
    COLUMNS,
    events.map(({ revision, occurredAt, recordedAt, type, data }) => [
      String(revision),
      timeOf(occurredAt, zone),
      timeOf(recordedAt, zone),
      type,
      short(JSON.stringify(data), SHOWN),
    ]),
    Number.POSITIVE_INFINITY,
  );
