import { hash } from 'node:crypto';

/**
 * The id under which the server knows an event: drawn from the text that is stored, which names its stream and revision.
 * So what the server takes for an append again is that append to the letter, and the same command with other words (of
 * another host, at another moment, under another nonce) is a conflict. The event's own id is kept beside it.
 *
 * @returns a UUID of version 8 (RFC 9562): 122 bits of SHA-256
 */
export function serverId(text: string): string {
  const hex = hash('sha256', text);
  const variant = '89ab'[Number.parseInt(hex.charAt(16), 16) % 4] ?? '8';
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
