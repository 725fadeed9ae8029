import { isErased } from '../../domain/values/personal.ts';
import { moment } from '../../projections/french/dates.ts';
import { identityText, shown } from '../../projections/french/personal.ts';
import { actorName } from '../../projections/french/words.ts';
import { zoneOf } from '../../projections/header.ts';
import type { Note } from '../../projections/note.ts';
import type { Pv } from '../../projections/pv/pv.ts';
import { type Particular, particularsOf } from '../../projections/sheet/particulars.ts';
import { ended } from './ending.ts';
import type { PrintOptions } from './options.ts';
import { newPaper, type Paper, turn } from './paper.ts';
import { particulars } from './particulars.ts';
import { heading, list, paragraph, title } from './prose.ts';
import { signatures } from './signatures.ts';

const NAME = 'Rapport de fraude';

type Report = Note<'FraudReported'>;

/** Who is reported, by whom and when. */
function aboutReport({ header, lines }: Pv, { candidate, occurredAt, entry }: Report): readonly Particular[] {
  const zone = zoneOf(header);
  return lines
    .filter(({ number }) => number === candidate)
    .flatMap(({ identity, certificationNumber }): readonly Particular[] => [
      ['Candidat', `n° ${candidate}, ${identityText(identity)}`],
      ['Certification', certificationNumber === null ? 'sans numéro' : `n° ${certificationNumber}`],
      ['Constatée le', moment(occurredAt, zone)],
      ['Rapportée par', `${actorName(entry.actor)}, le ${moment(entry.recordedAt, zone)}, au rang ${entry.revision}`],
    ]);
}

/** Sets one report: the facts, who saw them, what the candidate says, and room for those who sign. */
function set(paper: Paper, pv: Pv, report: Report): void {
  const { facts, witnesses, candidateRemarks } = report;
  title(paper, NAME);
  const header = particularsOf({ ...pv.header, accessCode: null });
  particulars(paper, [...header, ...aboutReport(pv, report)], 1);
  heading(paper, 'Faits');
  paragraph(paper, shown(facts));
  heading(paper, 'Témoins');
  list(paper, isErased(witnesses) ? [shown(witnesses)] : witnesses);
  heading(paper, 'Observations du candidat');
  paragraph(paper, candidateRemarks === null ? 'Néant.' : shown(candidateRemarks));
  const hasWitness = isErased(witnesses) || witnesses.length > 0;
  const signers = [
    'Signature de l’examinateur',
    'Signature du candidat',
    ...(hasWitness ? ['Signature des témoins'] : []),
  ];
  signatures(paper, signers);
}

/**
 * « En cas de fraude, l'enseignant établit un rapport de fraude »: the reports that count as a PDF, each on a page of its
 * own, in the order in which things happened. The access code stands on none: a report travels farther than a PV.
 *
 * @param candidate the number of the one whose reports are wanted; all, unless it is given
 * @returns `null` where nothing was reported
 */
export async function fraudPdf(
  pv: Pv,
  options: PrintOptions,
  candidate: number | null = null,
): Promise<Uint8Array | null> {
  const [first, ...others] = pv.frauds.filter((report) => candidate === null || report.candidate === candidate);
  if (first === undefined) return null;
  const paper = newPaper({ title: `${NAME}, session ${pv.header.session}`, layout: 'portrait', at: options.at });
  set(paper, pv, first);
  for (const report of others) {
    turn(paper);
    set(paper, pv, report);
  }
  return ended(paper, NAME, pv, options);
}
