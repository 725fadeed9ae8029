import { zoneOf } from '../../../../projections/header.ts';
import { type Replayer, replayer } from '../../../../projections/replay/replayer.ts';
import type { EvidenceHistory } from '../../../evidence/history.ts';
import { type Scale, scaleOf } from './axes.ts';
import { type Entries, entriesOf } from './entries.ts';

/** Everything that the page knows of the session, made once. */
export interface Audit {
  readonly file: EvidenceHistory;
  readonly replayer: Replayer;
  readonly entries: Entries;
  readonly scale: Scale;
  /** The zone of the room's clock, as the whole record knows it. */
  readonly zone: string;
  /** The place of each revision among the events that can be read. */
  readonly places: ReadonlyMap<number, number>;
}

/** Reads a session for the page. */
export function auditOf(file: EvidenceHistory): Audit {
  const { history } = file;
  const session = replayer(history);
  const zone = zoneOf(session.step(session.size).sheet.header);
  return {
    file,
    replayer: session,
    entries: entriesOf(history.events, zone),
    scale: scaleOf(history.events, zone),
    zone,
    places: new Map(history.events.map(({ revision }, index) => [revision, index + 1])),
  };
}
