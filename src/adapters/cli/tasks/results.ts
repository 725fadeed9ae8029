import { project } from '../../../projections/projection.ts';
import { results as resultsProjection } from '../../../projections/results/results.ts';
import { resultsText } from '../../../projections/results/text.ts';
import { showSession } from '../show.ts';
import type { Task } from '../task.ts';

/** The results, for the centre. */
export const results: Task = {
  usage: 'results SESSION',
  summary: 'les résultats, pour le centre de certification',
  words: [1, 1],
  options: {},
  run: (call) => showSession(call, (history) => project(resultsProjection, history), resultsText),
};
