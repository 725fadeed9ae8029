/** What an object literal calls the texts that people read. */
const TEXTS: readonly string[] = ['text', 'en', 'fr', 'label'];

/** What only a text that people read is written with: a blank, or a letter that no name in code has. */
const READ_BY_PEOPLE = /[ \u00a0-\uffff]/u;

/** A place in the syntax tree, as far as it is looked at here. */
interface Place {
  readonly node: {
    readonly type: string;
    readonly key?: { readonly name?: string };
    readonly value?: unknown;
    readonly quasis?: readonly { readonly value: { readonly raw: string } }[];
    readonly expressions?: readonly { readonly type: string }[];
  };
}

/** What may stand in a sentence without being a decision of its own. */
const MENTIONS: readonly string[] = ['Identifier', 'MemberExpression', 'CallExpression'];

/** A literal that reads like a sentence or a heading, and decides nothing. */
const isSentence = ({ node: { type, value, quasis = [], expressions = [] } }: Place): boolean =>
  (type === 'StringLiteral' && typeof value === 'string' && READ_BY_PEOPLE.test(value)) ||
  (type === 'TemplateLiteral' &&
    quasis.some((quasi) => READ_BY_PEOPLE.test(quasi.value.raw)) &&
    expressions.every((expression) => MENTIONS.includes(expression.type)));

const isNamedText = ({ node: { type, key } }: Place): boolean =>
  type === 'ObjectProperty' && key?.name !== undefined && TEXTS.includes(key.name);

/** Why a mutant is left out, as the report says it. */
export const A_TEXT = 'a text that people read';

/** Leaves out the texts that people read: a mutated sentence says nothing about the rules. */
export const strykerPlugins = [
  {
    kind: 'Ignore',
    name: 'texts',
    value: { shouldIgnore: (path: Place) => (isNamedText(path) || isSentence(path) ? A_TEXT : undefined) },
  },
];
