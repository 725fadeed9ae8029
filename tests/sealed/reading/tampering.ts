import fc from 'fast-check';
import { continued, linkAfter, type Page, written } from './writing.ts';

/** What of a record is there before somebody does something to it. */
interface Found {
  readonly stream: string;
  readonly texts: readonly string[];
  /** Which text is meant, from 0. */
  readonly at: number;
  readonly text: string;
  /** How much, how far, or where to. */
  readonly by: number;
}

/** The session to which events are moved. */
export const OTHER = 'session-autre';

/** What stands for an event and is none. */
const RUBBISH = [
  '',
  'null',
  ' null',
  ' 7',
  '"x"',
  '7',
  '[1]',
  '{}',
  '{"id":1,"stream":"a"}',
  '{"id":1,"revision":1,"previousHash":null}',
];

const HASHES = [null, '', 'x'.repeat(63), '0'.repeat(64)];

/** A text that says something otherwise; what is no event stays as it is. */
function edited(text: string, edit: (page: Page) => Partial<Page>): string {
  if (!text.startsWith('{"id":"')) return text;
  const page: Page = JSON.parse(text);
  return JSON.stringify({ ...page, ...edit(page) });
}

const edit =
  (change: (page: Page, found: Found) => Partial<Page>) =>
  (found: Found): readonly string[] =>
    found.texts.with(
      found.at,
      edited(found.text, (page) => change(page, found)),
    );

const DEEDS = {
  'says something else': edit(({ data }, { by }) => ({ data: { was: data, by } })),
  'links it to something else': edit((_, { by }) => ({ previousHash: HASHES[by % HASHES.length] ?? null })),
  'links it to what stands before it': edit((_, { stream, texts, at }) => ({
    previousHash: linkAfter(stream, texts.slice(0, at)),
  })),
  'links it to what stands elsewhere': edit((_, { stream, texts, by }) => ({
    previousHash: linkAfter(stream, texts.slice(0, by % (texts.length + 1))),
  })),
  'gives it another number': edit(({ revision }, { by }) => ({ revision: revision + (by % 5) - 2 })),
  'moves it to another session': edit(() => ({ stream: OTHER })),
  'puts rubbish in its place': ({ texts, at, by }) => texts.with(at, RUBBISH[by % RUBBISH.length] ?? ''),
  'writes the same in other bytes': ({ texts, at, text }) => texts.with(at, text.replace(',"type"', ', "type"')),
  'adds a bracket': ({ texts, at, text }) => texts.with(at, `[${text}`),
  'takes some out': ({ texts, at, by }) => texts.toSpliced(at, 1 + (by % 3)),
  'takes the rest out': ({ texts, at }) => texts.slice(0, at),
  'puts a copy elsewhere': ({ texts, text, by }) => texts.toSpliced(by % (texts.length + 1), 0, text),
  'swaps two': ({ texts, at, text, by }) => {
    const other = by % texts.length;
    return texts.with(at, texts[other] ?? '').with(other, text);
  },
  'puts one in': ({ stream, texts, at, by }) => {
    const previousHash = linkAfter(stream, by % 2 === 0 ? [] : texts.slice(0, at));
    return texts.toSpliced(at, 0, written({ stream, revision: at + 1, previousHash, data: { by } }));
  },
  'writes all anew from there': ({ stream, texts, at, by }) =>
    continued(
      stream,
      texts.slice(0, at),
      Array.from({ length: texts.length - at }, (_, n) => by + n),
    ),
  'writes all anew from there, linked to something else': ({ stream, texts, at, by }) => {
    const first = written({ stream, revision: at + 1, previousHash: '0'.repeat(64), data: { by } });
    const data = texts.slice(at + 1).map((_, n) => by + n);
    return continued(stream, [...texts.slice(0, at), first], data);
  },
  'takes the seals off': ({ texts, at, by }) =>
    texts.map((text, n) => (n >= at && n <= at + (by % 4) ? edited(text, () => ({ previousHash: null })) : text)),
} as const satisfies Record<string, (found: Found) => readonly string[]>;

/** Something that somebody does to a record, at a place that is a share of what there is. */
export interface Deed {
  readonly deed: keyof typeof DEEDS;
  readonly at: number;
  readonly by: number;
}

const NAMES = Object.keys(DEEDS) as readonly Deed['deed'][];

/** What somebody does to a record, one thing after the other. */
export const deeds: fc.Arbitrary<readonly Deed[]> = fc.array(
  fc.record({ deed: fc.constantFrom(...NAMES), at: fc.nat(30), by: fc.nat(30) }),
  { maxLength: 4 },
);

/** A record after somebody did something to it. */
export const after = (stream: string, texts: readonly string[], done: readonly Deed[]): readonly string[] =>
  done.reduce((left, { deed, at: share, by }) => {
    if (left.length === 0) return left;
    const at = share % left.length;
    return DEEDS[deed]({ stream, texts: left, at, text: left[at] ?? '', by });
  }, texts);
