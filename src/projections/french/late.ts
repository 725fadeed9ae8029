import type { Noted } from '../entry.ts';
import { moment } from './dates.ts';

/** A text, marked where its fact was typed in long after it happened; unmarked it was noted at once. */
export const markedLate = (text: string, { entry }: Noted, zone: string): string =>
  entry.late ? `${text} [saisi après coup, ${moment(entry.recordedAt, zone)}]` : text;
