import { type Breach, checkedReplay } from '../../../domain/machine/replay.ts';
import type { RoomClock } from '../../../projections/findings/analysis/roomClock.ts';
import { zoneOf } from '../../../projections/header.ts';
import type { Dossier } from '../dossier/dossier.ts';
import type { Asked } from './question.ts';
import { clockOfRoom } from './why.ts';

/** A moment with what is shown beside it. */
export interface Shown extends Asked {
  readonly zone: string;
  /** The clock on the wall of the room. */
  readonly clock: RoomClock;
  /** The events that count, and that the rules refuse where they stand in the record. */
  readonly breaches: readonly Breach[];
}

/** Puts beside each moment of a dossier what the rules refuse of it; the whole record is judged once. */
export function showing({ history, header }: Pick<Dossier, 'history' | 'header'>): (asked: Asked) => Shown {
  const { breaches } = checkedReplay(history.events);
  const [zone, clock] = [zoneOf(header), clockOfRoom(header)];
  return (asked) => {
    const revisions = new Set(asked.events.map(({ revision }) => revision));
    return { ...asked, zone, clock, breaches: breaches.filter(({ revision }) => revisions.has(revision)) };
  };
}
