import { PROCEDURE } from '../../../../domain/procedure.ts';
import type { Finding, Severity } from '../../../../projections/findings/finding.ts';
import { visible } from '../../../../projections/terminal/visible.ts';

/** How grave a finding is, in words. */
export const SEVERITIES: Readonly<Record<Severity, string>> = {
  serious: 'grave',
  doubtful: 'douteux',
  note: 'à noter',
};

/** A finding as the page lists it. */
export interface FoundItem {
  readonly rule: string;
  readonly severity: Severity;
  readonly text: string;
  /** The sentence of the procedure that it rests on; `null` where there is none. */
  readonly sentence: string | null;
  /** The events that it rests on, each with its place among those that can be read. */
  readonly events: readonly { readonly revision: number; readonly place: number | null }[];
}

/** All findings of these severities. @param places the place of each revision */
export const findingsShown = (
  findings: readonly Finding[],
  severities: ReadonlySet<Severity>,
  places: ReadonlyMap<number, number>,
): readonly FoundItem[] =>
  findings
    .filter(({ severity }) => severities.has(severity))
    .map(({ rule, severity, fr, sentence, events }) => ({
      rule,
      severity,
      text: visible(fr),
      sentence: sentence === null ? null : PROCEDURE[sentence],
      events: events.map((revision) => ({ revision, place: places.get(revision) ?? null })),
    }));

/** How many there are of each severity. */
export function countsOf(findings: readonly Finding[]): Readonly<Record<Severity, number>> {
  const counts = { serious: 0, doubtful: 0, note: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}
