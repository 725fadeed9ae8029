import type { EventData, EventType } from '../../domain/events/catalogue.ts';
import { moment } from './dates.ts';
import { duration } from './lengths.ts';
import { nameOf, shown, withDetail, withReason } from './personal.ts';
import { establishmentText, hoursText, roomText } from './places.ts';
import { CAUSES, COPIES, candidatesText, DOCUMENTS, personText } from './words.ts';

/** Tells in French what an event of this type says happened; the zone is that of the room's wall clock. */
export type Sentence<T extends EventType> = (data: EventData<T>, zone: string) => string;

/** Tells what was changed of the plan. */
const replanned: Sentence<'SessionReplanned'> = ({ slot, establishment, reason }) =>
  withReason(
    [
      'Organisation modifiée',
      ...(slot === null ? [] : [`créneau du ${hoursText(slot)}, ${roomText(slot)}`]),
      ...(establishment === null ? [] : [`établissement ${establishmentText(establishment)}`]),
    ].join(', '),
    reason,
  );

/** What happens to the session as a whole. */
export const sessionSentences = {
  SessionPlanned: ({ slot, establishment }) =>
    `Session planifiée : ${hoursText(slot)}, ${roomText(slot)}, ${establishmentText(establishment)}`,
  SessionReplanned: replanned,
  ExaminerAdded: ({ examiner, name }) => `Examinateur désigné : ${nameOf(name)} (${examiner})`,
  ExaminerRemoved: ({ examiner, reason }) => withReason(`Examinateur ${examiner} retiré`, reason),
  SessionCancelled: ({ reason }) => withReason('Session annulée', reason),
  AccessCodeIssued: ({ accessCode }) => `Code d’accès attribué : ${accessCode}`,
  SheetPrinted: ({ view, printedRevision }) =>
    `Feuille d’émargement imprimée : ${COPIES[view]}, état du registre au rang ${printedRevision}`,
  DocumentRecorded: ({ kind, document, sender, recipient }) =>
    `Document transmis : ${DOCUMENTS[kind]}, de ${shown(sender)} à ${shown(recipient)} (${document.mediaType}, ${document.bytes} octets, SHA-256 ${document.sha256})`,
  AccessCodeGiven: ({ accessCode }) => `Code d’accès ${accessCode} donné : le décompte du temps commence`,
  StartCorrected: ({ startedAt, reason }, zone) =>
    withReason(`Début du décompte corrigé, ${moment(startedAt, zone)}`, reason),
  AllowanceGranted: ({ candidates, seconds, cause, detail }) =>
    `Temps rendu, ${candidatesText(candidates)} : ${duration(seconds)}, ${withDetail(CAUSES[cause], detail)}`,
  RemainingTimeAnnounced: ({ remainingSeconds, invitedToPass }) =>
    `Temps restant annoncé : ${duration(remainingSeconds)}${invitedToPass ? ', candidats invités à passer les épreuves restantes' : ''}`,
  SessionClosed: ({ stillRunning }) =>
    [
      'Session close',
      ...stillRunning.map(
        ({ candidate, remainingSeconds }) => `il restait ${duration(remainingSeconds)} au candidat n° ${candidate}`,
      ),
    ].join(', '),
  SessionCommentAdded: ({ text }) => `Commentaire sur la session : ${shown(text)}`,
  EntryRetracted: ({ entry, reason }) => withReason(`Saisie de rang ${entry} retirée`, reason),
  SheetSubmitted: ({ digitalSheet, signedScan }) =>
    `Feuille d’émargement transmise à Pix (numérique ${digitalSheet.sha256}, scan signé ${signedScan.sha256})`,
  SheetReturned: ({ reason }) => withReason('Feuille d’émargement renvoyée par Pix', reason),
  PersonErased: ({ person, reason }) => `Données personnelles effacées : ${personText(person)} (motif : ${reason})`,
  ResultsSent: ({ document }) => `Résultats transmis au centre (SHA-256 ${document.sha256})`,
} satisfies { readonly [T in EventType]?: Sentence<T> };
