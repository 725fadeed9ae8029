import type { EventData } from '../../domain/events/catalogue.ts';
import type { Noted } from '../entry.ts';
import { hourOn, moment } from '../french/dates.ts';
import { duration, ratio } from '../french/lengths.ts';
import { identityText, withReason } from '../french/personal.ts';
import { sentenceOf } from '../french/sentences.ts';
import { at, type Wall } from '../french/wall.ts';
import { actorName } from '../french/words.ts';
import type { Note, NotedType } from '../note.ts';
import type { Correction } from '../sheet/correction.ts';
import type { DeclaredExtraTime } from '../sheet/extraTime.ts';
import type { Pv } from './pv.ts';
import { who } from './who.ts';

/** A fact in one sentence. */
const told = <T extends NotedType>(note: Note<T>, { zone }: Wall): string =>
  sentenceOf(note.type, note as unknown as EventData<T>, zone);

/** When something was put right or taken back, when the record learned it, and who did it. */
const signed = ({ occurredAt, entry }: Noted, { zone }: Wall): string =>
  `le ${moment(occurredAt, zone)} (enregistré le ${moment(entry.recordedAt, zone)}) par ${actorName(entry.actor)}`;

const declaredText = ({ extraTime, durationSeconds }: DeclaredExtraTime): string =>
  `${ratio(extraTime)} (${duration(durationSeconds)})`;

/** What was put right, and the two values. */
function change(correction: Correction, { day, zone }: Wall): string {
  switch (correction.kind) {
    case 'start': {
      const before = correction.before === null ? 'non donné' : hourOn(day, correction.before, zone);
      return `début du décompte, ${before} → ${hourOn(day, correction.after, zone)}`;
    }
    case 'identity':
      return `identité, ${identityText(correction.before)} → ${identityText(correction.after)}`;
    case 'certificationNumber':
      return `numéro de certification, ${correction.before ?? 'aucun'} → ${correction.after}`;
    case 'extraTime':
      return `temps majoré déclaré, ${declaredText(correction.before)} → ${declaredText(correction.after)}`;
  }
}

/** What was put right: before and after, why, when, and by whom. */
export const correctionItems = ({ corrections, lines }: Pv, wall: Wall): readonly string[] =>
  corrections.map((correction) => {
    const about = correction.candidate === null ? 'session' : who(lines, correction.candidate);
    return withReason(`${about}, ${change(correction, wall)}, ${signed(correction, wall)}`, correction.reason);
  });

/** What was taken back: struck through, and named all the same. */
export const retractionItems = ({ retractions }: Pv, wall: Wall): readonly string[] =>
  retractions.map((retraction) => {
    const { note, reason } = retraction;
    return withReason(`[rayé] ${at(note, told(note, wall), wall)}\nretiré ${signed(retraction, wall)}`, reason);
  });

/** Facts that their sentence tells in full. */
export const plainItems = (notes: readonly Note[], wall: Wall): readonly string[] =>
  notes.map((note) => at(note, told(note, wall), wall));
