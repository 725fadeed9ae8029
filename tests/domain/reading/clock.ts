import { duration, isAway, isGone, lines, noted, placeOf, registration, wasKeptOut } from './line.ts';
import { allowances, closedAt, policyOf, start } from './session.ts';
import type { Reading } from './taken.ts';

/** When somebody's time is over. */
export interface Ending {
  readonly candidate: number | undefined;
  readonly place: string;
  readonly endsAt: number;
}

/** When the time of each candidate is over who takes the test: the start, what they have, and what was given back. */
export function endings(reading: Reading): readonly Ending[] {
  const given = start(reading);
  if (given === null) return [];
  return lines(reading)
    .filter((line) => !isGone(reading, line) && !isAway(reading, line) && !wasKeptOut(reading, line))
    .map((line) => {
      const candidate = registration(reading, line)?.data.candidate;
      const began = noted(reading, line, 'CandidateStarted')?.at ?? given.at;
      const from = policyOf(reading).clock === 'candidateStart' ? began : given.at;
      let seconds = duration(reading, line);
      for (const { data } of allowances(reading)) {
        const isTheirs = data.candidates === 'all' || data.candidates.some((one) => one === candidate);
        if (isTheirs) seconds += data.seconds;
      }
      return { candidate, place: placeOf(reading, line), endsAt: from + seconds * 1000 };
    });
}

/** What the examiner is to be told, as lines: when, what, of whom, with how much time left. */
export function reminders(reading: Reading): readonly string[] {
  if (closedAt(reading) !== null) return [];
  const { noticeSeconds } = policyOf(reading);
  const working = endings(reading).filter(({ place }) => place !== 'finished' && place !== 'left');
  return [...new Set(working.map(({ endsAt }) => endsAt))].flatMap((endsAt) => {
    const whom = working.filter((ending) => ending.endsAt === endsAt).map(({ candidate }) => candidate);
    const over = `${endsAt} timeOver ${whom} 0`;
    return noticeSeconds === 0
      ? [over]
      : [over, `${endsAt - noticeSeconds * 1000} timeNearlyOver ${whom} ${noticeSeconds}`];
  });
}
