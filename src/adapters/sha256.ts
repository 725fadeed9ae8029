import { hash } from 'node:crypto';
import type { Digest } from '../domain/seal/digest.ts';

/** SHA-256 as the runtime computes it. */
export const sha256: Digest = Object.assign((data: string | Uint8Array) => hash('sha256', data, 'buffer'), {
  hex: (data: string | Uint8Array) => hash('sha256', data),
});
