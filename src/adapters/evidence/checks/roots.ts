import type { RuleText } from '../../../domain/rules/define.ts';
import { type Head, leafOf } from '../../../domain/seal/head.ts';
import type { LogRoot } from '../../../domain/seal/log.ts';
import { leafDigest, rootByPath } from '../../../domain/seal/merkle.ts';
import { sha256 } from '../../crypto/node.ts';
import { Findings, filled } from '../findings.ts';
import type { HeadLine, Inclusion } from '../format.ts';
import { UNTRUSTED } from '../jws.ts';
import { type RootVerdict, verifyRoot } from '../root.ts';
import type { TrustedKey } from '../trusted.ts';
import { checked, type EvidenceCheck } from '../verdict.ts';

const INCLUDED: RuleText = {
  en: 'The digest of the last event here stands in the log of {size} events whose root is vouched for.',
  fr: 'L’empreinte du dernier événement figure dans le journal de {size} événements dont la racine est attestée.',
};

const NO_PATH: RuleText = {
  en: 'The file holds no path to a root.',
  fr: 'Le dossier ne contient aucun chemin vers une racine.',
};

const NO_ROOT: RuleText = {
  en: 'No root is vouched for: nothing outside the file bears witness to the session.',
  fr: 'Aucune racine n’est attestée : rien d’extérieur au dossier ne témoigne de la session.',
};

const NOT_INCLUDED: RuleText = {
  en: 'The path from the last event does not lead to the root of the log of {size} events: the session is not the one that stands there.',
  fr: 'Le chemin depuis le dernier événement ne mène pas à la racine du journal de {size} événements : la session n’est pas celle qui y figure.',
};

const SIGNED: RuleText = {
  en: 'The root of the log of {size} events was signed on {at} by the key {kid}.',
  fr: 'La racine du journal de {size} événements a été signée le {at} par la clé {kid}.',
};

const KNOWN: RuleText = {
  en: 'The root of the log of {size} events is known from elsewhere.',
  fr: 'La racine du journal de {size} événements est connue d’ailleurs.',
};

const NO_KEY: RuleText = {
  en: 'A signed root is in the file; no trusted key was given to verify it.',
  fr: 'Le dossier contient une racine signée ; aucune clé de confiance n’a été donnée pour la vérifier.',
};

const DIFFERS: RuleText = {
  en: 'The signed root of the log of {size} events is not the one that is known from elsewhere: the record was written anew.',
  fr: 'La racine signée du journal de {size} événements n’est pas celle connue d’ailleurs : l’historique a été réécrit.',
};

/** What vouches for a root. */
export interface RootSources {
  readonly trusted: readonly TrustedKey[];
  /** Roots that are known from elsewhere. */
  readonly roots: readonly LogRoot[];
}

/**
 * Whether the session stands in the log of heads, and the log's root is vouched for.
 *
 * @param head the head of the events in the file, as it was computed; `null` where they were not read whole
 * @param line what the file says
 */
export async function rootChecks(
  head: Head | null,
  line: HeadLine | null,
  { trusted, roots }: RootSources,
): Promise<readonly [EvidenceCheck, EvidenceCheck]> {
  const token = line?.root ?? null;
  const isLeftOut = token === null || trusted.length === 0;
  const signed = isLeftOut ? null : await verifyRoot(token, trusted);
  const size = line?.inclusion?.size;
  const known = roots.find((root) => root.size === size) ?? null;
  const root = rootCheck(signed, known, token !== null);
  const vouched = known ?? (signed?.kind === 'trusted' ? signed.root : null);
  return [inclusionCheck(head, line?.inclusion ?? null, vouched), root];
}

function rootCheck(signed: RootVerdict | null, known: LogRoot | null, isThere: boolean): EvidenceCheck {
  const findings = new Findings();
  if (signed?.kind === 'untrusted') findings.say(signed.why, UNTRUSTED[signed.why], null);
  if (signed?.kind === 'trusted') {
    const { root, kid } = signed;
    const { size, at } = root;
    if (known?.size === size && known.root !== root.root) findings.say('root-differs', DIFFERS, null, { size });
    return checked('root', findings, 'holds', filled(SIGNED, { size, at: new Date(at).toISOString(), kid }));
  }
  if (known !== null) return checked('root', findings, 'holds', filled(KNOWN, { size: known.size }));
  return checked('root', findings, 'notChecked', isThere ? NO_KEY : NO_ROOT);
}

function inclusionCheck(head: Head | null, path: Inclusion | null, root: LogRoot | null): EvidenceCheck {
  const findings = new Findings();
  if (head === null || path === null) return checked('inclusion', findings, 'notChecked', NO_PATH);
  if (root === null) return checked('inclusion', findings, 'notChecked', NO_ROOT);
  const { size } = root;
  const isThere = isIncluded(head, path, root);
  if (!isThere) findings.say('not-included', NOT_INCLUDED, null, { size });
  return checked('inclusion', findings, 'holds', filled(INCLUDED, { size }));
}

/** Whether a path leads from a head to a root. */
export const isIncluded = (head: Head, path: Inclusion, { size, root }: LogRoot): boolean =>
  path.size === size && rootByPath(sha256, leafDigest(sha256, leafOf(head)), path) === root;
