import { wallClock } from '../../domain/values/time.ts';
import { hourOn } from '../french/dates.ts';
import { countdown } from '../french/lengths.ts';
import { nameOf } from '../french/personal.ts';
import { roomText } from '../french/places.ts';
import { type Wall, wallOf } from '../french/wall.ts';
import { STATUSES } from '../french/words.ts';
import { page, titled } from '../terminal/page.ts';
import { table } from '../terminal/table.ts';
import type { Board, BoardSession } from './board.ts';
import type { BoardLine } from './line.ts';

/** What stands before whoever is over time; a terminal may show no colours. */
const STANDS_OUT = '!!';

const TITLES = ['', 'N°', 'Nom et prénom', 'État', 'Fin du temps', 'Temps restant'];

function statusText({ status, interruptedSince, endedAt }: BoardLine, { day, zone }: Wall): string {
  if (interruptedSince !== null)
    return `${STATUSES[status].toUpperCase()} depuis ${hourOn(day, interruptedSince, zone)}`;
  return endedAt === null ? STATUSES[status] : `${STATUSES[status]} à ${hourOn(day, endedAt, zone)}`;
}

function timeText({ isAtWork, overSeconds, remainingSeconds }: BoardLine): string {
  if (!isAtWork) return '';
  return overSeconds === null ? countdown(remainingSeconds) : `ÉCOULÉ depuis ${countdown(overSeconds)}`;
}

const row = (line: BoardLine, wall: Wall): readonly string[] => [
  line.overSeconds === null ? '' : STANDS_OUT,
  String(line.candidate),
  nameOf(line.name),
  statusText(line, wall),
  hourOn(wall.day, line.endsAt, wall.zone),
  timeText(line),
];

function sessionText({ header, lines }: BoardSession, now: number): string {
  const wall = wallOf(header);
  const examiners = header.examiners.map(({ name }) => nameOf(name)).join(', ');
  const title = `SESSION ${header.session}, ${roomText(header.slot)} : il est ${wallClock(now, wall.zone).seconds}`;
  const candidates =
    lines.length === 0
      ? 'Personne ne passe le test.'
      : table(
          TITLES.map((name) => ({ title: name })),
          lines.map((line) => row(line, wall)),
        );
  return titled(title, `Surveillance : ${examiners}\n\n${candidates}`);
}

/** The live board as a text, by what ends first; whoever is over time is marked. */
export const boardText = ({ at, sessions }: Board): string =>
  page(
    ...(sessions.length === 0
      ? ['Aucune session n’est en cours.']
      : sessions.map((session) => sessionText(session, at))),
  );
