import type { LogRoot } from '../../domain/seal/log.ts';
import type { KnownHead } from '../../domain/seal/verify.ts';
import { ChainCheck } from './checks/chain.ts';
import { documentsCheck, type GivenDocument } from './checks/documents.ts';
import { LifecycleCheck } from './checks/lifecycle.ts';
import { PersonalCheck } from './checks/personal.ts';
import { rootChecks } from './checks/roots.ts';
import { SchemaCheck } from './checks/schema.ts';
import { type FoundSignature, signatureCheck } from './checks/signature.ts';
import type { Header, HeadLine } from './format.ts';
import { type EventPart, type Part, partsOf } from './parts.ts';
import { conclusionsOf } from './proves.ts';
import type { TrustedKey } from './trusted.ts';
import type { EvidenceVerdict } from './verdict.ts';

/** What a verifier brings along, all of it from elsewhere than the file. */
export interface EvidenceOptions {
  /** The keys whose signatures count. A key that came with the file proves nothing. None: no signature is verified. */
  readonly trusted: readonly TrustedKey[];
  /** A head of the session that is known, whole or as it was written down. */
  readonly head?: KnownHead;
  /** Roots of the log that are known. */
  readonly roots?: readonly LogRoot[];
  /** Files, to be compared with those that the events speak of. */
  readonly documents?: readonly GivenDocument[];
}

/**
 * Verifies an evidence file: without a database or a network, in memory that does not grow with the number of events,
 * and never beyond the limits of the format, whatever the file is.
 *
 * Nothing is thrown for what stands in the file: everything that is wrong is in the verdict. What the source throws is
 * thrown on.
 *
 * @param source the bytes of the file, for instance `createReadStream(path)`
 */
export async function verifyEvidence(
  source: AsyncIterable<Uint8Array>,
  options: EvidenceOptions,
): Promise<EvidenceVerdict> {
  const verification = new Verification(options);
  for await (const part of partsOf(source)) verification.take(part);
  return verification.verdict();
}

/** The checks of one file. */
class Verification {
  private readonly options: EvidenceOptions;
  private readonly schema = new SchemaCheck();
  private readonly lifecycle = new LifecycleCheck();
  private header: Header | null = null;
  private chain = new ChainCheck('', null);
  private personal = new PersonalCheck(null, new Map());
  private events = 0;
  private line: HeadLine | null = null;
  private signature: FoundSignature | null = null;

  constructor(options: EvidenceOptions) {
    this.options = options;
  }

  take(part: Part): void {
    switch (part.kind) {
      case 'header':
        this.header = part.header;
        this.chain = new ChainCheck(part.header.stream, this.options.head ?? null);
        return;
      case 'keys':
        this.personal = new PersonalCheck(this.header?.person ?? null, part.keys);
        return;
      case 'event':
        this.event(part);
        return;
      case 'head':
        this.line = part.line;
        if (this.header !== null) this.schema.compare(this.header, this.events);
        return;
      case 'signature':
        this.signature = part;
        return;
      case 'fault': {
        const isEventMissing = this.line === null && this.events < (this.header?.events ?? 0);
        this.schema.stop(part.code, part.line, isEventMissing ? this.events + 1 : null);
      }
    }
  }

  private event({ place, reading }: EventPart): void {
    this.events = place;
    this.chain.add(reading);
    const strict = this.schema.read(place, reading);
    const event = strict?.kind === 'read' ? strict.event : null;
    this.lifecycle.add(event);
    if (event !== null && reading.kind === 'read') this.personal.add(place, reading.value, event);
  }

  async verdict(): Promise<EvidenceVerdict> {
    const { trusted, roots = [], documents = [] } = this.options;
    const { header, line, personal } = this;
    const { check: signature, signed } = await signatureCheck(header, this.signature, trusted);
    const { checks: ends, head, vouchedUpTo } = this.chain.end({ line: line?.head ?? null, signed });
    const shown = [this.schema.end(), ...ends];
    const checks = [
      ...shown,
      ...(await rootChecks(head, line, { trusted, roots })),
      signature,
      this.lifecycle.end(line !== null),
      personal.end(),
      documentsCheck(this.schema.documents, documents),
    ];
    const firstWrong = Math.min(...shown.map(({ revision }) => revision ?? Number.POSITIVE_INFINITY));
    const found = {
      sound: checks.every(({ outcome }) => outcome !== 'fails'),
      header,
      head,
      vouchedUpTo,
      firstWrong: Number.isFinite(firstWrong) ? firstWrong : null,
      checks,
      unreadable: personal.unreadable,
      erased: [...personal.erased],
    };
    return { ...found, ...conclusionsOf(found) };
  }
}
