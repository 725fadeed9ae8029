import type { CandidateIdentity } from '../../domain/values/people.ts';
import { isErased } from '../../domain/values/personal.ts';
import type { SheetField } from '../../domain/values/policy.ts';
import { shortDate } from '../french/dates.ts';
import { ratio } from '../french/lengths.ts';
import { ERASED_TEXT, shown, withDetail } from '../french/personal.ts';
import { CAUSES, SIGNATURES } from '../french/words.ts';
import { type AttendanceKind, attendanceText } from './attendance.ts';
import type { SheetLine } from './line.ts';

const ofIdentity =
  (field: keyof CandidateIdentity) =>
  ({ identity }: SheetLine): string =>
    isErased(identity) ? ERASED_TEXT : identity[field];

const IDENTIFIERS = { ine: 'INE ', local: '' } as const;

function identifier({ identifier: given }: SheetLine): string {
  if (given === null) return '';
  return isErased(given) ? ERASED_TEXT : `${IDENTIFIERS[given.kind]}${given.value}`;
}

/** What was declared, then what was verified and granted, as far as it goes. */
function extraTime({ extraTime: { declared, verified, granted } }: SheetLine): string {
  const facts = [
    declared.extraTime === null ? '' : ratio(declared.extraTime),
    verified === null ? '' : `vérifié : ${ratio(verified.extraTime)}`,
    granted === null ? '' : `accordé : ${ratio(granted.extraTime)}`,
  ];
  return facts.filter((text) => text !== '').join(', ');
}

function signature({ signature: noted }: SheetLine): string {
  return noted === null ? '' : withDetail(SIGNATURES[noted.signature], noted.detail);
}

function certificationNumber({ certificationNumber: number, numberMissing }: SheetLine): string {
  if (numberMissing === null) return number ?? '';
  return `sans numéro : ${withDetail(CAUSES[numberMissing.cause], numberMissing.detail)}`;
}

function endScreen({ endScreen: noted }: SheetLine): string {
  if (noted === null) return '';
  return noted.type === 'EndScreenSeen' ? 'vu' : `non vu : ${withDetail(CAUSES[noted.cause], noted.detail)}`;
}

/** Attendance that goes without saying. */
const PLAIN: readonly AttendanceKind[] = ['expected', 'present', 'withdrawn'];

/** « tout commentaire qui peut avoir une incidence sur le résultat », one on each line. */
function comments({ attendance, remarks }: SheetLine): string {
  const absence = PLAIN.includes(attendance.kind) ? [] : [attendanceText(attendance)];
  return [...absence, ...remarks.map(({ text, detail }) => withDetail(shown(text), detail))].join('\n');
}

const CELLS: Readonly<Record<SheetField, (line: SheetLine) => string>> = {
  surname: ofIdentity('surname'),
  firstName: ofIdentity('firstName'),
  birthDate: ({ identity }) => (isErased(identity) ? ERASED_TEXT : shortDate(identity.birthDate)),
  birthPlace: ofIdentity('birthPlace'),
  email: ({ email }) => (email === null ? '' : shown(email)),
  identifier,
  extraTime,
  signature,
  certificationNumber,
  endScreen,
  comments,
};

/** What stands in one column of a line of the sheet, in French; empty where nothing does. */
export const cellOf = (line: SheetLine, field: SheetField): string => CELLS[field](line);
