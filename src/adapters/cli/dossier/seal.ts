import type { ChainFinding } from '../../../domain/seal/finding.ts';
import { type Head, headText } from '../../../domain/seal/head.ts';
import { sha256 } from '../../crypto/node.ts';
import type { EvidenceVerdict } from '../../evidence/index.ts';

/** Whether what was read is what was recorded, as far as it was verified. */
export interface Seal {
  /** `fails` where something verified is wrong; `notVouched` where nothing is, and nobody outside vouches for it. */
  readonly outcome: 'holds' | 'notVouched' | 'fails';
  /** What follows, in French; the first sentence says whether the seal holds. */
  readonly sentences: readonly string[];
  /** The last event, in the short form that stands on signed paper; `null` where there is none. */
  readonly head: string | null;
  /** The whole verdict on a file; `null` where a register was read. */
  readonly verdict: EvidenceVerdict | null;
  /** What is wrong with the chain of a session in a register. */
  readonly findings: readonly ChainFinding[];
}

const COMPARE = 'Comparer cette empreinte à celle du papier signé : elle seule montre que rien n’a été réécrit.';

const shortOf = (head: Head | null): string | null => (head === null ? null : headText(sha256, head));

/** What is said of a file by what verified it. */
export function sealOfFile(verdict: EvidenceVerdict): Seal {
  const { sound, checks, head } = verdict;
  const common = { head: shortOf(head), verdict, findings: [] };
  if (!sound) {
    const failing = checks.filter(({ outcome }) => outcome === 'fails').map(({ fr }) => fr);
    return {
      ...common,
      outcome: 'fails',
      sentences: ['ROMPU : ce dossier n’est pas en ordre. La tâche verify en dit tout.', ...failing],
    };
  }
  if (checks.some(({ check, outcome }) => check === 'signature' && outcome === 'holds')) {
    return { ...common, outcome: 'holds', sentences: ['vérifié : signé par une clé de confiance, tel quel.'] };
  }
  const sentence = 'chaîne intacte, signature non vérifiée (--key CLÉ.pub.pem) : rien ne dit qui a fait ce dossier.';
  return { ...common, outcome: 'notVouched', sentences: [sentence] };
}

/** What is said of a session in a register by its chain. */
export function sealOfChain(head: Head | null, findings: readonly ChainFinding[]): Seal {
  const common = { head: shortOf(head), verdict: null, findings };
  if (findings.length > 0) {
    const sentences = ['ROMPU : cette session n’est pas ce qui a été scellé.', ...findings.map(({ fr }) => fr)];
    return { ...common, outcome: 'fails', sentences };
  }
  return { ...common, outcome: 'notVouched', sentences: ['chaîne intacte.', COMPARE] };
}
