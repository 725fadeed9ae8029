import { visible } from '../../projections/terminal/visible.ts';
import type { Io } from './io.ts';
import { withoutCredentials } from './location.ts';

/** What a terminal obeys and JSON lets stand in a string: deletion, the controls of eight bits, what hides or turns text. */
const BARE = /[\u007F-\u009F\p{Cf}\p{Zl}\p{Zp}]/gu;

const escaped = (text: string): string =>
  text.replace(BARE, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );

/**
 * An exit through which nothing that somebody typed reaches a terminal as a command to it. A text shows such characters
 * by their code points; JSON escapes them, so that a program reads what was recorded. Credentials of a server are left
 * out.
 *
 * @param json whether what is written to standard output is JSON
 */
export const safe = (io: Io, json: boolean): Io => ({
  ...io,
  out: (text) => io.out(withoutCredentials(json ? escaped(text) : visible(text))),
  err: (text) => io.err(withoutCredentials(visible(text))),
});
