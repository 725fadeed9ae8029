import { wallClock } from '../../../../domain/values/time.ts';
import { longDate } from '../../../../projections/french/dates.ts';

/** An event on the two axes of time; epoch milliseconds. */
export interface Instants {
  readonly occurredAt: number;
  readonly recordedAt: number;
}

/** A mark on the axes. */
export interface Tick {
  /** From 0, the left end, to 1. */
  readonly x: number;
  readonly text: string;
}

/** A scale of time that leaves out the hours and days in which nothing happened. */
export interface Scale {
  /** Where an instant lies, from 0 to 1. */
  at(instant: number): number;
  /** The first instant of each stretch in which something happened. */
  readonly ticks: readonly Tick[];
  /** Where time was left out, from 0 to 1. */
  readonly breaks: readonly number[];
}

/** Time in which nothing happens is drawn as no more than this. */
const LONGEST_GAP = 10 * 60_000;

/** How wide a stretch of time that was left out is drawn. */
const BREAK = 6 * 60_000;

/** Ticks that are nearer to each other than this, as a part of the axis, are not both written. */
const APART = 0.09;

/** A stretch of time that is drawn as it is, and where it begins on the axis. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly begins: number;
}

/**
 * The scale on which both axes are drawn, so that an event that was recorded at once is an upright line, and one that
 * was typed in later a slanted one, the more the later.
 */
export function scaleOf(events: readonly Instants[], zone: string): Scale {
  const instants = [...new Set(events.flatMap(({ occurredAt, recordedAt }) => [occurredAt, recordedAt]))].sort(
    (a, b) => a - b,
  );
  const stretches = stretchesOf(instants);
  const last = stretches.at(-1);
  const length = last === undefined ? 1 : Math.max(1, last.begins + last.to - last.from);
  const at = (instant: number): number => {
    const stretch = stretchAt(stretches, instant);
    if (stretch === undefined) return 0;
    return (stretch.begins + Math.min(Math.max(instant, stretch.from), stretch.to) - stretch.from) / length;
  };
  return {
    at,
    ticks: ticksOf(stretches, at, zone),
    breaks: stretches.slice(1).map(({ begins }) => (begins - BREAK / 2) / length),
  };
}

function stretchesOf(instants: readonly number[]): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const instant of instants) {
    const last = stretches.at(-1);
    if (last !== undefined && instant - last.to <= LONGEST_GAP)
      stretches[stretches.length - 1] = { ...last, to: instant };
    else
      stretches.push({
        from: instant,
        to: instant,
        begins: last === undefined ? 0 : last.begins + last.to - last.from + BREAK,
      });
  }
  return stretches;
}

/** The last stretch that began by then, else the first. */
function stretchAt(stretches: readonly Stretch[], instant: number): Stretch | undefined {
  let [low, high] = [0, stretches.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((stretches[middle]?.from ?? 0) <= instant) low = middle;
    else high = middle - 1;
  }
  return stretches[low];
}

/** « 14 mai 2019 08:34 » where a day begins, « 10:52 » within it. */
function ticksOf(stretches: readonly Stretch[], at: Scale['at'], zone: string): readonly Tick[] {
  const ticks: Tick[] = [];
  let day = '';
  for (const { from } of stretches) {
    const { date, time } = wallClock(from, zone);
    const x = at(from);
    const before = ticks.at(-1);
    if (before !== undefined && x - before.x < APART) continue;
    ticks.push({ x, text: date === day ? time : `${longDate(date)} ${time}` });
    day = date;
  }
  return ticks;
}

/** The lines between the two axes, each pair of pixels once, however many events there are. */
export function linesOf(
  events: readonly Instants[],
  scale: Scale,
  width: number,
): readonly (readonly [number, number])[] {
  const seen = new Map<number, readonly [number, number]>();
  for (const { occurredAt, recordedAt } of events) {
    const [from, to] = [Math.round(scale.at(occurredAt) * width), Math.round(scale.at(recordedAt) * width)];
    seen.set(from * (width + 1) + to, [from, to]);
  }
  return [...seen.values()];
}
