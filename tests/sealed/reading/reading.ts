import { fingerprint, linkAfter } from './writing.ts';

/** What is known of a record from elsewhere: the fingerprint that an event had. */
export interface Known {
  readonly revision: number;
  readonly hash: string;
}

/** What somebody finds wrong who reads a record by hand. */
export interface Wrong {
  readonly kind: string;
  readonly revision: number;
  /** Which text shows it, from 1; `null` where there is none. */
  readonly place: number | null;
  /** The numbers that are told, the smallest first. */
  readonly numbers: readonly number[];
  /** The session that is told where it is not this one. */
  readonly session: string;
}

/** A text of the record in its place, and what can be told of it alone. */
export interface Line {
  readonly index: number;
  /** What is wrong with its form. */
  readonly unfit: 'not-json' | 'not-canonical' | 'other-stream' | null;
  /** The session that it names. */
  readonly session: string;
  /** Where it belongs: where it says so itself, or else where it stands. */
  readonly revision: number;
  /** The revision that should stand here. */
  readonly expected: number;
  readonly isSealed: boolean;
  /** Whether it carries the fingerprint of what stands before it. */
  readonly isLinked: boolean;
  readonly hash: string;
}

const EVENT = /^.+?,"stream":"(.*?)","revision":(-?\d+),.*?,"previousHash":(?:null|"(.*?)"),"data":/s;

const isSameAgain = (text: string): boolean => JSON.stringify(JSON.parse(text)) === text;

/** What the form of a text is: that of an event, or what speaks against it. */
function formOf(text: string, isStrict: boolean): Line['unfit'] {
  const isEvent = EVENT.test(text) && Number(EVENT.exec(text)?.[2]) > 0;
  if (!isStrict) return isEvent ? null : 'not-json';
  try {
    if (!(JSON.parse(text) instanceof Object)) return 'not-json';
    return isSameAgain(text) ? (isEvent ? null : 'not-json') : 'not-canonical';
  } catch {
    return 'not-json';
  }
}

/** Every text of a session, looked at alone and beside the one before it. */
function linesOf(stream: string, texts: readonly string[], isStrict: boolean): readonly Line[] {
  const lines: Line[] = [];
  for (const [index, text] of texts.entries()) {
    const [, quoted = '', revision, previousHash = ''] = EVENT.exec(text) ?? [];
    const session = JSON.parse(`"${quoted}"`);
    const form = formOf(text, isStrict);
    const unfit = form === null && session !== stream ? 'other-stream' : form;
    const expected = (lines.at(-1)?.revision ?? 0) + 1;
    lines.push({
      index,
      unfit,
      session,
      expected,
      revision: unfit === null ? Number(revision) : expected,
      isSealed: previousHash.length === 64,
      isLinked: previousHash === linkAfter(stream, texts.slice(0, index)),
      hash: fingerprint(text),
    });
  }
  return lines;
}

/**
 * What is wrong with the record of a session, read by hand, with all of it in view: at each place what is said of it is
 * decided by looking at what stands before and after it.
 */
export function readByHand(
  stream: string,
  texts: readonly string[],
  known: readonly Known[],
  isStrict: boolean,
): { readonly lines: readonly Line[]; readonly wrong: readonly Wrong[] } {
  const lines = linesOf(stream, texts, isStrict);

  const isInPlace = ({ unfit, revision, expected }: Line): boolean => unfit === null && revision === expected;
  const contradicts = ({ unfit, revision, hash }: Line): boolean =>
    unfit === null && known.some((head) => head.revision === revision && head.hash !== hash);

  /** Whether two lines do not hold together, and neither is known to be wrong otherwise. */
  const isTornFromBefore = (line: Line): boolean => {
    const before = lines[line.index - 1];
    return isInPlace(line) && line.isSealed && !line.isLinked && !(before !== undefined && isWrong(before));
  };

  /** Of a line that does not hold to the one before it: whether it is this one. */
  const isToBlame = (line: Line): boolean => {
    const next = lines[line.index + 1];
    const isDisowned =
      next !== undefined &&
      next.unfit === null &&
      !next.isLinked &&
      (isInPlace(next) || next.revision === line.revision);
    return line.index === 0 || contradicts(line) || isDisowned;
  };

  const isWrong = (line: Line): boolean =>
    !isInPlace(line) || !line.isSealed || contradicts(line) || (isTornFromBefore(line) && isToBlame(line));

  const say = (kind: string, line: Line, numbers: readonly number[] = [], revision = line.expected): Wrong => ({
    kind,
    revision,
    place: line.index + 1,
    numbers: [revision, ...numbers].toSorted((a, b) => a - b),
    session: kind === 'other-stream' ? line.session : '',
  });

  const misplaced = (line: Line): Wrong => {
    const { revision: found, expected } = line;
    if (found > expected) return say('revision-missing', line, [found]);
    const isBeside = found === expected - 1 && !line.isLinked;
    return say('revision-repeated', line, [found, expected], isBeside ? found : expected);
  };

  const saidOf = (line: Line): readonly Wrong[] => {
    if (line.unfit !== null) return [say(line.unfit, line)];
    if (!isInPlace(line)) return [misplaced(line)];
    if (!line.isSealed) {
      const before = lines.slice(0, line.index).findLast(({ unfit }) => unfit === null);
      return before?.isSealed === false ? [] : [say('not-sealed', line)];
    }
    if (isTornFromBefore(line)) {
      const blamed = isToBlame(line) ? line : lines[line.index - 1];
      return blamed === undefined ? [] : [say('broken-link', blamed, [], blamed.revision)];
    }
    return contradicts(line) ? [say('head-differs', line)] : [];
  };

  const last = lines.at(-1);
  const end = last?.revision ?? 0;
  const furthest = Math.max(0, ...known.map(({ revision }) => revision));
  const cut = { kind: 'cut-off', revision: end + 1, place: last === undefined ? null : last.index + 1, session: '' };
  const isCut = furthest > end ? [{ ...cut, numbers: [end + 1, furthest] }] : [];
  return { lines, wrong: [...lines.flatMap(saidOf), ...isCut] };
}
