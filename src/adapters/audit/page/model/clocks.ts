import { candidateOf } from '../../../../domain/state/session.ts';
import { hourOn } from '../../../../projections/french/dates.ts';
import { duration } from '../../../../projections/french/lengths.ts';
import { nameOf } from '../../../../projections/french/personal.ts';
import { wallOf } from '../../../../projections/french/wall.ts';
import { STATUSES } from '../../../../projections/french/words.ts';
import type { Moment } from '../../../../projections/replay/replayer.ts';
import { visible } from '../../../../projections/terminal/visible.ts';

/** A candidate's clock, as it is drawn and as it is said. Parts are of the axis that all clocks share, from 0 to 1. */
export interface Clock {
  readonly candidate: number;
  readonly name: string;
  readonly status: string;
  /** Whether the time still matters: the candidate has not finished, nor left. */
  readonly running: boolean;
  /** Where the candidate's time begins, and where it ends without the time given back. */
  readonly from: number;
  readonly own: number;
  /** Where it ends. */
  readonly to: number;
  readonly ends: string;
  readonly length: string;
  readonly remaining: string;
  /** Whether it is over. */
  readonly over: boolean;
}

/** All clocks at a moment. */
export interface Clocks {
  /** Where the moment lies on the axis; 1 where it is later. */
  readonly now: number;
  readonly begins: string;
  readonly ends: string;
  readonly clocks: readonly Clock[];
  /** The same in a sentence. */
  readonly summary: string;
}

const OVER: readonly string[] = ['finished', 'left'];

/** « L'enseignant indique quelques minutes avant la fin le temps restant »: what each candidate has left. */
export function clocksShown({ clocks, at, session, sheet }: Moment): Clocks | null {
  const { day, zone } = wallOf(sheet.header);
  const hour = (instant: number): string => hourOn(day, instant, zone);
  if (clocks.length === 0) return null;
  const first = Math.min(...clocks.map(({ startedAt }) => startedAt));
  const last = Math.max(...clocks.map(({ endsAt }) => endsAt));
  const part = (instant: number): number => Math.min(Math.max((instant - first) / Math.max(last - first, 1), 0), 1);
  const shown = clocks.map((deadline): Clock => {
    const { candidate, status, startedAt, durationSeconds, allowanceSeconds, endsAt, remainingSeconds } = deadline;
    const given = allowanceSeconds === 0 ? '' : ` + ${duration(allowanceSeconds)} de temps rendu`;
    return {
      candidate,
      name: visible(nameOf(candidateOf(session.state, candidate).identity)),
      status: STATUSES[status],
      running: !OVER.includes(status),
      from: part(startedAt),
      own: part(startedAt + durationSeconds * 1000),
      to: part(endsAt),
      ends: hour(endsAt),
      length: `${duration(durationSeconds)}${given}`,
      remaining: remainingSeconds === 0 ? 'écoulé' : duration(remainingSeconds),
      over: remainingSeconds === 0,
    };
  });
  const left = shown.filter(({ over, running }) => !over && running).length;
  return {
    now: part(at),
    begins: hour(first),
    ends: hour(last),
    clocks: shown,
    summary: summaryOf(shown.length, left),
  };
}

const summaryOf = (all: number, left: number): string =>
  `${all} candidat${all > 1 ? 's' : ''} à l’épreuve, dont ${left} à qui il reste du temps et qui n’${left > 1 ? 'ont' : 'a'} pas terminé.`;
