import { Story, type Told } from '../../src/adapters/testing/histories/story.ts';
import type { SessionEvent } from '../../src/domain/events/catalogue.ts';

/** An hour of that morning in Rouen, two hours ahead of UTC; epoch milliseconds. */
export const at = (hour: string, day = '2019-05-14'): number => Date.parse(`${day}T${hour}:00+02:00`);

const PIX = { role: 'pix', identity: 'certif@pix.fr' } as const;
const CENTRE = { role: 'centre', identity: 'secretariat' } as const;

const file = (digit: string) => ({ sha256: digit.repeat(64), mediaType: 'application/pdf', bytes: 120_000 });

const planned: Told = {
  type: 'PlanSession',
  actor: CENTRE,
  data: {
    establishment: {
      name: 'Lycée Marcel-Sembat',
      address: '128 rue Léon Salva',
      postalCode: '76300',
      city: 'Sotteville-lès-Rouen',
    },
    slot: { date: '2019-05-14', start: '08:30', end: '11:30', site: 'Bâtiment B', room: 'Salle B12' },
    examiners: [{ id: 'examinateur.1', name: { surname: 'LEFÈVRE', firstName: 'Hélène' } }],
  },
};

const candidates: readonly Told[] = [
  {
    type: 'RegisterCandidate',
    data: {
      identity: { surname: 'GARÇON', firstName: 'Chloë', birthDate: '2001-02-28', birthPlace: 'Rouen' },
      email: 'chloe@lycee.example',
      identifier: { kind: 'ine', value: '0123456789A' },
    },
  },
  {
    type: 'RegisterCandidate',
    data: {
      identity: { surname: 'N’DIAYE', firstName: 'Ousmane', birthDate: '2002-06-01', birthPlace: 'Dakar' },
      extraTime: '1/3',
    },
  },
  {
    type: 'RegisterCandidate',
    data: {
      identity: {
        surname: 'DE LA ROCHEFOUCAULD-MONTBEL',
        firstName: 'Marie-Éléonore Anne',
        birthDate: '2001-11-30',
        birthPlace: 'Saint-Rémy-en-Bouzemont-Saint-Genest-et-Isson',
      },
      identifier: { kind: 'local', value: 'TS2-07' },
    },
  },
  {
    type: 'RegisterCandidate',
    data: { identity: { surname: 'TEVA', firstName: 'Zoé', birthDate: '2001-01-01', birthPlace: 'Papeete' } },
  },
  {
    type: 'RegisterCandidate',
    data: { identity: { surname: 'HOARAU', firstName: 'Loïc', birthDate: '2001-01-02', birthPlace: 'Nîmes' } },
  },
];

/** What happens, each with the hour at which it is told; what happened earlier says so itself. */
const TOLD: readonly (readonly [hour: string, told: Told])[] = [
  ['07:00', planned],
  ...candidates.map((told) => ['07:10', told] as const),
  ['07:20', { type: 'WithdrawCandidate', data: { candidate: 5, reason: 'A quitté le lycée' } }],
  ['07:30', { type: 'IssueAccessCode', actor: PIX, data: { accessCode: 'BCDF23' } }],
  ['07:45', { type: 'PrintSheet', data: { view: 'copyToSign' } }],
  ['08:31', { type: 'MarkPresent', data: { candidate: 1 } }],
  ['08:31', { type: 'RecordSignature', data: { candidate: 1, signature: 'seen' } }],
  ['08:32', { type: 'MarkAbsent', data: { candidate: 4 } }],
  ['08:33', { type: 'VerifyExtraTime', data: { candidate: 2, extraTime: '1/3', evidence: 'Notification de la MDPH' } }],
  ['08:34', { type: 'GrantExtraTime', data: { candidate: 2, extraTime: '1/3' } }],
  ['08:35', { type: 'GiveAccessCode', data: { accessCode: 'BCDF23' } }],
  ['08:50', { type: 'RecordCertificationNumber', data: { candidate: 1, certificationNumber: '#100001' } }],
  ['08:51', { type: 'RecordCertificationNumber', data: { candidate: 2, certificationNumber: '100002' } }],
  ['08:52', { type: 'RecordCertificationNumber', data: { candidate: 3, certificationNumber: '100030' } }],
  ['09:00', { type: 'RecordInterruption', data: { candidate: 2, cause: 'browserClosed' } }],
  ['09:04', { type: 'RecordResumption', data: { candidate: 2, accessCode: 'BCDF23' } }],
  [
    '09:10',
    {
      type: 'SignalProblem',
      data: {
        candidate: 1,
        question: 18,
        examinerAdvised: true,
        category: { code: 'E3', vocabulary: '2019-05' },
        wording: 'Le fichier ne s’ouvre pas',
      },
    },
  ],
  [
    '09:20',
    {
      type: 'ReportFraud',
      data: {
        candidate: 3,
        facts: 'Téléphone sur les genoux.\nRangé après une remarque.',
        witnesses: ['M. OUVRARD'],
        candidateRemarks: 'Dit avoir regardé l’heure.',
      },
    },
  ],
  [
    '09:30',
    { type: 'GrantAllowance', data: { seconds: 600, cause: 'fireAlarm', detail: 'Exercice', candidates: [1, 2] } },
  ],
  ['09:31', { type: 'AddComment', data: { candidate: 2, text: 'Bavarde.' } }],
  ['09:32', { type: 'AddSessionComment', data: { text: 'Travaux dans la cour.' } }],
  ['09:40', { type: 'CorrectStart', data: { startedAt: at('08:40'), reason: 'Horloge de la salle' } }],
  [
    '09:45',
    {
      type: 'CorrectCertificationNumber',
      data: { candidate: 3, certificationNumber: '100003', reason: 'Mal relevé' },
    },
  ],
  ['10:20', { type: 'AnnounceRemainingTime', data: { remainingSeconds: 300 } }],
  ['10:30', { type: 'RecordEndScreen', data: { candidate: 1 } }],
  ['10:35', { type: 'CloseSession', data: {} }],
];

/** What is typed in after the test, and what travels. */
const AFTERWARDS: readonly (readonly [hour: string, told: Told])[] = [
  ['14:00', { type: 'RecordEndScreen', data: { candidate: 3 }, occurredAt: at('10:25') }],
  ['14:01', { type: 'RetractEntry', data: { entry: 25, reason: 'Mauvais candidat' } }],
  ['14:02', { type: 'ExplainMissingEndScreen', data: { candidate: 2, cause: 'technicalProblem' } }],
  [
    '14:30',
    {
      type: 'SubmitSheet',
      data: { digitalSheet: file('a'), signedScan: file('b'), sender: 'Lycée Marcel-Sembat' },
    },
  ],
  ['16:00', { type: 'ReturnSheet', actor: PIX, data: { reason: 'Date de naissance illisible' } }],
  [
    '16:20',
    {
      type: 'CorrectIdentity',
      data: {
        candidate: 1,
        identity: { surname: 'GARÇON', firstName: 'Chloë', birthDate: '2001-02-27', birthPlace: 'Rouen' },
        reason: 'Carte d’identité relue',
      },
    },
  ],
  ['16:21', { type: 'CorrectExtraTime', data: { candidate: 2, extraTime: '1/2', reason: 'Notification relue' } }],
  [
    '16:30',
    {
      type: 'SubmitSheet',
      data: { digitalSheet: file('c'), signedScan: file('b'), sender: 'Lycée Marcel-Sembat' },
    },
  ],
  [
    '17:00',
    {
      type: 'SendResults',
      actor: PIX,
      data: {
        results: [
          { certificationNumber: '100001', obtained: true, score: 412, comment: null },
          { certificationNumber: '100002', obtained: false, score: 12, comment: 'Test non achevé' },
          { certificationNumber: '100003', obtained: false, score: null, comment: null },
        ],
        document: file('d'),
        recipient: 'Lycée Marcel-Sembat',
      },
    },
  ],
  [
    '17:30',
    {
      type: 'CorrectResult',
      actor: PIX,
      data: {
        candidate: 2,
        certificationNumber: '100002',
        obtained: true,
        score: 230,
        comment: null,
        reason: 'Problème technique reconnu',
      },
    },
  ],
];

/** A morning on which something of everything happened, up to its results. */
export function morning(): Story {
  const story = new Story('rouen-b12', at('07:00'));
  for (const [hour, told] of [...TOLD, ...AFTERWARDS]) {
    story.now = at(hour);
    story.must(told);
  }
  return story;
}

/** The events of that morning. */
export const morningEvents = (): readonly SessionEvent[] => morning().events;

/** The revision of the first event of a type; 0 where there is none. */
export const revisionOf = (events: readonly SessionEvent[], type: SessionEvent['type']): number =>
  events.find((event) => event.type === type)?.revision ?? 0;
