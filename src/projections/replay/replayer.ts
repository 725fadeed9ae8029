import { type Deadline, deadlines } from '../../domain/deadlines.ts';
import type { SessionEvent } from '../../domain/events/catalogue.ts';
import { happenedBy, recordedBy } from '../asOf.ts';
import type { AuditHistory } from '../audit/history.ts';
import { type Documents, documentsOf } from './documents.ts';
import { type Moment, momentOf } from './moment.ts';
import { onward, type Position } from './position.ts';
import { EACH_UP_TO, positionsOf } from './positions.ts';

/** A session that can be looked at as of any moment: forwards, backwards and by jumps. */
export interface Replayer {
  readonly history: AuditHistory;
  /** How many events could be read. */
  readonly size: number;
  /**
   * The session after an event, at the instant at which the record learned it. Of what was typed in later, the room's
   * instant is the event's `occurredAt`: {@link Replayer.trueAt} looks at that one. Before the first event it is the
   * instant at which that was learned.
   *
   * @param place of the event among those that could be read, from 1; 0 is before the first
   * @throws {RangeError} where there is no such place
   */
  step(place: number): Moment;
  /**
   * « Que savait-on à 11 h 40 ? »: what the record knew at an instant, whether it was true or not.
   *
   * @param at epoch milliseconds
   */
  knownAt(at: number): Moment;
  /**
   * « Qu’était-il arrivé à 11 h 40 ? »: what had happened in the room by an instant, as the record knows it today; what
   * was typed in later counts, and so does a correction of what was noted then.
   *
   * @param at epoch milliseconds
   * @param known as far as the record knew it at this instant; unless it is given, as the whole record knows it
   */
  trueAt(at: number, known?: number): Moment;
}

/** What a moment shows that is made at once, for the places near the beginning. */
interface Made {
  readonly documents: Documents;
  readonly clocks: readonly Deadline[];
}

/** How many of the first events are the first of the whole record too. */
function inCommon(events: readonly SessionEvent[], whole: readonly SessionEvent[]): number {
  const parts = events.findIndex((event, index) => event !== whole[index]);
  return parts === -1 ? events.length : parts;
}

/**
 * A replayer of this history, by the rules and the policy that are recorded with the session. Everything of the first
 * thousand places is made at once, so that all jumps among them cost the same; a session has some hundred events. In a
 * record of 50,000 a jump goes over a 32nd of the way, and a step forwards over one event.
 *
 * Nothing is judged here: an event that the rules refuse stands in the record and counts, as in a checked replay.
 */
export function replayer(history: AuditHistory): Replayer {
  const { events } = history;
  const size = events.length;
  const positionAt = positionsOf(events);
  const instantOf = (place: number): number => events[Math.max(place - 1, 0)]?.recordedAt ?? 0;

  const made: Made[] = [];
  let latest: Documents | null = null;
  for (let place = 0; place <= Math.min(size, EACH_UP_TO); place++) {
    const { minutes, draft } = positionAt(place);
    latest = documentsOf(minutes, latest);
    made.push({ documents: latest, clocks: deadlines(draft.state, instantOf(place)) });
  }

  /** The documents at a place of the record. Far on they are made from those that were looked at before. */
  function documentsAt({ place, minutes }: Position): Documents {
    latest = made[place]?.documents ?? documentsOf(minutes, latest);
    return latest;
  }

  /** The moment after these events, of which the first are those of the record. */
  function after(part: readonly SessionEvent[], at: number): Moment {
    const common = positionAt(inCommon(part, events));
    const documents = documentsAt(common);
    const clocksOf = ({ draft }: Position) => deadlines(draft.state, at);
    if (common.place === part.length) return momentOf(common, documents, at, clocksOf(common));
    const apart = onward(common, part, part.length);
    return momentOf(apart, documentsOf(apart.minutes, documents), at, clocksOf(apart));
  }

  return {
    history,
    size,
    step(place) {
      if (!Number.isInteger(place) || place < 0 || place > size) {
        throw new RangeError(`there is no place ${place} among ${size} events`);
      }
      const position = positionAt(place);
      const at = instantOf(place);
      const clocks = made[place]?.clocks ?? deadlines(position.draft.state, at);
      return momentOf(position, documentsAt(position), at, clocks);
    },
    knownAt: (at) => after(recordedBy(events, at), at),
    trueAt: (at, known) => after(happenedBy(known === undefined ? events : recordedBy(events, known), at), at),
  };
}

export type { Moment } from './moment.ts';
