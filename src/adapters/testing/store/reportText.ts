import type { Verdict } from '../run/trial.ts';
import { CAPABILITIES, capabilityNames } from './capabilities.ts';
import type { StoreReport } from './checkStore.ts';

const verdictLine = (verdict: Verdict): string =>
  verdict.kind === 'held'
    ? `  held    ${verdict.name} (${verdict.runs} cases)`
    : `  failed  ${verdict.name} (after ${verdict.runs} cases)`;

/** A report for people: what the store says of itself, what became of it, and each failure with its smallest case. */
export function reportText(report: StoreReport): string {
  const { subject, capabilities, verdicts, notTried, exercised, unexercised, passed } = report;
  const offered = capabilityNames.map((name) => {
    if (!capabilities[name]) return `  no   ${CAPABILITIES[name]}`;
    const how = unexercised.includes(name)
      ? 'never exercised'
      : `trials that exercise it: ${exercised.get(name)?.length ?? 0}`;
    return `  yes  ${CAPABILITIES[name]} (${how})`;
  });
  const skipped = notTried.map(({ name, lacks }) => `  not tried  ${name} (lacks ${lacks.join(', ')})`);
  const failures = verdicts.flatMap((verdict) => (verdict.kind === 'failed' ? ['', verdict.text] : []));
  return [
    `${subject}: ${passed ? 'keeps the contract' : 'does not keep the contract'}`,
    '',
    'What it says that it offers:',
    ...offered,
    '',
    'What was tried:',
    ...verdicts.map(verdictLine),
    ...skipped,
    ...failures,
  ].join('\n');
}
