import { LIFECYCLE_NAMES } from '../../domain/machine/names.ts';
import { hourOn } from '../french/dates.ts';
import { duration } from '../french/lengths.ts';
import { at, type Wall } from '../french/wall.ts';
import { headLines } from '../sheet/text.ts';
import type { Pv } from './pv.ts';
import { who } from './who.ts';

/** Where, when and by whom, as it was planned. */
export const plannedText = ({ header, lifecycle }: Pv): string =>
  [...headLines(header), `État          : ${LIFECYCLE_NAMES[lifecycle]}`].join('\n');

/** One thing that is told of how the session went, and what tells it from the others. */
interface CourseItem {
  readonly key: string;
  readonly text: string;
}

/** When the clock started and when the session was closed, and who still had time left then. */
export function courseItems({ given, start, starts, closing, lines }: Pv, wall: Wall): readonly CourseItem[] {
  if (given === null) return [{ key: 'given', text: 'Code d’accès non donné.' }];
  const { day, zone } = wall;
  const course = [
    { key: 'given', text: at(given, 'code d’accès donné', wall) },
    ...start.corrections.map(({ entry, after }) => ({
      key: `start ${entry.revision}`,
      text: `Début du décompte corrigé : ${hourOn(day, after, zone)}`,
    })),
    ...starts.map((note) => ({
      key: `started ${note.entry.revision}`,
      text: at(note, `${who(lines, note.candidate)}, test commencé`, wall),
    })),
  ];
  if (closing === null) return [...course, { key: 'closing', text: 'Session non close.' }];
  const unfinished = closing.stillRunning.map(({ candidate, remainingSeconds }) => ({
    key: `stillRunning ${candidate}`,
    text: `Il restait ${duration(remainingSeconds)} au candidat ${who(lines, candidate)}`,
  }));
  return [...course, { key: 'closing', text: at(closing, 'session close', wall) }, ...unfinished];
}
