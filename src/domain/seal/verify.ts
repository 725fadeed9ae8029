import type { Position } from '../store/port.ts';
import { genesis, sealOf } from './chain.ts';
import type { Digest } from './digest.ts';
import { type ChainFault, type ChainFinding, chainFinding } from './finding.ts';
import { type Head, isWrittenHead, type WrittenHead } from './head.ts';
import { type Link, linkIn } from './link.ts';

/** A head that somebody has from elsewhere, whole or as it was written down. */
export type KnownHead = Head | WrittenHead;

/** What may be said of the texts of a stream before they are verified. */
export interface ChainOptions {
  /** Heads of this stream that are known from elsewhere. */
  readonly heads?: readonly KnownHead[];
  /**
   * Whether each text is parsed to see that it is written in the one form that this library writes. Default: yes. Where
   * somebody else does that, the digests take most of the time.
   */
  readonly parses?: boolean;
}

/** A verification of one stream, text after text, in memory that does not grow. */
export interface ChainVerifier {
  /** Takes the next text. @returns the head that this text makes, as far as it can be read */
  add(text: string, position?: Position): Head;
  /** What was found up to now, the first wrong event first. Of two links, the last one may not be decided yet. */
  readonly findings: readonly ChainFinding[];
  /** How many findings were not kept. */
  readonly more: number;
  /** Ends the verification. @returns the head of the last text; `null` where there was none */
  end(): Head | null;
}

/** Most findings of one stream that are kept. */
const FINDINGS = 100;

/** A text that was taken. */
interface Taken {
  /** Where it belongs: its own revision, or that of its place where it cannot be read. */
  readonly revision: number;
  readonly seal: string;
  readonly position: Position | null;
  /** Whether something was found in this text itself. */
  readonly isWrong: boolean;
}

/**
 * Verifies the chain of a stream.
 *
 * A change is named at the first event that it shows in: where the digest of an event is not the one that the next event
 * carries, the event was changed; unless the next event's own digest is not right either, by the event after it or by a
 * known head: then it is that one.
 */
export function chainVerifier(digest: Digest, stream: string, options: ChainOptions = {}): ChainVerifier {
  const { heads = [], parses = true } = options;
  const findings: ChainFinding[] = [];
  let more = 0;
  const known = heads.map((head) => ({ revision: head.revision, isHead: comparing(digest, head) }));
  let last: Taken = { revision: 0, seal: genesis(digest, stream), position: null, isWrong: false };
  /** The event before the last one, where the link between the two is broken and it is not decided which is wrong. */
  let suspect: Taken | null = null;
  let wasSealed = true;

  const find = (kind: ChainFault, place: Pick<Taken, 'revision' | 'position'>, quotes = {}): void => {
    const { revision, position } = place;
    if (findings.length < FINDINGS) findings.push(chainFinding(kind, { stream, revision, position }, quotes));
    else more++;
  };

  /** Decides a broken link. @param isLastWrong whether the later of the two events is known to be wrong */
  const settle = (isLastWrong: boolean): void => {
    if (suspect === null) return;
    // Before the first event stands the stream's name, which nobody can have changed.
    const isEarlier = !isLastWrong && suspect.revision > 0;
    find('broken-link', isEarlier ? suspect : last);
    suspect = null;
  };

  /** Where a text says that it belongs, or what is wrong with its form. */
  const reading = (text: string): Link | Misshapen => (parses ? formOf(text) : null) ?? linkIn(text) ?? 'not-json';

  /** What is no event of this stream was found: the event of its place is taken to be the one that is wrong. */
  const unfit = (kind: ChainFault, place: Pick<Taken, 'revision' | 'position'>, seal: string, quotes = {}): Head => {
    settle(false);
    find(kind, place, quotes);
    last = { ...place, seal, isWrong: true };
    return { stream, revision: place.revision, hash: seal };
  };

  /** Something else than the next revision was found. */
  const misplaced = (found: number, isLinked: boolean, position: Position | null): void => {
    const expected = last.revision + 1;
    // Of two that stand for the same revision, one that does not follow the other was put beside it.
    const isTwice = found === last.revision && !isLinked;
    if (found > last.revision) find('revision-missing', { revision: expected, position }, { found });
    else find('revision-repeated', { revision: isTwice ? found : expected, position }, { found, expected });
  };

  const compare = (taken: Taken): Taken => {
    const head = { stream, revision: taken.revision, hash: taken.seal };
    if (known.every(({ revision, isHead }) => revision !== head.revision || isHead(head))) return taken;
    if (suspect === null && !taken.isWrong) find('head-differs', taken);
    return { ...taken, isWrong: true };
  };

  return {
    findings,
    get more() {
      return more;
    },

    add(text, position) {
      const link = reading(text);
      const seal = sealOf(digest, text);
      const place = { revision: last.revision + 1, position: position ?? null };
      if (typeof link === 'string') return unfit(link, place, seal);
      if (link.stream !== stream) return unfit('other-stream', place, seal, { found: link.stream });

      const { revision, previousHash } = link;
      const isLinked = previousHash === last.seal;
      const isNext = revision === place.revision;
      const isDecided = suspect !== null;
      // An event that stands beside another of the same revision tells which of them was there.
      settle(!isLinked && (isNext || revision === last.revision));
      let isWrong = false;
      if (!isNext) {
        misplaced(revision, isLinked, place.position);
        isWrong = true;
      } else if (previousHash === null) {
        if (wasSealed) find('not-sealed', place);
        isWrong = true;
      } else if (!isLinked && !last.isWrong && !isDecided) suspect = last;
      wasSealed = previousHash !== null;
      last = compare({ revision, seal, position: place.position, isWrong });
      if (last.isWrong) settle(true);
      return { stream, revision, hash: seal };
    },

    end() {
      settle(false);
      const { revision, seal, position } = last;
      const furthest = Math.max(0, ...known.map((head) => head.revision));
      if (furthest > revision) find('cut-off', { revision: revision + 1, position }, { known: furthest });
      return revision === 0 ? null : { stream, revision, hash: seal };
    },
  };
}

/** Tells whether a head is the one that is known. */
const comparing = (digest: Digest, known: KnownHead): ((head: Head) => boolean) =>
  'hash' in known ? ({ hash }) => hash === known.hash : (head) => isWrittenHead(digest, head, known);

type Misshapen = 'not-json' | 'not-canonical';

/** What is wrong with the form of a text, by itself. */
function formOf(text: string): Misshapen | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null) return 'not-json';
    return JSON.stringify(value) === text ? null : 'not-canonical';
  } catch {
    return 'not-json';
  }
}
