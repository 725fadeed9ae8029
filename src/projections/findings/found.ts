import type { RuleText } from '../../domain/rules/define.ts';
import type { Found } from './finding.ts';

/** Each of these revisions once, ascending. */
const ascending = (revisions: readonly number[]): readonly number[] => [...new Set(revisions)].sort((a, b) => a - b);

/** Something found about the session as a whole. @param text whole sentences */
export const foundInSession = (events: readonly number[], text: RuleText): Found => ({
  candidate: null,
  events: ascending(events),
  ...text,
});

/** Something found about a candidate, or about the session; the text says so first, and goes on after a colon. */
export function foundAbout(candidate: number | null, events: readonly number[], { en, fr }: RuleText): Found {
  const who = candidate === null ? { en: 'Session', fr: 'Session' } : named(candidate);
  return { candidate, events: ascending(events), en: `${who.en}: ${en}`, fr: `${who.fr} : ${fr}` };
}

const named = (candidate: number): RuleText => ({ en: `Candidate ${candidate}`, fr: `Candidat n° ${candidate}` });
