import { readFile } from 'node:fs/promises';
import { hour } from '../../../projections/french/dates.ts';
import { documentOf } from '../../../service/documents.ts';
import type { Register } from '../../../service/register.ts';
import { readNavette } from '../../navette/index.ts';
import { before } from './before.ts';
import type { ManualClock } from './clock.ts';
import { morning } from './morning.ts';
import { narrate } from './narrate.ts';
import { NAVETTE } from './papers.ts';
import { quiet } from './quiet.ts';
import { CENTRE, instantOf, type Room, type Scene, ZONE } from './scene.ts';

/** The name by which the narration calls a room. */
const ROOMS: Readonly<Record<Room, string>> = {
  morning: 'B204 matin',
  nextDoor: 'B206 matin',
  afternoon: 'B204 après-midi',
  cancelled: 'Salle info 1',
};

const ROW_OF: readonly Room[] = ['morning', 'nextDoor', 'afternoon', 'cancelled'];

const SCENES = [...before, ...morning, ...quiet].toSorted((a, b) => instantOf(a.at) - instantOf(b.at));

/** The sessions of the demonstration, as the Navette planned them. */
export type Sessions = Readonly<Record<Room, string>>;

/** « L'enseignant envoie à certif@pix.fr les informations sur les sessions »: plans what the sample Navette says. */
async function plan(register: Register, say: (text: string) => void): Promise<Sessions> {
  const bytes = await readFile(NAVETTE);
  const reading = readNavette(bytes, { fileName: 'navette-creneaux.csv' });
  const { planned } = await register.planNavette(reading, { actor: CENTRE, document: documentOf(bytes, 'text/csv') });
  say(`── Le 06/05/2019\n09:00  La « Navette créneaux » est envoyée : ${planned.length} sessions sont planifiées.`);
  const [first, second, third, fourth] = planned.map(({ session }) => session);
  if (first === undefined || second === undefined || third === undefined || fourth === undefined) {
    throw new Error(`the sample Navette should plan ${ROW_OF.length} sessions, not ${planned.length}`);
  }
  return { morning: first, nextDoor: second, afternoon: third, cancelled: fourth };
}

/** The access codes that are known by now. */
async function codesOf(register: Register, sessions: Sessions): Promise<Readonly<Record<Room, string>>> {
  const codeOf = async (room: Room) => (await register.session(sessions[room])).state.accessCode ?? '';
  const [one, two, three, four] = await Promise.all(ROW_OF.map(codeOf));
  return { morning: one ?? '', nextDoor: two ?? '', afternoon: three ?? '', cancelled: four ?? '' };
}

/** Lets what was recorded reach those who follow a session. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

async function playScene(
  register: Register,
  sessions: Sessions,
  scene: Scene,
  now: number,
  say: (text: string) => void,
) {
  const { room, actor, at, tell } = scene;
  for (const { at: late, ...command } of tell(await codesOf(register, sessions))) {
    const occurredAt = late === undefined ? {} : { occurredAt: instantOf([at[0], late]) };
    const answer = await register.handle({ session: sessions[room], actor, ...command, ...occurredAt });
    narrate(answer, `${ROOMS[room].padEnd(15)}  `, now, say);
  }
}

/**
 * Plays the demonstration: a day of certification sessions, from the Navette to the results, told as it goes.
 *
 * @param clock stands where the demonstration begins
 */
export async function play(register: Register, clock: ManualClock, say: (text: string) => void): Promise<Sessions> {
  const sessions = await plan(register, say);
  const live = await register.live(sessions.morning, {
    onNotice: ({ at, kind, candidates, remainingSeconds }) => {
      const left = kind === 'timeOver' ? 'le temps est écoulé' : `il reste ${remainingSeconds / 60} minutes`;
      say(`${hour(at, ZONE)}  ${ROOMS.morning.padEnd(15)}  ⏰ candidats ${candidates.join(', ')} : ${left}`);
    },
  });
  let today = '2019-05-06';
  for (const scene of SCENES) {
    const [day] = scene.at;
    await settle();
    clock.goTo(instantOf(scene.at));
    if (day !== today) say(`\n── Le ${day.split('-').reverse().join('/')}`);
    today = day;
    await playScene(register, sessions, scene, clock.now(), say);
  }
  live.stop();
  return sessions;
}
