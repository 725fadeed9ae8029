import { LIMITS } from './limits.ts';
import type { Bilingual, Sentences } from './texts/bilingual.ts';
import { CELL_TEXTS } from './texts/cell.ts';
import { FILE_TEXTS } from './texts/file.ts';
import { RECORD_TEXTS } from './texts/record.ts';
import { TAB_TEXTS } from './texts/tab.ts';

const TEXTS = { ...FILE_TEXTS, ...TAB_TEXTS, ...CELL_TEXTS, ...RECORD_TEXTS };

/** The rules that a file, a tab, a cell, or a sheet against the record can break. */
export type SpreadsheetRule = keyof typeof TEXTS;

/** Where in a file something stands. */
export interface Place {
  /** The tab's name; `null` where the file as a whole is meant. */
  readonly tab: string | null;
  /** The cell or the range, as a spreadsheet names it (`B12`); `null` where none is meant. */
  readonly cell: string | null;
}

/** Why a file, or a place in it, cannot be taken as it is: the rule, the place, the value, and what to do. */
export interface SpreadsheetFault extends Bilingual, Place {
  /** One of {@link SpreadsheetRule}, or the name of a rule of the rulebook, which refused what a cell says. */
  readonly rule: string;
  /** The file's name, as the caller gave it. */
  readonly file: string;
  /** The cell as written, cut at 500 characters; empty where no cell is meant. */
  readonly value: string;
  /** Whether the value may name a person, so that a host can keep it out of its logs. The sentences name nobody. */
  readonly personal: boolean;
}

/** What a finding says beside its rule and its file. */
export interface About extends Partial<Place> {
  readonly value?: string;
  readonly personal?: boolean;
  /** What the sentence quotes. */
  readonly detail?: string;
}

/** The file as a whole, or the part of it that a fault leaves open. */
const NOWHERE = { tab: null, cell: null, value: '', personal: false, detail: '' };

/** Says which rule is broken, and where. */
export function faultOf(file: string, rule: SpreadsheetRule, about: About = {}): SpreadsheetFault {
  const { detail, value, ...place } = { ...NOWHERE, ...about };
  const texts: Sentences = TEXTS;
  const said = texts[rule]?.(detail) ?? { en: rule, fr: rule };
  return { rule, file, ...place, value: value.slice(0, LIMITS.quote), ...said };
}

/** Whether a rule has a sentence here; the domain's rules on values bear the same names. */
export const isSpreadsheetRule = (rule: string): rule is SpreadsheetRule => Object.hasOwn(TEXTS, rule);

/** A file that cannot be read at all; caught where reading begins, and never seen by a caller. */
export class Unreadable extends Error {
  readonly rule: SpreadsheetRule;
  readonly about: About;

  constructor(rule: SpreadsheetRule, about: About = {}) {
    super(rule);
    this.rule = rule;
    this.about = about;
  }
}
