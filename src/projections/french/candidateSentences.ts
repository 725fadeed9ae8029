import type { EventData, EventType } from '../../domain/events/catalogue.ts';
import { duration, ratio } from './lengths.ts';
import { identityText, shown, withDetail, withReason } from './personal.ts';
import type { Sentence } from './sessionSentences.ts';
import { CAUSES, problemMention, SIGNATURES } from './words.ts';

/** « Candidat n° 3 ». */
const who = ({ candidate }: { readonly candidate: number }): string => `Candidat n° ${candidate}`;

/** Extra time with the duration that it makes. */
const timeText = ({
  extraTime,
  durationSeconds,
}: Pick<EventData<'ExtraTimeGranted'>, 'extraTime' | 'durationSeconds'>) =>
  `${ratio(extraTime)}, soit ${duration(durationSeconds)} en tout`;

const lineText = (data: EventData<'CandidateRegistered'>): string =>
  `${identityText(data.identity)} ; temps majoré : ${timeText(data)}`;

const resultText = ({ certificationNumber, obtained, score, comment }: EventData<'ResultRecorded'>): string => {
  const said = `certification n° ${certificationNumber} ${obtained ? 'obtenue' : 'non obtenue'}`;
  const points = score === null ? said : `${said}, ${typeof score === 'number' ? score : shown(score)} Pix`;
  return withDetail(points, comment);
};

/** What happens to one candidate. */
export const candidateSentences = {
  CandidateRegistered: (data) => `${who(data)} inscrit : ${lineText(data)}`,
  CandidateCorrected: (data) => `${who(data)} : inscription corrigée, ${lineText(data)}`,
  CandidateWithdrawn: (data) => withReason(`${who(data)} désinscrit`, data.reason),
  IdentityCorrected: (data) =>
    withReason(`${who(data)} : identité corrigée, ${identityText(data.identity)}`, data.reason),
  ExtraTimeCorrected: (data) =>
    withReason(`${who(data)} : temps majoré déclaré corrigé, ${timeText(data)}`, data.reason),
  ExtraTimeVerified: (data) => withDetail(`${who(data)} : temps majoré vérifié, ${timeText(data)}`, data.evidence),
  ExtraTimeGranted: (data) => withDetail(`${who(data)} : temps majoré accordé, ${timeText(data)}`, data.reason),
  SignatureRecorded: (data) => withDetail(`${who(data)} : signature ${SIGNATURES[data.signature]}`, data.detail),
  CandidatePresent: (data) => `${who(data)} présent`,
  CandidateAbsent: (data) => `${who(data)} absent`,
  CandidateCouldNotJoin: (data) =>
    `${who(data)} présent, n’a pas pu rejoindre la session : ${withDetail(CAUSES[data.cause], data.detail)}`,
  CandidateLeft: (data) => `${who(data)} parti avant la fin : ${withDetail(CAUSES[data.cause], data.detail)}`,
  CandidateStarted: (data) => `${who(data)} : test commencé`,
  CertificationNumberRecorded: (data) => `${who(data)} : numéro de certification ${data.certificationNumber}`,
  CertificationNumberCorrected: (data) =>
    withReason(`${who(data)} : numéro de certification corrigé, ${data.certificationNumber}`, data.reason),
  CertificationNumberMissing: (data) =>
    `${who(data)} sans numéro de certification : ${withDetail(CAUSES[data.cause], data.detail)}`,
  TestInterrupted: (data) => `${who(data)} : test interrompu, ${withDetail(CAUSES[data.cause], data.detail)}`,
  TestResumed: (data) => `${who(data)} : test repris avec le code ${data.accessCode}`,
  ProblemSignalled: (data) =>
    withDetail(
      `${who(data)} : ${problemMention(data.question)}${data.category === null ? '' : `, catégorie ${data.category.code}`}`,
      data.wording,
    ),
  FraudReported: (data) => `${who(data)} : rapport de fraude, ${shown(data.facts)}`,
  CommentAdded: (data) => `${who(data)} : commentaire, ${shown(data.text)}`,
  EndScreenSeen: (data) => `${who(data)} : écran de fin de test vu`,
  EndScreenNotSeen: (data) =>
    `${who(data)} : écran de fin de test non vu, ${withDetail(CAUSES[data.cause], data.detail)}`,
  ResultRecorded: (data) => `${who(data)} : ${resultText(data)}`,
  ResultCorrected: (data) => withReason(`${who(data)} : résultat corrigé, ${resultText(data)}`, data.reason),
} satisfies { readonly [T in EventType]?: Sentence<T> };
