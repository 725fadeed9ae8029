import type { Actor } from '../../../domain/store/envelope.ts';
import { AFTERNOON, NEXT_DOOR, type Registration } from './people.ts';
import { endScreens, number, PIX, type Room, type Scene, sending, submission, type Told } from './scene.ts';

/** A session in which nothing happens that is not foreseen. */
interface Quiet {
  readonly room: Room;
  readonly examiner: string;
  readonly candidates: readonly Registration[];
  /** The hours of the entry, the code, the numbers, the last end screen, the closing and the submission. */
  readonly hours: readonly [entered: string, given: string, begun: string, ended: string, closed: string, sent: string];
  readonly firstNumber: number;
}

function scenesOf({ room, examiner, candidates, hours, firstNumber }: Quiet): readonly Scene[] {
  const lines = candidates.map((_, index) => index + 1);
  const numbers = lines.map((candidate) => String(firstNumber + candidate));
  const [entered, given, begun, ended, closed, sent] = hours;
  const actor: Actor = { role: 'examiner', identity: examiner };
  const scene = (time: string, tell: Scene['tell']): Scene => ({ at: ['2019-05-14', time], room, actor, tell });
  return [
    {
      at: ['2019-05-13', '17:00'],
      room,
      actor,
      tell: () => [
        ...candidates.map((data): Told => ({ type: 'RegisterCandidate', data })),
        { type: 'PrintSheet', data: { view: 'copyToSign' } },
      ],
    },
    scene(entered, () =>
      lines.map((candidate) => ({ type: 'RecordSignature', data: { candidate, signature: 'seen' } })),
    ),
    scene(given, (codes) => [{ type: 'GiveAccessCode', data: { accessCode: codes[room] } }]),
    scene(begun, () => numbers.map((certificationNumber, index) => number(index + 1, certificationNumber))),
    scene(ended, () => endScreens(...lines)),
    scene(closed, () => [{ type: 'CloseSession', data: {} }]),
    scene(sent, () => [submission(`Feuille ${room}`)]),
    {
      at: ['2019-05-28', '09:00'],
      room,
      actor: PIX,
      tell: () => [
        sending(numbers.map((certificationNumber) => ({ certificationNumber, obtained: true, score: 350 }))),
      ],
    },
  ];
}

/** The other two sessions of the day. */
export const quiet: readonly Scene[] = [
  ...scenesOf({
    room: 'nextDoor',
    examiner: 'n-diaye.ousmane',
    candidates: NEXT_DOOR,
    hours: ['08:25', '08:31', '08:36', '10:12', '10:17', '11:05'],
    firstNumber: 100_200,
  }),
  ...scenesOf({
    room: 'afternoon',
    examiner: 'lefevre.anne-sophie',
    candidates: AFTERNOON,
    hours: ['13:55', '14:02', '14:06', '16:10', '16:25', '17:00'],
    firstNumber: 100_300,
  }),
];
