import type { Task } from './task.ts';
import { audit } from './tasks/audit.ts';
import { board } from './tasks/board.ts';
import { candidate } from './tasks/candidate.ts';
import { complete } from './tasks/complete.ts';
import { copy } from './tasks/copy.ts';
import { demo } from './tasks/demo.ts';
import { diff } from './tasks/diff.ts';
import { erase } from './tasks/erase.ts';
import { evidence } from './tasks/evidence.ts';
import { findings } from './tasks/findings.ts';
import { fraud } from './tasks/fraud.ts';
import { handle } from './tasks/handle.ts';
import { head } from './tasks/head.ts';
import { history } from './tasks/history.ts';
import { list } from './tasks/list.ts';
import { materiel } from './tasks/materiel.ts';
import { navette } from './tasks/navette.ts';
import { project } from './tasks/project.ts';
import { pv } from './tasks/pv.ts';
import { register } from './tasks/register.ts';
import { replay } from './tasks/replay.ts';
import { results } from './tasks/results.ts';
import { retention } from './tasks/retention.ts';
import { root } from './tasks/root.ts';
import { sheet } from './tasks/sheet.ts';
import { signingKey } from './tasks/signingKey.ts';
import { status } from './tasks/status.ts';
import { submit } from './tasks/submit.ts';
import { verify } from './tasks/verify.ts';

/** Everything that the command line can do, by name, in the order of the procedure; then what is done with the record. */
export const TASKS: Readonly<Record<string, Task>> = {
  demo,
  navette,
  materiel,
  register,
  complete,
  submit,
  handle,
  list,
  status,
  board,
  sheet,
  pv,
  fraud,
  results,
  history,
  replay,
  diff,
  candidate,
  findings,
  audit,
  head,
  root,
  evidence,
  verify,
  erase,
  retention,
  project,
  copy,
  'signing-key': signingKey,
};
