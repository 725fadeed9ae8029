import { z } from 'zod';

/** Control characters and the other separators of lines; a line break or a tab is wanted in a report, not in a name. */
const CONTROL = /[\p{Cc}\p{Zl}\p{Zp}]/u;
const CONTROL_BUT_LINES = /[^\P{Cc}\n\t]/u;

const tidy = (value: string): string => value.normalize('NFC').trim();

/**
 * One line of text as a person types it: trimmed, in Unicode form NFC, at least one character.
 *
 * @param max most UTF-16 units accepted after trimming
 */
export const line = (max: number) =>
  z
    .string()
    .refine((value) => value.isWellFormed(), { error: 'text-well-formed' })
    .refine((value) => !CONTROL.test(value), { error: 'text-one-line' })
    .transform(tidy)
    .pipe(z.string().min(1).max(max));

/** One way to end a line, whatever the keyboard or the form that sent it. */
const oneLineEnding = (value: string): string => value.replace(/\r\n?/gu, '\n');

/**
 * Several lines of text: a comment, a report, a reason.
 *
 * @param max most UTF-16 units accepted after trimming
 */
export const prose = (max: number) =>
  z
    .string()
    .overwrite(oneLineEnding)
    .refine((value) => value.isWellFormed(), { error: 'text-well-formed' })
    .refine((value) => !CONTROL_BUT_LINES.test(value), { error: 'text-no-control' })
    .transform(tidy)
    .pipe(z.string().min(1).max(max));
