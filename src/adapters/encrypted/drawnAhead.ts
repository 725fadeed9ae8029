import { randomBytes } from 'node:crypto';
import type { Random } from './wrapping.ts';

/** Bytes that are drawn at once. */
const DRAWN = 4_096;

/**
 * Random bytes from the machine's own source, drawn ahead: asking it takes as long for one byte as for thousands. Each
 * byte is given out once. For what is no secret, such as a nonce: what was drawn lies in memory until it is used.
 */
export function drawnAhead(): Random {
  let bytes = new Uint8Array();
  return (count) => {
    if (bytes.length < count) bytes = new Uint8Array(randomBytes(Math.max(DRAWN, count)));
    const given = bytes.slice(0, count);
    bytes = bytes.subarray(count);
    return given;
  };
}
