import { type AgendaEntry, agendaEntry } from '../agenda/agenda.ts';
import { ofStream } from '../compose.ts';
import { SESSION_COLUMNS } from './columns.ts';
import type { ReadModel } from './readModel.ts';

/** The agenda of all sessions: « les informations sur les sessions de certification », and where each stands. */
export const agendaModel: ReadModel<AgendaEntry> = {
  name: 'agenda',
  version: 1,
  row: ofStream(agendaEntry),
  columns: {
    ...SESSION_COLUMNS,
    /** Where the session is in its lifecycle, by the name that the machine has for it. */
    status: ({ lifecycle }) => [lifecycle],
    /** When it is to begin, epoch milliseconds. */
    startsAt: ({ header: { slot } }) => (slot === null ? [] : [slot.startsAt]),
  },
};
