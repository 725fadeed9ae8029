import type { Fault, ServedCall } from '../faults.ts';
import type { Log } from '../log/log.ts';
import type { Generation } from '../log/subscribe.ts';
import type { Cluster } from './cluster.ts';
import type { Gate } from './gate.ts';
import type { Journal } from './journal.ts';

/** Who may use a server. */
export interface User {
  readonly username: string;
  readonly password: string;
}

/** A server that runs, as those see it who serve its calls. */
export interface Node {
  readonly log: Log;
  readonly now: () => number;
  readonly cluster: Cluster;
  readonly gate: Gate;
  readonly journal: Journal;
  readonly generation: Generation;
  readonly maxAppendSize: number;
  readonly user: User | null;
  readonly offersBatchAppend: boolean;
  /** Whether it was stopped: what it was about to do then, it never does. */
  readonly isStopped: boolean;
  /** What goes wrong with the next call of its kind; `null`: nothing. */
  faultOf(call: Omit<ServedCall, 'n'>): Fault | null;
}
