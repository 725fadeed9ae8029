import { type Head, headText, readHead } from '../../../../domain/seal/head.ts';
import { visible } from '../../../../projections/terminal/visible.ts';
import { sha256 } from '../../../crypto/node.ts';
import { type TrustedKey, trustedKeyOf } from '../../../evidence/trusted.ts';
import type { EvidenceCheck, EvidenceVerdict } from '../../../evidence/verdict.ts';
import { verifyEvidence } from '../../../evidence/verify.ts';

/** What a reader brings from elsewhere than the page; empty where they have none. */
export interface Brought {
  /** A public key: PEM or JWK. */
  readonly key: string;
  /** The head of the session as it was printed. */
  readonly head: string;
}

/** How far the verification has come. */
export type Verification =
  | { readonly kind: 'running' }
  | { readonly kind: 'done'; readonly verdict: EvidenceVerdict; readonly brought: Brought }
  /** What the reader brought cannot be used; what was found before stands. */
  | { readonly kind: 'unusable'; readonly field: keyof Brought; readonly fr: string };

export const NOTHING_BROUGHT: Brought = { key: '', head: '' };

const KEY_FAULTS: Readonly<Record<string, string>> = {
  'key-unreadable': 'Cette clé ne peut être lue : collez une clé publique entière, en PEM (SPKI) ou en JWK.',
  'key-algorithm': 'Cette clé n’est pas une clé Ed25519.',
  'key-private': 'Ceci est une clé privée : elle doit rester chez son propriétaire. Il faut la clé publique.',
};

const HEAD_FAULT =
  'Cette empreinte ne peut être lue : recopiez-la en entier, avec le nom de la session et le rang (session-b204@57 8QK4-…).';

/**
 * Verifies the file anew.
 *
 * @param open gives the bytes of the file from the first one on
 */
export async function verification(open: () => AsyncIterable<Uint8Array>, brought: Brought): Promise<Verification> {
  const key = await keyIn(brought.key);
  if (typeof key === 'string') return { kind: 'unusable', field: 'key', fr: key };
  const head = brought.head.trim() === '' ? null : readHead(sha256, brought.head);
  if (head === null && brought.head.trim() !== '') return { kind: 'unusable', field: 'head', fr: HEAD_FAULT };
  const options = { trusted: key === null ? [] : [key], ...(head === null ? {} : { head }) };
  return { kind: 'done', verdict: await verifyEvidence(open(), options), brought };
}

/** The key that somebody pasted; `null` where nothing was, a text where it cannot be used. */
async function keyIn(text: string): Promise<TrustedKey | string | null> {
  if (text.trim() === '') return null;
  try {
    return await trustedKeyOf(text.trim());
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
    return KEY_FAULTS[code] ?? KEY_FAULTS['key-unreadable'] ?? '';
  }
}

/** The head as a person compares it with paper. */
export const shortHead = (head: Head): string => visible(headText(sha256, head));

/** What the whole comes to, in a few words. */
export interface Standing {
  readonly kind: 'running' | 'fails' | 'unsigned' | 'signed';
  readonly fr: string;
}

/** Where the verification stands. */
export function standingOf(found: Verification, before: EvidenceVerdict | null): Standing {
  const verdict = found.kind === 'done' ? found.verdict : before;
  if (verdict === null) return { kind: 'running', fr: 'Vérification en cours…' };
  if (!verdict.sound) return { kind: 'fails', fr: 'Ce dossier n’est pas en ordre' };
  const signature = verdict.checks.find(({ check }) => check === 'signature');
  return signature?.outcome === 'holds'
    ? { kind: 'signed', fr: 'En ordre, signé par la clé donnée' }
    : { kind: 'unsigned', fr: 'En ordre, signature non vérifiée' };
}

/** Findings that are listed under a check. */
const LISTED = 20;

/** What a check found beside the first thing, which its own words name. */
export const othersFound = ({
  findings,
  more,
}: EvidenceCheck): { readonly list: readonly string[]; readonly more: number } => ({
  list: findings.slice(1, 1 + LISTED).map(({ fr }) => visible(fr)),
  more: more + Math.max(0, findings.length - 1 - LISTED),
});
