import { noteHolder } from './numbers.ts';
import type { CandidateState, SessionState } from './session.ts';

/** The notes of a candidate that stand alone, each with the event that made it. */
const MARKS = [
  'present',
  'absent',
  'couldNotJoin',
  'left',
  'started',
  'signature',
  'numbered',
  'numberMissing',
  'endScreen',
  'endScreenNotSeen',
] as const;

const isNotedBy = (candidate: CandidateState, entry: number): boolean =>
  MARKS.some((name) => candidate[name]?.revision === entry) ||
  candidate.interruptions.some(({ began, resumed }) => began.revision === entry || resumed?.revision === entry);

/**
 * Whom an entry is about, if it still counts: a candidate's number, or `null` where it is about the session.
 *
 * @returns `undefined` where this revision is no entry, or one that no longer counts
 */
export function entryOf(state: SessionState, entry: number): number | null | undefined {
  if (state.notes.has(entry)) return state.notes.get(entry);
  if (state.allowances.some(({ revision }) => revision === entry)) return null;
  return state.candidates.find((candidate) => isNotedBy(candidate, entry))?.number;
}

/** Takes back what an entry noted, in a draft that the caller owns. */
export function takeBack(draft: SessionState, entry: number): void {
  draft.notes.delete(entry);
  draft.allowances = draft.allowances.filter(({ revision }) => revision !== entry);
  for (const candidate of draft.candidates) takeBackOf(draft, candidate, entry);
}

function takeBackOf(draft: SessionState, candidate: CandidateState, entry: number): void {
  const { certificationNumber: former } = candidate;
  if (candidate.numbered?.revision === entry && former !== null) {
    candidate.certificationNumber = null;
    noteHolder(draft, former);
  }
  for (const name of MARKS) if (candidate[name]?.revision === entry) candidate[name] = null;
  candidate.interruptions = candidate.interruptions.filter(({ began }) => began.revision !== entry);
  for (const interruption of candidate.interruptions) {
    if (interruption.resumed?.revision === entry) interruption.resumed = null;
  }
}
