import type { Task } from './task.ts';
import { demo } from './tasks/demo.ts';
import { handle } from './tasks/handle.ts';
import { history } from './tasks/history.ts';
import { list } from './tasks/list.ts';
import { navette } from './tasks/navette.ts';
import { pv } from './tasks/pv.ts';
import { results } from './tasks/results.ts';
import { sheet } from './tasks/sheet.ts';
import { status } from './tasks/status.ts';

/** Everything that the command line can do, by name, in the order of the procedure. */
export const TASKS: Readonly<Record<string, Task>> = {
  demo,
  navette,
  handle,
  list,
  status,
  sheet,
  pv,
  results,
  history,
};
