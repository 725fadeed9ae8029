import type { MaybeErased } from '../../domain/values/personal.ts';
import type { Noted } from '../entry.ts';
import { problemMention } from '../french/words.ts';
import type { LineNote } from './notes.ts';

/** What the column « Commentaires / Signalements » says of a candidate, one item of it. */
export interface Remark extends Noted {
  readonly kind: 'comment' | 'problem' | 'fraud';
  /** A comment's own words, « signalement épreuve n° 18 », or the mention of a fraud report, which stands in the PV. */
  readonly text: MaybeErased<string>;
  /** The wording of a problem; else `null`. */
  readonly detail: MaybeErased<string | null>;
}

function remark(note: LineNote): readonly Remark[] {
  const { occurredAt, entry } = note;
  switch (note.type) {
    case 'CommentAdded':
      return [{ kind: 'comment', text: note.text, detail: null, occurredAt, entry }];
    case 'ProblemSignalled':
      return [{ kind: 'problem', text: problemMention(note.question), detail: note.wording, occurredAt, entry }];
    case 'FraudReported':
      return [{ kind: 'fraud', text: 'rapport de fraude', detail: null, occurredAt, entry }];
    default:
      return [];
  }
}

/** The remarks on one candidate. @param notes in order of occurrence */
export const remarksOf = (notes: readonly LineNote[]): readonly Remark[] => notes.flatMap(remark);
