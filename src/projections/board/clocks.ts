import { EVENT_TYPES, type EventType } from '../../domain/events/catalogue.ts';
import { evolve } from '../../domain/state/evolve.ts';
import { evolveAttendance } from '../../domain/state/evolveAttendance.ts';
import { evolveCandidates } from '../../domain/state/evolveCandidates.ts';
import { evolveErasure } from '../../domain/state/evolveErasure.ts';
import { evolveTest } from '../../domain/state/evolveTest.ts';
import { copyOf, emptySession, type SessionState } from '../../domain/state/session.ts';
import { onEach } from '../compose.ts';
import type { Projection } from '../projection.ts';

/** What the clocks of a session's candidates are read from: the part of its state that deadlines ask for. */
export interface Clocks extends Pick<SessionState, 'startedAt' | 'allowances' | 'candidates'> {}

/** Whatever is said of candidates, and of the session what moves a clock. */
const MOVE_CLOCKS: readonly EventType[] = EVENT_TYPES.filter((type) =>
  [evolveCandidates, evolveAttendance, evolveTest, evolveErasure].some((changes) => Object.hasOwn(changes, type)),
).concat('AccessCodeGiven', 'StartCorrected', 'AllowanceGranted', 'EntryRetracted');

const clocksIn = ({ startedAt, allowances, candidates }: SessionState): Clocks => ({
  startedAt,
  allowances,
  candidates,
});

/** A session's state as far as its candidates' clocks are concerned. */
export const stateWith = (clocks: Clocks): SessionState => ({ ...emptySession(), ...clocks });

/** The clocks as the domain itself keeps them, so that a board and a refusal never tell two times. */
export const clocks: Projection<Clocks> = onEach(clocksIn(emptySession()), MOVE_CLOCKS, (view: Clocks, event) => {
  const draft = copyOf(stateWith(view));
  evolve(draft, event);
  return clocksIn(draft);
});
