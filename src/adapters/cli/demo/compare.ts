import { isDeepStrictEqual } from 'node:util';
import { checkedReplay } from '../../../domain/machine/replay.ts';
import { pvText } from '../../../projections/pv/text.ts';
import { sheetText } from '../../../projections/sheet/text.ts';
import type { Register } from '../../../service/register.ts';

/** What a register shows of a session. */
export interface Shown {
  readonly session: Awaited<ReturnType<Register['session']>>;
  readonly sheet: string;
  readonly pv: string;
  readonly events: number;
}

/** Looks at a session as this register knows it. */
export async function look(register: Register, session: string): Promise<Shown> {
  return {
    session: await register.session(session),
    sheet: sheetText(await register.sheet(session)),
    pv: pvText(await register.pv(session)),
    events: (await register.history(session)).length,
  };
}

/**
 * What differs between a session as it was known while it was recorded, and as the record gives it back.
 *
 * @returns in French; empty where nothing differs and every event is legal
 */
export async function differencesTo(register: Register, session: string, before: Shown): Promise<readonly string[]> {
  const after = await look(register, session);
  const { breaches, ...replayed } = checkedReplay(await register.history(session));
  return [
    ...(isDeepStrictEqual(after.session, before.session) ? [] : ['l’état relu diffère']),
    ...(isDeepStrictEqual(replayed, before.session) ? [] : ['l’état rejoué diffère']),
    ...(after.sheet === before.sheet ? [] : ['la feuille diffère']),
    ...(after.pv === before.pv ? [] : ['le PV diffère']),
    ...breaches.map(({ revision }) => `le fait de rang ${revision} est illégal`),
  ];
}
