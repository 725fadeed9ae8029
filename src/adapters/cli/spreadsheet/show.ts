import { FIELDS } from '../../../projections/submissions/fields.ts';
import type { ChangeKind, SheetChange, SheetDifference, SpreadsheetFault } from '../../spreadsheet/index.ts';
import type { Io } from '../io.ts';

const KINDS: Readonly<Record<ChangeKind, string>> = {
  new: 'nouveau',
  changed: 'modifié',
  disagrees: 'en désaccord',
  missing: 'au registre seulement',
};

const placeOf = ({ file, tab, cell }: SpreadsheetFault): string =>
  [
    file,
    ...(tab === null || tab === '' ? [] : [`onglet « ${tab} »`]),
    ...(cell === null ? [] : [`cellule ${cell}`]),
  ].join(', ');

/** A fault in one line: where, what to do, the value, and by which rule. */
export const faultText = (fault: SpreadsheetFault): string =>
  `${placeOf(fault)} : ${fault.fr}${fault.value === '' ? '' : ` « ${fault.value} »`} [${fault.rule}]`;

/** Tells a person what is wrong with a file, all of it. */
export function tellFaults(faults: readonly SpreadsheetFault[], { err }: Io): void {
  for (const fault of faults) err(`Refusé : ${faultText(fault)}`);
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' / ');

/** What both sides say, without the one that says nothing. */
function sidesText({ recorded, filled }: SheetChange): string {
  const sides = [
    recorded === '' ? '' : `« ${oneLine(recorded)} » au registre`,
    filled === '' ? '' : `« ${oneLine(filled)} » sur la feuille`,
  ];
  return sides.filter((side) => side !== '').join(', ');
}

function changeText(change: SheetChange): string {
  const { kind, field, cell, by } = change;
  const where = cell === null ? '' : ` (${cell})`;
  const left = by === null && kind !== 'missing' ? ' ; à trancher, rien n’en sera repris' : '';
  return `    ${FIELDS[field]}${where} : ${sidesText(change)} — ${KINDS[kind]}${left}`;
}

const personText = ({ candidate, name }: SheetChange): string =>
  candidate === null ? `  ${name} (à inscrire)` : `  n° ${candidate} ${name}`;

/** Shows how a sheet differs from the record, candidate by candidate. */
export function tellDifference({ session, tab, changes }: SheetDifference, { out }: Io): void {
  const of = tab === '' ? '' : ` (onglet « ${tab} »)`;
  if (changes.length === 0) {
    out(`Session ${session}${of} : la feuille dit ce que dit le registre.`);
    return;
  }
  out(`Session ${session}${of} :`);
  let person = '';
  for (const change of changes) {
    if (personText(change) !== person) out(personText(change));
    person = personText(change);
    out(changeText(change));
  }
}
