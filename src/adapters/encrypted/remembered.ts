import type { Person } from '../../domain/privacy/person.ts';
import type { KeptKey } from '../../domain/store/keys.ts';
import { keyOfBytes } from '../crypto/node.ts';
import type { SecretKey } from '../crypto/secretKey.ts';
import type { Master } from './masters.ts';
import { unwrappedKey } from './wrapping.ts';

/** Most keys that are kept at hand: those of some hundred sessions. */
const MOST = 4_096;

interface Known {
  readonly wrapped: string;
  readonly key: SecretKey;
  /** When the row that it came from was last asked for; milliseconds of a clock that never goes back. */
  askedAt: number;
}

/** When a row is asked for, before it is. */
export interface Asked {
  readonly at: number;
  readonly forgotten: number;
}

/** Keys that were unwrapped before. */
export interface Remembered {
  /** To be called before the table is asked for what {@link unwrapped} is given. */
  asking(): Asked;
  /** The key of a row that was read from the table just now; `null` where it was destroyed. */
  unwrapped(kept: KeptKey, asked: Asked): SecretKey | null;
  /** A key whose row was read so short a while ago that it may be used to write with; else `null`. */
  recent(stream: string, person: Person): SecretKey | null;
  forget(stream: string, person: Person): void;
  clear(): void;
}

/**
 * Spares the unwrapping, and, for {@link Remembered.recent} alone, the look into the table.
 *
 * @param recentMs how short a while, in milliseconds
 */
export function rememberedKeys(masters: ReadonlyMap<string, Master>, recentMs: number): Remembered {
  const known = new Map<string, Known>();
  // What was asked for before a key was forgotten, and is answered after that, is not remembered.
  let forgotten = 0;
  const nameOf = (stream: string, person: Person): string => `${person.length} ${person} ${stream}`;

  const remember = (name: string, found: Known): void => {
    const [eldest] = known.keys();
    if (known.size >= MOST && eldest !== undefined) known.delete(eldest);
    known.set(name, found);
  };

  return {
    asking: () => ({ at: performance.now(), forgotten }),

    unwrapped(kept, asked) {
      const name = nameOf(kept.stream, kept.person);
      const found = known.get(name);
      if (found !== undefined && found.wrapped === kept.wrapped) {
        found.askedAt = asked.at;
        return found.key;
      }
      known.delete(name);
      const bytes = unwrappedKey(masters, kept);
      if (bytes === null || kept.wrapped === null) return null;
      const key = keyOfBytes(bytes);
      bytes.fill(0);
      if (asked.forgotten === forgotten) remember(name, { wrapped: kept.wrapped, key, askedAt: asked.at });
      return key;
    },

    recent(stream, person) {
      const found = known.get(nameOf(stream, person));
      return found !== undefined && performance.now() - found.askedAt < recentMs ? found.key : null;
    },

    forget(stream, person) {
      forgotten++;
      known.delete(nameOf(stream, person));
    },

    clear() {
      forgotten++;
      known.clear();
    },
  };
}
