import { PROCEDURE } from '../../domain/procedure.ts';
import { type SessionHeader, zoneOf } from '../header.ts';
import { page, section } from '../terminal/page.ts';
import type { Finding, Severity } from './finding.ts';

const TITLES: Readonly<Record<Severity, string>> = {
  serious: 'Constats graves',
  doubtful: 'Constats à examiner',
  note: 'À noter',
};

/** « rang 12 », « rangs 12, 31 ». */
const ranks = (events: readonly number[]): string => `${events.length === 1 ? 'rang' : 'rangs'} ${events.join(', ')}`;

/** A finding with the rule that found it, the events that it rests on, and the sentence of the procedure. */
function item({ fr, rule, events, sentence }: Finding): string {
  const source = events.length === 0 ? rule : `${rule}, ${ranks(events)}`;
  const lines = [`${fr} [${source}]`];
  return (sentence === null ? lines : [...lines, `« ${PROCEDURE[sentence]} »`]).join('\n');
}

/** The findings of a session as a text in French, the gravest first; times are on the room's wall clock. */
export function findingsText(findings: readonly Finding[], header: SessionHeader): string {
  const of = (severity: Severity): string =>
    section(TITLES[severity], findings.filter((finding) => finding.severity === severity).map(item));
  return page(
    `CONSTATS SUR LA SESSION ${header.session} (heures : ${zoneOf(header)})`,
    of('serious'),
    of('doubtful'),
    of('note'),
  );
}
