import type { ExtraTime } from '../../domain/values/extraTime.ts';
import { isErased, type MaybeErased } from '../../domain/values/personal.ts';
import { ERASED_TEXT } from './personal.ts';

/** « 1 h 45 », « 35 min », « 2 h », « 4 min 30 s », « 1 h 05 min 7 s ». @param seconds whole seconds */
export function duration(seconds: number): string {
  const hours = Math.floor(seconds / 3600);
  const minutes = Math.floor((seconds % 3600) / 60);
  const rest = seconds % 60;
  const twoDigits = String(minutes).padStart(2, '0');
  if (rest > 0) {
    if (hours > 0) return `${hours} h ${twoDigits} min ${rest} s`;
    return minutes > 0 ? `${minutes} min ${rest} s` : `${rest} s`;
  }
  if (hours === 0) return `${minutes} min`;
  return minutes === 0 ? `${hours} h` : `${hours} h ${twoDigits}`;
}

/** « 1:04:12 », « 0:00:09 », as a clock that runs. @param seconds whole seconds */
export function countdown(seconds: number): string {
  const twoDigits = (value: number): string => String(value).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${twoDigits(Math.floor((seconds % 3600) / 60))}:${twoDigits(seconds % 60)}`;
}

/** Extra time as offices write it, `1/3`; `aucun` where there is none. */
export function ratio(extraTime: MaybeErased<ExtraTime | null>): string {
  if (extraTime === null) return 'aucun';
  return isErased(extraTime) ? ERASED_TEXT : `${extraTime.numerator}/${extraTime.denominator}`;
}
