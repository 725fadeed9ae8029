import type { EventData, EventType } from '../../domain/events/catalogue.ts';
import type { CandidateStatus } from '../../domain/state/candidate.ts';
import type { Actor } from '../../domain/store/envelope.ts';
import { type Person, readPerson } from '../../domain/values/person.ts';

/** Everything that an event names as a cause. */
type Cause = { [T in EventType]: EventData<T> extends { readonly cause: infer C } ? C : never }[EventType];

/** Causes, in the words of a PV. */
export const CAUSES: Readonly<Record<Cause, string>> = {
  account: 'compte Pix inutilisable',
  accessCode: 'code d’accès refusé',
  device: 'poste inutilisable',
  network: 'réseau indisponible',
  ownChoice: 'de son propre chef',
  technicalProblem: 'problème technique',
  excluded: 'exclusion',
  notRead: 'numéro non relevé',
  leftBefore: 'départ avant le relevé',
  timeRanOut: 'temps écoulé',
  fraud: 'fraude',
  overlooked: 'oubli de l’examinateur',
  disconnection: 'déconnexion',
  browserClosed: 'navigateur fermé',
  deviceFailure: 'panne du poste',
  fireAlarm: 'alarme incendie',
  networkCut: 'coupure du réseau',
  powerCut: 'coupure de courant',
  other: 'autre cause',
};

/** What was seen of a signature. */
export const SIGNATURES: Readonly<Record<EventData<'SignatureRecorded'>['signature'], string>> = {
  seen: 'vue',
  forgotten: 'oubliée',
  wrongLine: 'sur la mauvaise ligne',
};

/** Where a candidate is in the session. */
export const STATUSES: Readonly<Record<CandidateStatus, string>> = {
  registered: 'inscrit',
  present: 'présent',
  testing: 'en cours',
  interrupted: 'interrompu',
  finished: 'terminé',
  absent: 'absent',
  left: 'parti',
  withdrawn: 'désinscrit',
};

/** The documents that travel between the centre and Pix. */
export const DOCUMENTS: Readonly<Record<EventData<'DocumentRecorded'>['kind'], string>> = {
  navette: 'Navette créneaux',
  materiel: 'Matériel certification',
  digitalSheet: 'feuille d’émargement numérique',
  signedScan: 'scan de la feuille signée',
  fraudReport: 'rapport de fraude',
  results: 'résultats',
};

/** The two printed copies of the sheet. */
export const COPIES: Readonly<Record<EventData<'SheetPrinted'>['view'], string>> = {
  copyToSign: 'exemplaire à signer',
  examinersCopy: 'exemplaire de l’examinateur',
};

/** « signalement épreuve n° 18 », as the procedure writes it. @param question the question's number in the test */
export const problemMention = (question: number): string => `signalement épreuve n° ${question}`;

/** Who acts, by their part in the procedure. */
const ROLES: Readonly<Record<Actor['role'], string>> = {
  examiner: 'examinateur',
  centre: 'centre',
  pix: 'Pix',
  candidate: 'candidat',
  system: 'système',
};

/** Who acted, `lefevre (examinateur)`, on one line whatever the host's identities are made of. */
export const actorName = ({ identity, role }: Actor): string => `${identity.replaceAll('\n', ' ')} (${ROLES[role]})`;

/** « tous les candidats », « candidat n° 4 », « candidats n° 1, n° 3 ». */
export function candidatesText(candidates: EventData<'AllowanceGranted'>['candidates']): string {
  if (candidates === 'all') return 'tous les candidats';
  return `${candidates.length === 1 ? 'candidat' : 'candidats'} ${candidates.map((number) => `n° ${number}`).join(', ')}`;
}

/** « candidat n° 3 », « examinateur lefevre », « textes libres sur la session ». */
export function personText(person: Person): string {
  const read = readPerson(person);
  switch (read.kind) {
    case 'candidate':
      return `candidat n° ${read.number}`;
    case 'examiner':
      return `examinateur ${read.examiner}`;
    case 'session':
      return 'textes libres sur la session';
  }
}
