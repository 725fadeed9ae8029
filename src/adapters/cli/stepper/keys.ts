/** A key as `node:readline` tells it. */
export interface Key {
  readonly name?: string | undefined;
  readonly sequence?: string | undefined;
  readonly ctrl?: boolean | undefined;
}

/** Where somebody who steps through a session is. */
export interface Stand {
  /** How many events are taken in. */
  readonly place: number;
  /** How many lines of the text are above the window. */
  readonly scroll: number;
  readonly shown: 'moment' | 'findings';
  /** What is typed after `g`, the number of an event; `null` where nobody is typing one. */
  readonly typed: string | null;
  /** What is said of the last key; empty where nothing is. */
  readonly said: string;
  readonly isOver: boolean;
}

/** What a key may do depends on how far there is to go. */
export interface Reach {
  /** How many events there are. */
  readonly size: number;
  /** How many lines a page has. */
  readonly page: number;
  /** The place after an event of this revision; `null` where there is none. */
  readonly placeOf: (revision: number) => number | null;
}

/** At the end, where the session stands as it is known today. */
export const standAt = (place: number): Stand => ({
  place,
  scroll: 0,
  shown: 'moment',
  typed: null,
  said: '',
  isOver: false,
});

type Move = (stand: Stand, reach: Reach) => Partial<Stand>;

const to =
  (place: (stand: Stand, reach: Reach) => number): Move =>
  (stand, reach) => ({ place: Math.min(reach.size, Math.max(0, place(stand, reach))), shown: 'moment' });

const by =
  (lines: (reach: Reach) => number): Move =>
  (stand, reach) => ({ scroll: Math.max(0, stand.scroll + lines(reach)) });

const next = to(({ place }) => place + 1);
const previous = to(({ place }) => place - 1);
const over: Move = () => ({ isOver: true });

/** What each key does, by its name or by what it writes. */
const KEYS: Readonly<Record<string, Move>> = {
  right: next,
  j: next,
  left: previous,
  k: previous,
  home: to(() => 0),
  end: to((_, { size }) => size),
  down: by(() => 1),
  up: by(() => -1),
  pagedown: by(({ page }) => page),
  space: by(({ page }) => page),
  pageup: by(({ page }) => -page),
  g: () => ({ typed: '' }),
  f: ({ shown }) => ({ shown: shown === 'findings' ? 'moment' : 'findings', scroll: 0 }),
  q: over,
};

/** Most digits of an event's number. */
const DIGITS = 9;

function typing({ typed, ...stand }: Stand & { readonly typed: string }, { name, sequence }: Key, reach: Reach): Stand {
  const still = (text: string): Stand => ({ ...stand, typed: text.slice(0, DIGITS) });
  if (name === 'escape') return { ...stand, typed: null };
  if (name === 'backspace') return still(typed.slice(0, -1));
  if (name !== 'return' && name !== 'enter') return still(/^\d$/.test(sequence ?? '') ? typed + sequence : typed);
  const place = typed === '' ? null : Number(typed) === 0 ? 0 : reach.placeOf(Number(typed));
  if (place !== null) return { ...stand, typed: null, place, shown: 'moment' };
  return { ...stand, typed: null, said: typed === '' ? '' : `Aucun fait lisible de rang ${typed}.` };
}

/** Where a key leads; a key that means nothing leads nowhere. */
export function pressed(before: Stand, key: Key, reach: Reach): Stand {
  const stand = { ...before, said: '' };
  if (key.ctrl === true) return key.name === 'c' || key.name === 'd' ? { ...stand, isOver: true } : stand;
  const { typed } = stand;
  if (typed !== null) return typing({ ...stand, typed }, key, reach);
  const name = key.name ?? '';
  const move = Object.hasOwn(KEYS, name) ? KEYS[name] : undefined;
  return move === undefined ? stand : { ...stand, ...move(stand, reach) };
}
