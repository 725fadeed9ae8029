import { project } from '../../../projections/projection.ts';
import { pv as pvProjection } from '../../../projections/pv/pv.ts';
import { pvText } from '../../../projections/pv/text.ts';
import { showSession } from '../show.ts';
import type { Task } from '../task.ts';

/** The PV. */
export const pv: Task = {
  usage: 'pv SESSION',
  summary: 'le procès-verbal de session',
  words: [1, 1],
  options: {},
  run: (call) => showSession(call, (history) => project(pvProjection, history), pvText),
};
