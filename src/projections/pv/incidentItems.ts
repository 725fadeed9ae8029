import { isErased } from '../../domain/values/personal.ts';
import { hourOn } from '../french/dates.ts';
import { duration, ratio } from '../french/lengths.ts';
import { shown, withDetail } from '../french/personal.ts';
import { at, type Wall } from '../french/wall.ts';
import { CAUSES, candidatesText } from '../french/words.ts';
import type { Note } from '../note.ts';
import type { SheetExtraTime } from '../sheet/extraTime.ts';
import type { Interruption } from '../sheet/interruption.ts';
import type { Pv } from './pv.ts';
import { who } from './who.ts';

const extraTimeText = ({ declared, verified, granted, durationSeconds }: SheetExtraTime): string =>
  [
    `déclaré : ${ratio(declared.extraTime)}`,
    ...(verified === null ? [] : [withDetail(`vérifié : ${ratio(verified.extraTime)}`, verified.evidence)]),
    ...(granted === null ? [] : [withDetail(`accordé : ${ratio(granted.extraTime)}`, granted.reason)]),
    `durée : ${duration(durationSeconds)}`,
  ].join(', ');

const hasExtraTime = ({ declared, verified, granted }: SheetExtraTime): boolean =>
  declared.extraTime !== null || verified !== null || granted !== null;

/** Extra time due and granted: « la prise en compte du temps en cas de vérification (1/3 temps...) ». */
export const extraTimeItems = ({ lines }: Pv): readonly string[] =>
  lines
    .filter(({ withdrawn, extraTime }) => !withdrawn && hasExtraTime(extraTime))
    .map(({ number, extraTime }) => `${who(lines, number)} : ${extraTimeText(extraTime)}`);

/** Time given back to all or to some. */
export const allowanceItems = ({ allowances }: Pv, wall: Wall): readonly string[] =>
  allowances.map((note) => {
    const text = `${duration(note.seconds)}, ${candidatesText(note.candidates)}, ${CAUSES[note.cause]}`;
    return at(note, withDetail(text, note.detail), wall);
  });

/** « L'enseignant indique quelques minutes avant la fin le temps restant ». */
export const announcementItems = ({ announcements }: Pv, wall: Wall): readonly string[] =>
  announcements.map((note) => {
    const invited = note.invitedToPass
      ? 'candidats invités à passer les épreuves restantes'
      : 'sans invitation à passer';
    return at(note, `${duration(note.remainingSeconds)}, ${invited}`, wall);
  });

/** « reprise à 09:20, 4 min », or that the test was not taken up again. */
export const lasted = (interruption: Interruption, { day, zone }: Wall): string =>
  interruption.to === null
    ? 'test non repris'
    : `reprise à ${hourOn(day, interruption.to, zone)}, ${duration(interruption.seconds)}`;

/** Every interruption with its cause and how long it lasted. */
export const interruptionItems = ({ interruptions, lines }: Pv, wall: Wall): readonly string[] =>
  interruptions.map((interruption) => {
    const { candidate, cause, detail, from: occurredAt, entry } = interruption;
    const text = `${who(lines, candidate)}, ${withDetail(CAUSES[cause], detail)}, ${lasted(interruption, wall)}`;
    return at({ occurredAt, entry }, text, wall);
  });

/** « il en fait mention brièvement sur le PV de session (exemple : "signalement épreuve n° 18") » */
export const problemItems = ({ problems, lines }: Pv, wall: Wall): readonly string[] =>
  problems.map((problem) => {
    const { candidate, mention, category, wording } = problem;
    const coded = category === null ? mention : `${mention}, catégorie ${category.code} (${category.vocabulary})`;
    return at(problem, withDetail(`${who(lines, candidate)}, ${coded}`, wording), wall);
  });

function witnessesText(witnesses: Note<'FraudReported'>['witnesses']): string {
  if (isErased(witnesses)) return shown(witnesses);
  return witnesses.length === 0 ? 'aucun' : witnesses.join(', ');
}

/** « En cas de fraude, l'enseignant établit un rapport de fraude »: facts, witnesses, and what the candidate said. */
export const fraudItems = ({ frauds, lines }: Pv, wall: Wall): readonly string[] =>
  frauds.map((note) => {
    const remarks = note.candidateRemarks === null ? 'aucune' : shown(note.candidateRemarks);
    return [
      at(note, `${who(lines, note.candidate)}, rapport de fraude`, wall),
      `Faits : ${shown(note.facts)}`,
      `Témoins : ${witnessesText(note.witnesses)}`,
      `Observations du candidat : ${remarks}`,
    ].join('\n');
  });

/** « tout commentaire qui peut avoir une incidence sur le résultat ». */
export const commentItems = ({ comments, lines }: Pv, wall: Wall): readonly string[] =>
  comments.map((note) => {
    const about = note.type === 'CommentAdded' ? who(lines, note.candidate) : 'session';
    return at(note, `${about}, ${shown(note.text)}`, wall);
  });
