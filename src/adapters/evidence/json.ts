import { DEPTH } from './limits.ts';

/** What a line's bytes say, or why they say nothing. */
export type JsonReading =
  | { readonly kind: 'read'; readonly text: string; readonly value: unknown }
  | {
      readonly kind: 'fault';
      readonly code: 'byte-order-mark' | 'windows-line-end' | 'not-utf-8' | 'nested-too-deeply' | 'not-json';
    };

const DECODER = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Reads a line of JSON from whoever wrote it: nothing in it can exhaust the stack, or pass for something else. */
export function readJson(bytes: Uint8Array): JsonReading {
  const text = decoded(bytes);
  if (text === null) return { kind: 'fault', code: 'not-utf-8' };
  if (text.startsWith('\uFEFF')) return { kind: 'fault', code: 'byte-order-mark' };
  if (text.endsWith('\r')) return { kind: 'fault', code: 'windows-line-end' };
  if (isDeeperThan(DEPTH, text)) return { kind: 'fault', code: 'nested-too-deeply' };
  try {
    return { kind: 'read', text, value: JSON.parse(text) };
  } catch {
    return { kind: 'fault', code: 'not-json' };
  }
}

function decoded(bytes: Uint8Array): string | null {
  try {
    return DECODER.decode(bytes);
  } catch {
    return null;
  }
}

/** The characters that matter for the depth of a text. */
const [QUOTE, BACKSLASH, BRACKET, END_BRACKET, BRACE, END_BRACE] = [0x22, 0x5c, 0x5b, 0x5d, 0x7b, 0x7d];

/** Whether brackets are nested deeper than this; those in strings do not count. Reads each character once. */
function isDeeperThan(most: number, text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    if (character === QUOTE) at = endOfString(text, at);
    else if (character === BRACKET || character === BRACE) depth += 1;
    else if (character === END_BRACKET || character === END_BRACE) depth -= 1;
    if (depth > most) return true;
  }
  return false;
}

/** Where a string ends that begins here: at its quotation mark, or with the text. */
function endOfString(text: string, from: number): number {
  let at = text.indexOf('"', from + 1);
  while (at !== -1 && isEscaped(text, at)) at = text.indexOf('"', at + 1);
  return at === -1 ? text.length : at;
}

/** Whether an odd number of backslashes stands before a quotation mark. */
function isEscaped(text: string, at: number): boolean {
  let before = at;
  while (text.charCodeAt(before - 1) === BACKSLASH) before -= 1;
  return (at - before) % 2 === 1;
}
