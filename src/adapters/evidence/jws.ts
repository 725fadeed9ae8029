import { CompactSign, compactVerify, decodeProtectedHeader } from 'jose';
import type { RuleText } from '../../domain/rules/define.ts';
import { fromBase64url } from '../crypto/node.ts';
import type { Signer } from './keys.ts';
import { TOKEN_LENGTH } from './limits.ts';
import type { TrustedKey } from './trusted.ts';

/** What a signed token is for; a token for one purpose says nothing for the other. */
export type TokenType = 'emargement-root+jws' | 'emargement-evidence+jws';

/** Why a token counts for nothing. */
export const UNTRUSTED = {
  'token-unreadable': {
    en: 'What was signed cannot be read.',
    fr: 'Ce qui a été signé ne peut être lu.',
  },
  'token-for-another-use': {
    en: 'What was signed was signed for something else.',
    fr: 'Ce qui a été signé l’a été pour autre chose.',
  },
  'signature-of-no-trusted-key': {
    en: 'The signature is of none of the trusted keys, or it was changed.',
    fr: 'La signature n’est d’aucune des clés de confiance, ou elle a été modifiée.',
  },
} as const satisfies Record<string, RuleText>;

/** Why a token counts for nothing. */
export type Untrusted = keyof typeof UNTRUSTED;

/** A token whose signature was verified, or why it counts for nothing. */
export type Opened =
  | { readonly kind: 'trusted'; readonly payload: unknown; readonly kid: string }
  | { readonly kind: 'untrusted'; readonly why: Untrusted };

const ALGORITHMS = ['EdDSA', 'Ed25519'];

/** Signs a small value: a compact JWS (RFC 7515) with Ed25519 (RFC 8037). */
export const signed = (value: object, typ: TokenType, { key, kid }: Signer): Promise<string> =>
  new CompactSign(new TextEncoder().encode(JSON.stringify(value)))
    .setProtectedHeader({ alg: 'EdDSA', typ, kid })
    .sign(key);

/** Opens a token with the keys that the verifier trusts. What the token says of its own key is a hint to people alone. */
export async function opened(token: string, typ: TokenType, trusted: readonly TrustedKey[]): Promise<Opened> {
  const claimed = typeOf(token);
  if (claimed === null) return { kind: 'untrusted', why: 'token-unreadable' };
  if (claimed !== typ) return { kind: 'untrusted', why: 'token-for-another-use' };
  for (const { key, kid } of trusted) {
    const payload = await payloadBy(token, key);
    if (payload !== null) return { kind: 'trusted', payload: jsonOf(payload), kid };
  }
  return { kind: 'untrusted', why: 'signature-of-no-trusted-key' };
}

/** What a token says, whoever signed it; `null` where it cannot be read. */
export const saidBy = (token: string): unknown => jsonOf(fromBase64url(token.split('.')[1] ?? '') ?? new Uint8Array());

function typeOf(token: string): string | null {
  // Written in the one way in which it is written here, so that no two tokens are the same.
  if (token.length > TOKEN_LENGTH || token.split('.').some((part) => fromBase64url(part) === null)) return null;
  try {
    return decodeProtectedHeader(token).typ ?? '';
  } catch {
    return null;
  }
}

async function payloadBy(token: string, key: TrustedKey['key']): Promise<Uint8Array | null> {
  try {
    return (await compactVerify(token, key, { algorithms: ALGORITHMS })).payload;
  } catch {
    return null;
  }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return null;
  }
}
