import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import type { Session } from '../../../domain/machine/replay.ts';
import type { Answer } from '../../../service/answer.ts';
import type { CommandInput } from '../../../service/register.ts';
import type { History, Step } from '../histories/histories.ts';
import { type SetClock, setClock } from './clock.ts';
import type { FrontDoor, WholeSubject } from './subject.ts';

/** The session of every history. */
export const SESSION = 'session-1';

/** Who tells a command that names nobody, as in the histories. */
export const TELLER = { role: 'examiner', identity: 'lefevre' } as const;

/** A front door with the clock that it looks at. */
export interface Opened {
  readonly front: FrontDoor;
  readonly clock: SetClock;
}

/** The command of a step, as it is sent; its identity follows from its place. */
export const commandOf = ({ told }: Step, index: number): CommandInput & { readonly id: string } => ({
  id: `command-${index + 1}`,
  session: SESSION,
  actor: TELLER,
  ...told,
});

/** Bytes that are different each time, and the same in each run. */
function foreseeable(): (bytes: number) => Uint8Array {
  let last = 1;
  return (bytes) =>
    Uint8Array.from({ length: bytes }, () => {
      last = (last * 48_271) % 2_147_483_647;
      return last & 0xff;
    });
}

/** Opens an empty front door for some work, and closes it whatever happens. */
export async function opening<T>({ open }: WholeSubject, work: (opened: Opened) => Promise<T>): Promise<T> {
  const clock = setClock(0);
  const front = await open({ clock, random: foreseeable() });
  try {
    return await work({ front, clock });
  } finally {
    await front.close();
  }
}

/** Tells one step at its time. */
export function tell({ front, clock }: Opened, step: Step, index: number): Promise<Answer> {
  clock.set(step.now);
  return front.handle(commandOf(step, index));
}

/** The whole record of a history that was told to a new front door. */
export const recorded = (subject: WholeSubject, { steps }: History): Promise<readonly SessionEvent[]> =>
  opening(subject, async (opened) => {
    for (const [index, step] of steps.entries()) await tell(opened, step, index);
    return opened.front.history(SESSION);
  });

/** All that a front door shows of the session. */
export interface Shown {
  readonly session: Session;
  readonly history: readonly SessionEvent[];
}

/** Looks at everything that a front door shows. */
export const look = async ({ front }: Opened): Promise<Shown> => ({
  session: await front.session(SESSION),
  history: await front.history(SESSION),
});

/** Where to cut a list of this length: at its ends, and at so many places between them. */
export function cuts(length: number, between: number): readonly number[] {
  const places = Array.from({ length: between + 2 }, (_, n) => Math.round((length * n) / (between + 1)));
  return [...new Set(places)];
}
