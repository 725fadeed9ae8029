import type { Actor } from '../../../domain/store/envelope.ts';
import type { Register } from '../../../service/register.ts';
import type { ManualClock } from './clock.ts';
import { narrate } from './narrate.ts';
import { MORNING } from './people.ts';
import { CENTRE, endScreens, instantOf, number, PIX, type Scene, sending, submission, type Told } from './scene.ts';

/** The session that is disputed. */
const SESSION = 'litige';

const EXAMINER: Actor = { role: 'examiner', identity: 'lefevre.anne-sophie' };

/** What somebody does at one moment of it. */
interface DisputeScene extends Pick<Scene, 'at' | 'actor'> {
  readonly tell: (accessCode: string) => readonly Told[];
}

const by =
  (actor: Actor, day: string) =>
  (time: string, ...told: readonly Told[]): DisputeScene => ({ at: [day, time], actor, tell: () => told });

const onTheDay = by(EXAMINER, '2019-05-14');

const PLAN: Told = {
  type: 'PlanSession',
  data: {
    establishment: {
      name: 'Lycée Marie-Curie',
      address: '12 rue des Lilas',
      postalCode: '76300',
      city: 'Sotteville-lès-Rouen',
    },
    slot: { date: '2019-05-14', start: '08:30', end: '10:30', site: 'Bâtiment principal', room: 'B204' },
    examiners: [{ id: EXAMINER.identity, name: { surname: 'Lefèvre', firstName: 'Anne-Sophie' } }],
  },
};

/** Camille Martin, Aminata Diallo, who has a third more time, and Noé Petit. */
const CANDIDATES = MORNING.filter((_, index) => [0, 2, 6].includes(index));

const arrival = CANDIDATES.flatMap((_, index): readonly Told[] => [
  { type: 'MarkPresent', data: { candidate: index + 1 } },
  { type: 'RecordSignature', data: { candidate: index + 1, signature: 'seen' } },
]);

/** A session that is closed too early, whose PV changes after it was sent, and in which fraud is reported at night. */
const SCENES: readonly DisputeScene[] = [
  by(CENTRE, '2019-05-06')('09:00', PLAN),
  by(PIX, '2019-05-09')('14:00', { type: 'IssueAccessCode', data: {} }),
  by(EXAMINER, '2019-05-13')('16:30', ...CANDIDATES.map((data): Told => ({ type: 'RegisterCandidate', data }))),
  onTheDay(
    '08:20',
    ...arrival,
    { type: 'VerifyExtraTime', data: { candidate: 2, extraTime: '1/3', evidence: 'Notification présentée' } },
    { type: 'GrantExtraTime', data: { candidate: 2, extraTime: '1/3' } },
  ),
  {
    ...onTheDay('08:34'),
    tell: (accessCode) => [{ type: 'GiveAccessCode', data: { accessCode } }],
  },
  onTheDay('08:40', number(1, '100132'), number(2, '100124'), number(3, '100127')),
  onTheDay('10:15', { type: 'AnnounceRemainingTime', data: { remainingSeconds: 240 } }),
  onTheDay('10:18', ...endScreens(1, 3)),
  onTheDay('10:40', { type: 'CloseSession', data: {} }),
  onTheDay('10:41', { type: 'ExplainMissingEndScreen', data: { candidate: 2, cause: 'timeRanOut' } }),
  onTheDay('11:30', submission('Première feuille')),
  onTheDay('19:40', {
    type: 'ReportFraud',
    data: { candidate: 3, facts: 'Consulte son téléphone sous la table.', witnesses: [], candidateRemarks: null },
    at: '09:50',
  }),
  by(PIX, '2019-05-16')('10:00', {
    type: 'ReturnSheet',
    data: { reason: 'Le numéro de certification du candidat 1 n’existe pas.' },
  }),
  by(EXAMINER, '2019-05-16')(
    '14:10',
    {
      type: 'CorrectCertificationNumber',
      data: { candidate: 1, certificationNumber: '100123', reason: 'Mal lu sur l’écran' },
    },
    submission('Seconde feuille'),
  ),
  by(PIX, '2019-05-28')(
    '09:00',
    sending([
      { certificationNumber: '100123', obtained: true, score: 412 },
      { certificationNumber: '100124', obtained: true, score: 301 },
      { certificationNumber: '100127', obtained: false, comment: 'Fraude : décision du jury' },
    ]),
  ),
];

/** When the disputed session begins: it is planned. */
export const DISPUTE_BEGINS = instantOf(['2019-05-06', '09:00']);

/**
 * Plays a session over which there is a dispute, told as it goes.
 *
 * @param clock stands where it begins
 * @returns the session's identity
 */
export async function playDispute(
  register: Register,
  clock: ManualClock,
  say: (text: string) => void,
): Promise<string> {
  let today = '';
  for (const { at, actor, tell } of SCENES) {
    const [day] = at;
    clock.goTo(instantOf(at));
    if (day !== today) say(`\n── Le ${day.split('-').reverse().join('/')}`);
    today = day;
    const { accessCode } = (await register.session(SESSION)).state;
    for (const { at: late, ...command } of tell(accessCode ?? '')) {
      const occurredAt = late === undefined ? {} : { occurredAt: instantOf([day, late]) };
      narrate(await register.handle({ session: SESSION, actor, ...command, ...occurredAt }), '', clock.now(), say);
    }
  }
  return SESSION;
}
