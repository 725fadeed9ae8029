import fc from 'fast-check';

/** What somebody does to the event lines of a file; every choice is taken modulo what there is. */
export type Tampering = {
  readonly how: 'change' | 'delete' | 'swap' | 'insert' | 'truncate';
  readonly at: number;
  readonly other: number;
  readonly byte: number;
  readonly bits: number;
};

export const tamperings: fc.Arbitrary<Tampering> = fc.record({
  how: fc.constantFrom('change', 'change', 'delete', 'swap', 'insert', 'truncate'),
  at: fc.nat(9999),
  other: fc.nat(9999),
  byte: fc.nat(99_999),
  bits: fc.integer({ min: 1, max: 255 }),
});

/** The event lines after they were tampered with, and the events that may be called the first wrong one. */
export interface Tampered {
  readonly bytes: Uint8Array;
  readonly first: readonly number[];
}

/** Tampers with event lines; `null` where that changes nothing. */
export function tampered(lines: readonly Uint8Array[], { how, at, other, byte, bits }: Tampering): Tampered | null {
  const [from, to] = [at % lines.length, other % lines.length];
  const [early, late] = [Math.min(from, to), Math.max(from, to)];
  const [line, second] = [lines[early], lines[late]];
  if (line === undefined || second === undefined) return null;
  const joined = (all: readonly Uint8Array[], first = [early + 1]): Tampered => ({ bytes: Buffer.concat(all), first });
  switch (how) {
    case 'change': {
      const changed = Uint8Array.from(line);
      // The last byte ends the line; all others are stored.
      const place = byte % changed.length;
      changed[place] = (changed[place] ?? 0) ^ bits;
      return joined(lines.with(early, changed));
    }
    case 'delete':
      return joined(lines.toSpliced(early, 1));
    case 'swap':
      return early === late ? null : joined(lines.with(early, second).with(late, line));
    case 'insert':
      // Of two that are the same, one after the other, nobody can say which was put in.
      return early === late
        ? joined(lines.toSpliced(early, 0, line), [early + 1, early + 2])
        : joined(lines.toSpliced(early, 0, second));
    case 'truncate':
      return joined(lines.slice(0, early));
  }
}
