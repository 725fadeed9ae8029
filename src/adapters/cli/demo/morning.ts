import type { Actor } from '../../../domain/store/envelope.ts';
import { MORNING } from './people.ts';
import { endScreens, number, PIX, type Scene, sending, submission, type Told } from './scene.ts';

const EXAMINER: Actor = { role: 'examiner', identity: 'lefevre.anne-sophie' };

const by =
  (actor: Actor, day: string) =>
  (time: string, tell: Scene['tell']): Scene => ({ at: [day, time], room: 'morning', actor, tell });

const theDayBefore = by(EXAMINER, '2019-05-13');
const onTheDay = by(EXAMINER, '2019-05-14');
const twoDaysLater = by(EXAMINER, '2019-05-16');

const present = (candidate: number): readonly Told[] => [
  { type: 'MarkPresent', data: { candidate } },
  { type: 'RecordSignature', data: { candidate, signature: 'seen' } },
];

/** A session in which everything happens that the procedure speaks of. */
export const morning: readonly Scene[] = [
  theDayBefore('16:30', () => [
    ...MORNING.map((data): Told => ({ type: 'RegisterCandidate', data })),
    { type: 'PrintSheet', data: { view: 'copyToSign' } },
    { type: 'PrintSheet', data: { view: 'examinersCopy' } },
  ]),
  onTheDay('08:20', () => [
    ...[1, 2, 3, 4, 6, 7, 8].flatMap(present),
    { type: 'MarkAbsent', data: { candidate: 5 } },
    { type: 'VerifyExtraTime', data: { candidate: 3, extraTime: '1/3', evidence: 'Notification présentée' } },
    { type: 'GrantExtraTime', data: { candidate: 3, extraTime: '1/3' } },
  ]),
  onTheDay('08:34', ({ morning: accessCode }) => [{ type: 'GiveAccessCode', data: { accessCode } }]),
  onTheDay('08:40', () => [
    number(1, '#100123'),
    number(2, '100131'),
    number(3, '100124'),
    number(6, '100126'),
    number(7, '100127'),
    number(8, '100127'),
    number(8, '100128'),
  ]),
  onTheDay('09:10', () => [{ type: 'RecordInterruption', data: { candidate: 8, cause: 'disconnection' } }]),
  onTheDay('09:13', ({ nextDoor: accessCode }) => [{ type: 'RecordResumption', data: { candidate: 8, accessCode } }]),
  onTheDay('09:14', ({ morning: accessCode }) => [{ type: 'RecordResumption', data: { candidate: 8, accessCode } }]),
  onTheDay('09:25', () => [
    {
      type: 'SignalProblem',
      data: { candidate: 6, question: 18, examinerAdvised: true, wording: 'L’image de l’épreuve ne s’affiche pas.' },
    },
  ]),
  onTheDay('09:50', () => [
    {
      type: 'ReportFraud',
      data: {
        candidate: 7,
        facts: 'Consulte son téléphone sous la table à deux reprises.',
        witnesses: ['Mme Lefèvre'],
        candidateRemarks: 'Dit avoir regardé l’heure.',
      },
    },
  ]),
  onTheDay('10:05', () => endScreens(1, 6)),
  onTheDay('10:15', () => [{ type: 'AnnounceRemainingTime', data: { remainingSeconds: 240 } }]),
  onTheDay('10:20', () => endScreens(4, 7, 8, 2)),
  onTheDay('10:52', () => endScreens(3)),
  onTheDay('10:53', () => [{ type: 'CloseSession', data: {} }]),
  onTheDay('11:30', () => [
    submission('Première feuille'),
    { ...number(4, '100125'), at: '08:41' },
    submission('Première feuille'),
  ]),
  by(PIX, '2019-05-16')('10:00', () => [
    { type: 'ReturnSheet', data: { reason: 'Le numéro de certification du candidat 2 n’existe pas.' } },
  ]),
  twoDaysLater('14:10', () => [
    {
      type: 'CorrectCertificationNumber',
      data: { candidate: 2, certificationNumber: '100137', reason: 'Mal lu sur l’écran' },
    },
    submission('Seconde feuille'),
  ]),
  by(PIX, '2019-05-28')('09:00', () => [
    sending([
      { certificationNumber: '100123', obtained: true, score: 412 },
      { certificationNumber: '100137', obtained: true, score: 388 },
      { certificationNumber: '100124', obtained: true, score: 356 },
      { certificationNumber: '100125', obtained: true, score: 301 },
      { certificationNumber: '100126', obtained: true, score: 295 },
      { certificationNumber: '100127', obtained: false, comment: 'Fraude : décision du jury' },
      { certificationNumber: '100128', obtained: true, score: 320 },
    ]),
  ]),
];
