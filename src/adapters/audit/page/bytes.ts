import { fromHex } from '../../../domain/seal/digest.ts';

/** A piece of the file as it stands in the page: its text, or its bytes in hexadecimal digits. */
export interface Piece {
  readonly text: string;
  /** `null` where the text is the piece. */
  readonly hex: string | null;
}

/** Work goes on for as long before the page may answer its reader again, in milliseconds. */
const SLICE = 12;

const ENCODER = new TextEncoder();

/**
 * The bytes of the file, exactly as it was before it was written into the page. They come with pauses, so that a page of
 * any size answers while somebody else reads them.
 *
 * @param pause waits until the page had its turn
 * @param now any clock, in milliseconds
 */
export async function* bytesOf(
  pieces: Iterable<Piece>,
  pause: () => Promise<void>,
  now: () => number,
): AsyncGenerator<Uint8Array> {
  let last = now();
  for (const { text, hex } of pieces) {
    yield hex === null ? ENCODER.encode(text) : fromHex(hex);
    if (now() - last < SLICE) continue;
    await pause();
    last = now();
  }
}
