import { hash } from 'node:crypto';
import type { Randomness } from './ports.ts';

const HEX = 32;

/** Writes 32 hexadecimal digits as a UUID of version 8 (RFC 9562, 5.8): one whose bits an application chose. */
const uuid = (digits: string): string => {
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, HEX)}`;
};

/**
 * The identity of an event, from its stream, its command and its place among the command's events: whoever handles the
 * command again makes the same, and a store that has it already says so.
 */
export const eventId = (stream: string, commandId: string, index: number): string =>
  uuid(hash('sha256', JSON.stringify([stream, commandId, index])));

/** The identity of the command that erases somebody when their data were kept long enough: the same whenever it is sent. */
export const erasureId = (session: string, person: string): string =>
  uuid(hash('sha256', JSON.stringify(['retention', session, person])));

/** The identity of a command to which its sender gave none. */
export const madeUpId = (random: Randomness): string => uuid(Buffer.from(random(HEX / 2)).toString('hex'));
