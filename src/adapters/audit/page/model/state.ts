import type { Finding, Severity } from '../../../../projections/findings/finding.ts';
import type { EvidenceVerdict } from '../../../evidence/verdict.ts';
import type { Audit } from './audit.ts';
import type { Choice } from './choice.ts';
import type { Compared } from './compared.ts';
import type { Brought, Verification } from './verification.ts';

/** Everything that the page shows follows from this. */
export interface State {
  readonly audit: Audit;
  readonly choice: Choice;
  /** `null` until the record was searched. */
  readonly findings: readonly Finding[] | null;
  readonly severities: ReadonlySet<Severity>;
  readonly verification: Verification;
  /** The last verdict that there is. */
  readonly verdict: EvidenceVerdict | null;
  /** The two moments that the reader compared last; `null` until then. */
  readonly compared: Compared | null;
  /** Whether the page is being printed, so that everything must stand on it. */
  readonly isPrinting: boolean;
}

/** What a reader can do. */
export interface Actions {
  /** Shows the session after the event at this place. */
  go(place: number): void;
  ask(question: 'known' | 'happened', at: number): void;
  /** Marks changes against the moment of this place; `null`: against the event before. */
  mark(against: number | null): void;
  /** Says what changed from the moment of one place to that of another. */
  compare(from: number, to: number): void;
  order(order: Choice['order']): void;
  toggle(severity: Severity): void;
  verify(brought: Brought): void;
}

/** Severities with this one more, or one less. */
export const toggled = (severities: ReadonlySet<Severity>, severity: Severity): ReadonlySet<Severity> =>
  new Set(severities.has(severity) ? [...severities].filter((one) => one !== severity) : [...severities, severity]);
