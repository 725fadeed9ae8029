import { agendaModel } from './agendaModel.ts';
import { boardModel } from './boardModel.ts';
import { incidentsModel } from './incidentsModel.ts';
import { resultsModel } from './resultsModel.ts';

/** The read models for whoever looks at all sessions. That of the sheets, whose rows are long, is to be asked for by name. */
export const READ_MODELS = [agendaModel, boardModel, resultsModel, incidentsModel] as const;
