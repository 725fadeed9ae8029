import { type IncidentsRow, incidentsRow } from '../incidents/incidents.ts';
import { SESSION_COLUMNS } from './columns.ts';
import type { ReadModel } from './readModel.ts';

/** The incidents of all sessions in which there was one. */
export const incidentsModel: ReadModel<IncidentsRow> = {
  name: 'incidents',
  version: 1,
  row: incidentsRow,
  keeps: ({ incidents }) => incidents.length > 0,
  columns: {
    ...SESSION_COLUMNS,
    /** Each kind that there was in the session. */
    kind: ({ incidents }) => [...new Set(incidents.map(({ kind }) => kind))],
  },
};
