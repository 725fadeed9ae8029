import { leafOf } from '../../domain/seal/head.ts';
import { linkIn } from '../../domain/seal/link.ts';
import type { LogRoot } from '../../domain/seal/log.ts';
import { leafDigest } from '../../domain/seal/merkle.ts';
import { type ChainVerifier, chainVerifier, type KnownHead } from '../../domain/seal/verify.ts';
import type { EventStore } from '../../domain/store/port.ts';
import { sha256 } from '../crypto/node.ts';
import { ofChain, type StoreFinding, storeFinding } from './findings.ts';
import { lifecycleFindings } from './lifecycles.ts';
import { gapsIn } from './positions.ts';
import { rootsVerifier } from './roots.ts';
import { textsOf } from './texts.ts';

/** What is known of a record from elsewhere, and what is asked of it. */
export interface VerifyOptions {
  /** Roots of the log of heads that were kept somewhere else. */
  readonly roots?: readonly LogRoot[];
  /** Heads of streams that were kept somewhere else, whole or written down on paper. */
  readonly heads?: readonly KnownHead[];
  /** Whether each session is judged by the rules as well, which reads the record a second time. Default: no. */
  readonly lifecycle?: boolean;
}

/** What became of a store. */
export interface StoreVerdict {
  readonly streams: number;
  readonly events: number;
  /** The root of the log of heads over all events as they stand there. */
  readonly root: string;
  /** Of each stream the first wrong event first, then what is wrong with the record as a whole. */
  readonly findings: readonly StoreFinding[];
  /** How many findings were not kept: at most a hundred are. */
  readonly more: number;
}

const FINDINGS = 100;

/**
 * Verifies a sealed store: one pass over all stored texts, with the chain of every stream, and every root and head that
 * is known from elsewhere. Without any of these, somebody who could write the whole record could have written it anew.
 *
 * Expected outcomes are findings; a store that cannot be read at all throws its `StoreError`.
 */
export async function verifyStore(store: EventStore, options: VerifyOptions = {}): Promise<StoreVerdict> {
  const { roots = [], heads = [], lifecycle = false } = options;
  const known = Map.groupBy(heads, ({ stream }) => stream);
  const chains = new Map<string, ChainVerifier>();
  const log = rootsVerifier(roots);
  const gaps = gapsIn(store);
  const unreadable: StoreFinding[] = [];

  const chainOf = (stream: string): ChainVerifier => {
    const begun = chains.get(stream);
    if (begun !== undefined) return begun;
    const chain = chainVerifier(sha256, stream, { heads: known.get(stream) ?? [] });
    chains.set(stream, chain);
    return chain;
  };

  for await (const { position, text } of textsOf(store)) {
    await gaps.see(position);
    const link = linkIn(text);
    if (link === null) {
      unreadable.push(storeFinding('text-unreadable', { position }));
      // Nobody's head: whatever stood there is in no root any more.
      log.add(leafDigest(sha256, text));
    } else {
      const { stream, revision } = link;
      const { hash } = chainOf(stream).add(text, position);
      log.add(leafDigest(sha256, leafOf({ stream, revision, hash })));
    }
  }

  const streams = [...chains.keys()];
  for (const stream of known.keys()) chainOf(stream);
  for (const chain of chains.values()) chain.end();
  const ofChains = [...chains.values()];
  const findings = [
    ...ofChains.flatMap((chain) => chain.findings.map(ofChain)),
    ...unreadable,
    ...gaps.findings,
    ...log.end(),
    ...(lifecycle ? await lifecycleFindings(store, streams) : []),
  ];
  return {
    streams: streams.length,
    events: log.size,
    root: log.root(),
    findings: findings.slice(0, FINDINGS),
    more: Math.max(0, findings.length - FINDINGS) + ofChains.reduce((sum, { more }) => sum + more, 0),
  };
}
