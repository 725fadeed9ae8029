import type { Person } from '../../domain/privacy/person.ts';
import type { KeptKey } from '../../domain/store/keys.ts';
import type { MasterKey } from './masters.ts';
import { unwrappedKey } from './wrapping.ts';

/** Most keys that are kept at hand: those of some hundred sessions. */
const MOST = 4_096;

interface Known {
  readonly wrapped: string;
  readonly key: Uint8Array;
}

/** Keys that were unwrapped before. */
export interface Remembered {
  /** The key of a row that was read from the table just now; `null` where it was destroyed. */
  unwrapped(kept: KeptKey): Uint8Array | null;
  forget(stream: string, person: Person): void;
  clear(): void;
}

/**
 * Spares the unwrapping, and never the look into the table: a key is only given out for the row that it came from, so
 * that what another process destroyed is gone here as well.
 */
export function rememberedKeys(masters: ReadonlyMap<string, MasterKey>): Remembered {
  const known = new Map<string, Known>();
  const nameOf = (stream: string, person: Person): string => JSON.stringify([stream, person]);

  const forget = (stream: string, person: Person): void => {
    const name = nameOf(stream, person);
    known.get(name)?.key.fill(0);
    known.delete(name);
  };

  const unwrap = (kept: KeptKey, name: string): Uint8Array | null => {
    const key = unwrappedKey(masters, kept);
    forget(kept.stream, kept.person);
    if (key === null || kept.wrapped === null) return null;
    const [eldest] = known.keys();
    if (known.size >= MOST && eldest !== undefined) known.delete(eldest);
    known.set(name, { wrapped: kept.wrapped, key });
    return key;
  };

  return {
    unwrapped(kept) {
      const name = nameOf(kept.stream, kept.person);
      const found = known.get(name);
      const key = found !== undefined && found.wrapped === kept.wrapped ? found.key : unwrap(kept, name);
      // A copy, so that nobody's use of it changes another's.
      return key?.slice() ?? null;
    },
    forget,
    clear() {
      for (const { key } of known.values()) key.fill(0);
      known.clear();
    },
  };
}
