import type { RuleText } from '../../../domain/rules/define.ts';
import type { Head } from '../../../domain/seal/head.ts';
import { type ChainVerifier, chainVerifier, type KnownHead } from '../../../domain/seal/verify.ts';
import { sha256 } from '../../crypto/node.ts';
import { Findings } from '../findings.ts';
import type { JsonReading } from '../json.ts';
import { checked, type EvidenceCheck } from '../verdict.ts';

const LINKED: RuleText = {
  en: 'Each event carries the digest of the one before it.',
  fr: 'Chaque événement porte l’empreinte de celui qui le précède.',
};

const NOT_READ: RuleText = {
  en: 'The events could not be read to their end.',
  fr: 'Les événements n’ont pu être lus jusqu’à la fin.',
};

const MET: RuleText = {
  en: 'The head that is known, or signed, is the one of these events.',
  fr: 'L’empreinte connue, ou signée, est bien celle de ces événements.',
};

const NOT_KNOWN: RuleText = {
  en: 'No head is known from elsewhere, and none is signed by a trusted key: the file is its own witness.',
  fr: 'Aucune empreinte n’est connue d’ailleurs ni signée par une clé de confiance : le fichier est son propre témoin.',
};

const OF_ANOTHER: RuleText = {
  en: 'The head that is known is of {other}, and the file is of {stream}.',
  fr: 'L’empreinte connue est celle de {other}, et le fichier celui de {stream}.',
};

const LINE_DIFFERS: RuleText = {
  en: 'The line of the head does not say what the events before it are.',
  fr: 'La ligne de l’empreinte ne dit pas ce que sont les événements qui la précèdent.',
};

/** Faults of the end of a chain, and not of a link in it. */
const OF_THE_HEAD: readonly string[] = ['head-differs', 'cut-off'];

/** What is known of the head when all of the file was read. */
export interface HeadsAtTheEnd {
  /** What the file says; `null` where it was not read so far. */
  readonly line: Head | null;
  /** What a trusted key signed. */
  readonly signed: Head | null;
}

/** What the chain and its end were found to be. */
export interface ChainEnd {
  readonly checks: readonly [EvidenceCheck, EvidenceCheck];
  /** The head that the events have; `null` where there are none. */
  readonly head: Head | null;
  /** The last revision for which a head vouches that is known, or signed by a trusted key; `null` where none does. */
  readonly vouchedUpTo: number | null;
}

/** Whether the events are linked, and end where they must. */
export class ChainCheck {
  private readonly stream: string;
  private readonly known: KnownHead | null;
  private readonly heads: KnownHead[];
  private readonly verifier: ChainVerifier;
  private last: string | null = null;

  /** @param known a head from elsewhere */
  constructor(stream: string, known: KnownHead | null) {
    this.stream = stream;
    this.known = known;
    this.heads = known?.stream === stream ? [known] : [];
    this.verifier = chainVerifier(sha256, stream, { heads: this.heads });
  }

  /** Takes the next event. The last one waits, since what follows the events says what it must be. */
  add(reading: JsonReading): void {
    if (this.last !== null) this.verifier.add(this.last);
    this.last = reading.kind === 'read' ? reading.text : '';
  }

  end({ line, signed }: HeadsAtTheEnd): ChainEnd {
    const last = signed ?? line;
    // The most trustworthy alone says which event is wrong: of two that contradict each other, one would blame the event.
    if (last !== null && this.heads.every(({ revision }) => revision < last.revision)) this.heads.push(last);
    if (this.last !== null) this.verifier.add(this.last);
    const head = this.verifier.end();

    const { chain, ends } = this.sorted();
    if (this.known !== null && this.known.stream !== this.stream) {
      ends.say('head-of-another', OF_ANOTHER, null, { other: this.known.stream, stream: this.stream });
    }
    if (ends.list.length === 0 && line !== null && !isSame(line, head))
      ends.say('head-line-differs', LINE_DIFFERS, null);
    const isVouchedFor = this.known !== null || signed !== null;
    const headCheck = checked('head', ends, isVouchedFor ? 'holds' : 'notChecked', isVouchedFor ? MET : NOT_KNOWN);
    const isRead = head !== null && line !== null;
    const chainCheck = isRead
      ? checked('chain', chain, 'holds', LINKED)
      : checked('chain', chain, 'notChecked', NOT_READ);
    const revision = Math.max(this.known?.revision ?? 0, signed?.revision ?? 0);
    return { checks: [chainCheck, headCheck], head, vouchedUpTo: headCheck.outcome === 'holds' ? revision : null };
  }

  private sorted(): { readonly chain: Findings; readonly ends: Findings } {
    const [chain, ends] = [new Findings(), new Findings()];
    for (const { kind, revision, en, fr } of this.verifier.findings) {
      (OF_THE_HEAD.includes(kind) ? ends : chain).add({ code: kind, revision, en, fr });
    }
    chain.more += this.verifier.more;
    return { chain, ends };
  }
}

const isSame = (line: Head, head: Head | null): boolean =>
  line.stream === head?.stream && line.revision === head.revision && line.hash === head.hash;
