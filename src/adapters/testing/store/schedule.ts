import fc from 'fast-check';

/** Who goes on next, and when. */
export interface Turn {
  /** Which participant, from 0. The turn of one who does not wait for it passes: so the others keep theirs. */
  readonly who: number;
  /** 0: once nobody is under way any more. From 1: after so many steps of the event loop's queue, less one. */
  readonly haste: number;
}

/**
 * A schedule of at most five participants. fast-check's own scheduler reorders as well, but its schedules are not made
 * smaller, and it lets whatever was begun come to rest before it goes on; this one becomes "one after the other" as it
 * shrinks.
 */
export const schedules: fc.Arbitrary<readonly Turn[]> = fc.array(
  fc.record({ who: fc.nat(4), haste: fc.oneof(fc.constant(0), { weight: 3, arbitrary: fc.constant(1) }, fc.nat(6)) }),
  { maxLength: 32, size: 'max' },
);

/** Waits until it is one's turn. The label says what for. */
export type Await = (label: string) => Promise<void>;

/**
 * Lets several participants go on in the order of a schedule; where it ends, they go on one after the other.
 *
 * @param heard - is told each turn, as it is taken
 * @throws what a participant throws, once all have ended
 */
export async function interleave(
  turns: readonly Turn[],
  participants: readonly ((turn: Await) => Promise<void>)[],
  heard: (label: string) => void,
): Promise<void> {
  const waiting = new Map<number, { readonly label: string; readonly go: () => void }>();
  let underWay = participants.length;
  let rested = () => {};
  const rest = () => {
    underWay--;
    if (underWay === 0) rested();
  };
  const allRest = async () => {
    if (underWay > 0) await new Promise<void>((resolve) => (rested = resolve));
  };
  const goOn = (who: number) => {
    const next = waiting.get(who);
    if (next === undefined) return;
    waiting.delete(who);
    underWay++;
    heard(next.label);
    next.go();
  };
  const ends = Promise.allSettled(
    participants.map((participant, who) => {
      const turn: Await = (label) =>
        new Promise((go) => {
          waiting.set(who, { label, go });
          rest();
        });
      return participant(turn).finally(rest);
    }),
  );

  for (const { who, haste } of turns) {
    if (haste === 0) await allRest();
    else for (let step = 1; step < haste; step++) await Promise.resolve();
    goOn(who);
  }
  for (;;) {
    await allRest();
    const [next] = waiting.keys();
    if (next === undefined) break;
    goOn(next);
  }
  for (const end of await ends) if (end.status === 'rejected') throw end.reason;
}
