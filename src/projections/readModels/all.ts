import { agendaModel } from './agendaModel.ts';
import { boardModel } from './boardModel.ts';
import { incidentsModel } from './incidentsModel.ts';
import { resultsModel } from './resultsModel.ts';

/** Every read model of the library. */
export const READ_MODELS = [agendaModel, boardModel, resultsModel, incidentsModel] as const;
