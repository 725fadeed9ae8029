/** SHA-256 of bytes, or of a text in UTF-8. The domain computes no digest itself: whoever seals or verifies brings one. */
export interface Digest {
  (data: string | Uint8Array): Uint8Array;
  /** The same as hexadecimal digits, where the runtime writes them quicker than {@link hex}. */
  readonly hex?: (data: string | Uint8Array) => string;
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Bytes as hexadecimal digits, two for each. */
export function hex(bytes: Uint8Array): string {
  let digits = '';
  for (const byte of bytes) digits += HEX[byte];
  return digits;
}

/** The digest of something as hexadecimal digits. */
export const hexDigest = (digest: Digest, data: string | Uint8Array): string => digest.hex?.(data) ?? hex(digest(data));

/** Reads what {@link hex} wrote. */
export const fromHex = (digits: string): Uint8Array =>
  Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
