import { FILE_BYTES, LINE_BYTES } from './limits.ts';

/** A line of a file without its end, or why there is no more to read. */
export type Line =
  | { readonly kind: 'line'; readonly bytes: Uint8Array }
  | { readonly kind: 'fault'; readonly code: 'line-too-long' | 'file-too-large' | 'last-line-without-end' };

const END = 10;

/**
 * Cuts a file into its lines. It holds one line at a time, and stops at the first fault: what is larger than the limits
 * is not read to its end.
 */
export async function* linesOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  let parts: Uint8Array[] = [];
  let length = 0;
  let total = 0;
  for await (const chunk of source) {
    let from = 0;
    for (let end = chunk.indexOf(END); end !== -1; end = chunk.indexOf(END, from)) {
      if (length + end - from > LINE_BYTES) return yield { kind: 'fault', code: 'line-too-long' };
      if (total + end >= FILE_BYTES) return yield { kind: 'fault', code: 'file-too-large' };
      yield { kind: 'line', bytes: joined([...parts, chunk.subarray(from, end)]) };
      [parts, length, from] = [[], 0, end + 1];
    }
    const rest = chunk.subarray(from);
    length += rest.length;
    total += chunk.length;
    if (length > LINE_BYTES) return yield { kind: 'fault', code: 'line-too-long' };
    if (total > FILE_BYTES) return yield { kind: 'fault', code: 'file-too-large' };
    // A copy: whoever reads a file may use the memory of a chunk again.
    if (rest.length > 0) parts.push(Uint8Array.from(rest));
  }
  if (length > 0) yield { kind: 'fault', code: 'last-line-without-end' };
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  if (first !== undefined && parts.length === 1) return first;
  const line = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    line.set(part, at);
    at += part.length;
  }
  return line;
}
