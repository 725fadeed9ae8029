import { type Results, results } from '../results/results.ts';
import { SESSION_COLUMNS } from './columns.ts';
import type { ReadModel } from './readModel.ts';

/** The results of all sessions of which there is a certification to tell, or of which they were sent. */
export const resultsModel: ReadModel<Results> = {
  name: 'results',
  version: 1,
  row: results,
  keeps: ({ certifications, sent }) => certifications.length > 0 || sent !== null,
  columns: SESSION_COLUMNS,
};
