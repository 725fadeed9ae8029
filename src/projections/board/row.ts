import type { Lifecycle } from '../../domain/machine/table.ts';
import { combine, merge, once, typesOf, type Versioned } from '../compose.ts';
import { type SessionHeader, sessionHeader } from '../header.ts';
import { lifecycle } from '../lifecycle.ts';
import type { Projection } from '../projection.ts';
import { type Clocks, clocks } from './clocks.ts';

interface Head {
  readonly header: SessionHeader;
  readonly lifecycle: Lifecycle;
}

/** What has to be kept of a session to show every candidate's time at any instant. */
export interface BoardRow extends Head, Clocks, Versioned {}

const kept = merge(combine<Head>({ header: sessionHeader, lifecycle }), clocks);

/** A session's row of the live board. Time passes without an event, so that no row holds a remaining time. */
export const boardRow: Projection<BoardRow> = once(kept, typesOf([kept]));

/** Whether the clocks of a session run: from the access code to the close, which nothing but the examiner brings about. */
export const isRunning = ({ lifecycle: place }: BoardRow): boolean => place === 'running';
