/** Most columns of a line of source text. */
const WIDTH = 120;

const NAME = /^[A-Za-z_$][\w$]*$/;

/** Characters that source text should not hold as they are: controls, other ends of lines, halves of characters. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

const escaped = (character: string): string =>
  character === '\n'
    ? '\\n'
    : [...Array(character.length).keys()]
        .map((n) => `\\u${character.charCodeAt(n).toString(16).padStart(4, '0')}`)
        .join('');

const occurrences = (text: string, part: string): number => text.split(part).length - 1;

/** A string between the quotes that need fewer escapes. */
export function stringLiteral(text: string): string {
  const quote = occurrences(text, "'") > occurrences(text, '"') ? '"' : "'";
  const plain = text.replaceAll('\\', '\\\\').replaceAll(quote, `\\${quote}`);
  return quote + plain.replace(INVISIBLE, escaped) + quote;
}

/** What a value consists of, as text without its brackets; `null` where it has none. */
function partsOf(
  value: unknown,
): { readonly brackets: string; readonly parts: readonly (readonly [string, unknown])[] } | null {
  if (Array.isArray(value)) return { brackets: '[]', parts: value.map((item): [string, unknown] => ['', item]) };
  if (typeof value !== 'object' || value === null) return null;
  const fields = Object.entries(value).filter(([, field]) => field !== undefined);
  return {
    brackets: '{}',
    parts: fields.map(([name, field]) => [`${NAME.test(name) ? name : stringLiteral(name)}: `, field]),
  };
}

/** A value on one line. */
function flat(value: unknown): string {
  const whole = partsOf(value);
  if (whole === null) return typeof value === 'string' ? stringLiteral(value) : String(value);
  const { brackets, parts } = whole;
  const inner = parts.map(([name, part]) => name + flat(part)).join(', ');
  const space = brackets === '{}' && parts.length > 0 ? ' ' : '';
  return brackets.charAt(0) + space + inner + space + brackets.charAt(1);
}

/** Lists of several structures stand one below the other even where they would fit on a line. */
const isList = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 1 &&
  value.every((item) => typeof item === 'object' && item !== null && Object.keys(item).length > 1);

const mustBreak = (value: unknown): boolean =>
  isList(value) || (partsOf(value)?.parts.some(([, part]) => mustBreak(part)) ?? false);

/** A field or an item on a line of its own; a string that is too long for the line stands below its name. */
function field(name: string, part: unknown, indent: number): string {
  const text = literal(part, indent, indent + name.length + 1);
  const isTooLong = typeof part === 'string' && indent + name.length + text.length + 1 > WIDTH;
  return name !== '' && isTooLong ? `${name.trimEnd()}\n${' '.repeat(indent + 2)}${text}` : name + text;
}

/**
 * A value made of plain objects, lists, strings, numbers, booleans and `null` as source text, broken into lines where
 * it does not fit on one, as formatters do.
 *
 * @param indent how far the line on which it begins is indented, in columns
 * @param taken columns that are taken on its first line: the indent, what stands before it, and one for what follows it
 */
export function literal(value: unknown, indent = 0, taken = indent + 1): string {
  const whole = partsOf(value);
  const oneLine = flat(value);
  if (whole === null || (taken + oneLine.length <= WIDTH && !mustBreak(value))) return oneLine;
  const { brackets, parts } = whole;
  if (parts.length === 0) return oneLine;
  const lines = parts.map(([name, part]) => `${' '.repeat(indent + 2)}${field(name, part, indent + 2)},`);
  return [brackets.charAt(0), ...lines, `${' '.repeat(indent)}${brackets.charAt(1)}`].join('\n');
}
