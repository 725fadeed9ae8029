import type { RuleText } from '../../../domain/rules/define.ts';
import type { Head } from '../../../domain/seal/head.ts';
import { Findings, filled } from '../findings.ts';
import { type Header, type SignedPayload, signedPayload } from '../format.ts';
import { opened, UNTRUSTED } from '../jws.ts';
import type { TrustedKey } from '../trusted.ts';
import { checked, type EvidenceCheck } from '../verdict.ts';

const HOLDS: RuleText = {
  en: 'The file is byte for byte what the key {kid} signed.',
  fr: 'Le dossier est, octet pour octet, celui que la clé {kid} a signé.',
};

const CHANGED: RuleText = {
  en: 'The file is no longer what the key {kid} signed: it was changed.',
  fr: 'Le dossier n’est plus celui que la clé {kid} a signé : il a été modifié.',
};

const ANOTHER: RuleText = {
  en: 'The key {kid} signed a file of another kind or of another session.',
  fr: 'La clé {kid} a signé un dossier d’une autre nature ou d’une autre session.',
};

const NOT_READ: RuleText = {
  en: 'The file could not be read up to its signature.',
  fr: 'Le dossier n’a pu être lu jusqu’à sa signature.',
};

const NO_KEY: RuleText = {
  en: 'The file is signed; no trusted key was given to verify it.',
  fr: 'Le dossier est signé ; aucune clé de confiance n’a été donnée pour le vérifier.',
};

const UNSIGNED: RuleText = {
  en: 'Nobody signed the file: it vouches for nothing but its own order.',
  fr: 'Personne n’a signé le dossier : il ne garantit rien d’autre que son propre ordre.',
};

/** The signature as it stands in the file. */
export interface FoundSignature {
  /** `null` where nobody signed. */
  readonly token: string | null;
  /** The digest of every byte before it. */
  readonly sha256: string;
}

/**
 * Whether the file is what a trusted key signed.
 *
 * @returns the check, and the head that a trusted key signed, whatever became of the file since
 */
export async function signatureCheck(
  header: Header | null,
  found: FoundSignature | null,
  trusted: readonly TrustedKey[],
): Promise<{ readonly check: EvidenceCheck; readonly signed: Head | null }> {
  const findings = new Findings();
  const notChecked = (words: RuleText) => ({
    check: checked('signature', findings, 'notChecked', words),
    signed: null,
  });
  if (header === null || found === null) return notChecked(NOT_READ);
  if (found.token === null) return notChecked(UNSIGNED);
  if (trusted.length === 0) return notChecked(NO_KEY);
  const answer = await opened(found.token, 'emargement-evidence+jws', trusted);
  const payload = answer.kind === 'trusted' ? (signedPayload.safeParse(answer.payload).data ?? null) : null;
  if (answer.kind === 'untrusted' || payload === null) {
    const why = answer.kind === 'untrusted' ? answer.why : 'token-unreadable';
    findings.say(why, UNTRUSTED[why], null);
    return { check: checked('signature', findings, 'holds', NOT_READ), signed: null };
  }
  const { kid } = answer;
  const { sha256, stream, revision, hash } = payload;
  if (sha256 !== found.sha256) findings.say('file-changed', CHANGED, null, { kid });
  const isOfThis = isOf(header, payload);
  if (!isOfThis) findings.say('file-of-another', ANOTHER, null, { kid });
  return {
    check: checked('signature', findings, 'holds', filled(HOLDS, { kid })),
    signed: isOfThis ? { stream, revision, hash } : null,
  };
}

const isOf = ({ stream, kind }: Header, signed: SignedPayload): boolean =>
  signed.stream === stream && signed.kind === kind;
