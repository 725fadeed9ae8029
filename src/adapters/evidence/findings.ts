import { plain, type Quoted, type RuleText, said } from '../../domain/rules/define.ts';
import { MOST_FINDINGS } from './limits.ts';

/** Something that is not as it must be. It quotes nothing personal. */
export interface EvidenceFinding extends RuleText {
  /** In kebab case; for a breach of the procedure, the name of the rule. */
  readonly code: string;
  /** The event, by its revision or its place in the file; `null` where it is not of one event. */
  readonly revision: number | null;
}

/** Findings in their order, bounded in number. */
export class Findings {
  readonly list: EvidenceFinding[] = [];
  /** How many were not kept. */
  more = 0;

  add(finding: EvidenceFinding): void {
    if (this.list.length < MOST_FINDINGS) this.list.push(finding);
    else this.more += 1;
  }

  /** Adds what a text says, with the values in it. */
  say(
    code: string,
    text: RuleText,
    revision: number | null,
    values: Readonly<Record<string, string | number>> = {},
  ): void {
    this.add({ code, revision, ...filled(text, { revision: revision ?? 0, ...values }) });
  }
}

/** A text with values from a file of which nothing is known: they are shown, and cannot act on a terminal. */
export function filled(text: RuleText, values: Readonly<Record<string, string | number>>): RuleText {
  const quoted: Record<string, Quoted> = {};
  for (const [name, value] of Object.entries(values))
    quoted[name] = plain(typeof value === 'string' ? shown(value) : value);
  return said(text, quoted);
}

const LONGEST = 200;

/** A text without what is not visible, and not longer than a person reads. */
export const shown = (text: string): string =>
  (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '�');
