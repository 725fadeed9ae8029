import { type Digest, fromHex } from './digest.ts';

/** What stands for a stream up to an event: whoever holds it can tell whether anything before was changed. */
export interface Head {
  readonly stream: string;
  readonly revision: number;
  /** The digest of the event's stored bytes, 64 hexadecimal digits. */
  readonly hash: string;
}

/** A head as a leaf of the log of heads. */
export const leafOf = ({ stream, revision, hash }: Head): string => JSON.stringify([stream, revision, hash]);

/** Crockford's alphabet: no letter in it is mistaken for another, or for a digit. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BITS = 5;

/** 130 bits of the digest, and 10 bits that check what was copied by hand. */
const SYMBOLS = 26;
const CHECKS = 2;
const GROUP = 4;

/** The first bits of some bytes, five by five. */
const symbols = (bytes: Uint8Array, count: number): string =>
  Array.from({ length: count }, (_, n) => {
    const at = n * BITS;
    const pair = ((bytes[at >> 3] ?? 0) << 8) | (bytes[(at >> 3) + 1] ?? 0);
    return ALPHABET.charAt((pair >> (16 - BITS - (at % 8))) & 31);
  }).join('');

const checked = (digest: Digest, place: string, code: string): string =>
  code + symbols(digest(`${place} ${code}`), CHECKS);

const grouped = (code: string): string => code.replaceAll(new RegExp(`.{${GROUP}}(?=.)`, 'g'), '$&-');

/**
 * A head as a person copies and compares it: `session-b204@57 8QK4-…`, seven groups of four. It holds 130 bits of the
 * digest, and two characters that give away a slip of the pen in it, in the revision or in the stream's name.
 */
export function headText(digest: Digest, { stream, revision, hash }: Head): string {
  const place = `${stream}@${revision}`;
  return `${place} ${grouped(checked(digest, place, symbols(fromHex(hash), SYMBOLS)))}`;
}

/** A head as it was read from paper: what {@link headText} holds of it. */
export interface WrittenHead extends Omit<Head, 'hash'> {
  /** The code without its groups. */
  readonly code: string;
}

/** A head in whatever groups, with room around it. */
const WRITTEN = /^\s*(?<place>(?<stream>\S+)@(?<revision>\d{1,15}))\s(?<written>[\w\s-]+)$/;

type Parts = Readonly<Record<'place' | 'stream' | 'revision' | 'written', string>>;

/**
 * Reads a head that somebody copied: in capitals or not, grouped or not, O for 0 and I or L for 1.
 *
 * @returns `null` where it cannot be one, or a slip of the pen is in it
 */
export function readHead(digest: Digest, text: string): WrittenHead | null {
  const parts = WRITTEN.exec(text)?.groups;
  if (parts === undefined) return null;
  const { place, stream, revision, written } = parts as Parts;
  const code = written.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return checked(digest, place, code.slice(0, SYMBOLS)) === code ? { stream, revision: Number(revision), code } : null;
}

/** Whether a head is the one that was written. */
export function isWrittenHead(digest: Digest, head: Head, written: WrittenHead): boolean {
  const { stream, revision, code } = written;
  if (stream !== head.stream || revision !== head.revision) return false;
  return checked(digest, `${stream}@${revision}`, symbols(fromHex(head.hash), SYMBOLS)) === code;
}
