/** What a stored text says of its place, as it is written there. */
export interface Link {
  readonly stream: string;
  readonly revision: number;
  /** `null` where the event is not sealed. */
  readonly previousHash: string | null;
}

const STREAM = ',"stream":"';
const REVISION = ',"revision":';
const PREVIOUS = ',"previousHash":';
const HASH_AT = PREVIOUS.length + 1;
const HASH_LENGTH = 64;

/**
 * Reads the place of an event from its stored text without parsing it: that would take longer than the digest.
 *
 * A quotation mark within a JSON string has a backslash before it, and so never a comma: the first `,"stream":` of a
 * text is a field, whatever its strings say; and of the fields of these names the envelope's come first, since `data`
 * is the last one. In a text that is not in the stored form something else may be found: the digest gives that away.
 *
 * @returns `null` where it is not the text of an event
 */
export function linkIn(text: string): Link | null {
  const streamAt = text.indexOf(STREAM);
  const revisionAt = text.indexOf(REVISION, streamAt);
  const previousAt = text.indexOf(PREVIOUS, revisionAt);
  if (Math.min(streamAt, revisionAt, previousAt) < 0) return null;
  const stream = quoted(text.slice(streamAt + STREAM.length, revisionAt - 1));
  const revision = Number(text.slice(revisionAt + REVISION.length, text.indexOf(',', revisionAt + 1)));
  if (stream === null || !(Number.isSafeInteger(revision) && revision >= 1)) return null;
  const quote = text.charAt(previousAt + PREVIOUS.length);
  const hashEnd = previousAt + HASH_AT + HASH_LENGTH;
  const isSealed = quote === '"' && text.charAt(hashEnd) === '"';
  return { stream, revision, previousHash: isSealed ? text.slice(previousAt + HASH_AT, hashEnd) : null };
}

/** What stands between the quotation marks of a JSON string. */
function quoted(written: string): string | null {
  if (!written.includes('\\')) return written;
  try {
    return String(JSON.parse(`"${written}"`));
  } catch {
    return null;
  }
}
