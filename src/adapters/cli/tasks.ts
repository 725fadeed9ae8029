import type { Task } from './task.ts';
import { demo } from './tasks/demo.ts';
import { erase } from './tasks/erase.ts';
import { evidence } from './tasks/evidence.ts';
import { handle } from './tasks/handle.ts';
import { head } from './tasks/head.ts';
import { history } from './tasks/history.ts';
import { list } from './tasks/list.ts';
import { navette } from './tasks/navette.ts';
import { pv } from './tasks/pv.ts';
import { results } from './tasks/results.ts';
import { retention } from './tasks/retention.ts';
import { root } from './tasks/root.ts';
import { sheet } from './tasks/sheet.ts';
import { signingKey } from './tasks/signingKey.ts';
import { status } from './tasks/status.ts';
import { verify } from './tasks/verify.ts';

/** Everything that the command line can do, by name, in the order of the procedure; then what is done with the record. */
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
  head,
  root,
  evidence,
  verify,
  erase,
  retention,
  'signing-key': signingKey,
};
