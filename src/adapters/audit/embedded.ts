/** How many bytes stand in one piece of the page, unless the file ends before. */
const PIECE = 65_536;

/** Below this, a byte is a character of its own in UTF-8. */
const ASCII = 0x80;

const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** What a browser does not give back as it stands in the source of a page: it reads one as the other, or drops it. */
const ALTERED = /[\0\r]/;

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/**
 * A file as it stands in the source of a page: in elements of which the texts, one after the other, are its bytes in
 * UTF-8. Somebody who looks at the source reads the file line by line. What a browser would not give back exactly
 * (bytes that are no UTF-8, NUL, carriage returns) stands as hexadecimal digits in an attribute, so that no file, however
 * damaged, becomes another one by being shown.
 *
 * Holds one piece in memory at a time.
 */
export async function* embedded(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of source) {
    // A copy: whoever reads a file may use the memory of a chunk again.
    waiting.push(Uint8Array.from(chunk));
    length += chunk.length;
    if (length < PIECE) continue;
    const bytes = Buffer.concat(waiting);
    let from = 0;
    while (bytes.length - from >= PIECE) {
      const to = from + wholeCharacters(bytes.subarray(from, from + PIECE));
      yield piece(bytes.subarray(from, to));
      from = to;
    }
    waiting = [bytes.subarray(from)];
    length = bytes.length - from;
  }
  if (length > 0) yield piece(Buffer.concat(waiting));
}

/** How many of these bytes end with a whole character; all of them, where no end is to be found. */
function wholeCharacters(bytes: Uint8Array): number {
  const last = bytes.findLastIndex((byte) => byte < ASCII);
  return last === -1 ? bytes.length : last + 1;
}

function piece(bytes: Uint8Array): string {
  const text = textOf(bytes);
  if (text === null) return `<pre data-hex="${Buffer.from(bytes).toString('hex')}"></pre>`;
  // A browser drops a line break that follows the tag, and nothing after it.
  return `<pre>\n${text.replace(/[&<>]/g, (character) => ENTITIES[character] ?? character)}</pre>`;
}

function textOf(bytes: Uint8Array): string | null {
  try {
    const text = DECODER.decode(bytes);
    return ALTERED.test(text) ? null : text;
  } catch {
    return null;
  }
}
