import { LIFECYCLE_NAMES } from '../../../src/domain/machine/names.ts';
import { wallOf } from '../../../src/projections/french/wall.ts';
import { zoneOf } from '../../../src/projections/header.ts';
import type { AttendanceSheet, Pv } from '../../../src/projections/index.ts';
import { attendanceRow, countsText } from '../../../src/projections/pv/attendanceTable.ts';
import { courseSection, recordSections } from '../../../src/projections/pv/sections.ts';
import { FIELDS, headFields, lineFields } from '../../../src/projections/submissions/fields.ts';

// The sheet and the PV as somebody reads them who has both on paper, whole: no part of them is made for a candidate.

/** What stands in one place of a paper. */
export interface Written {
  readonly document: 'sheet' | 'pv';
  readonly candidate: number | null;
  readonly field: string;
  readonly title: string;
  readonly text: string;
}

const sheetFields = (sheet: AttendanceSheet): readonly Written[] => {
  const document = 'sheet';
  const zone = zoneOf(sheet.header);
  return [
    ...headFields(sheet).map(
      ([field, text]) => ({ document, candidate: null, field, title: FIELDS[field], text }) as const,
    ),
    ...sheet.lines
      .filter(({ withdrawn }) => !withdrawn)
      .flatMap((line) =>
        lineFields(line, zone).map(
          ([field, text]) => ({ document, candidate: line.number, field, title: FIELDS[field], text }) as const,
        ),
      ),
  ];
};

const HEAD = ['establishment', 'slot', 'room', 'examiners', 'accessCode'];

const COLUMNS = ['Nom et prénom', 'Présence', 'Signature', 'Numéro de certification', 'Écran de fin'];

/** Whom an item of the PV is about. */
const whom = (item: object): number | null => {
  if ('note' in item) return whom(item.note as object);
  return 'candidate' in item && typeof item.candidate === 'number' ? item.candidate : null;
};

/** The lines of a list of the PV: each with the event that it tells, and whom it is about. */
const listed = (pv: Pv, key: ReturnType<typeof recordSections>[number]['key']) =>
  key === 'extraTime'
    ? null
    : pv[key].map((item) => ({ field: `${key} ${item.entry.revision}`, candidate: whom(item) }));

const courseFields = ({ start, starts, closing }: Pv): readonly string[] => [
  'given',
  ...start.corrections.map(({ entry }) => `start ${entry.revision}`),
  ...starts.map(({ entry }) => `started ${entry.revision}`),
  'closing',
  ...(closing === null ? [] : closing.stillRunning.map(({ candidate }) => `stillRunning ${candidate}`)),
];

function pvFields(pv: Pv): readonly Written[] {
  const document = 'pv';
  const about = (candidate: number | null, field: string, title: string, text: string): Written => ({
    ...{ document, candidate, field, title, text },
  });
  const course = courseFields(pv);
  return [
    ...headFields(pv)
      .filter(([field]) => HEAD.includes(field))
      .map(([field, text]) => about(null, field, FIELDS[field], text)),
    about(null, 'lifecycle', 'État', LIFECYCLE_NAMES[pv.lifecycle]),
    about(null, 'attendance', 'Présence', countsText(pv.attendance)),
    ...courseSection(pv).items.map((text, index) => about(null, `course ${course[index]}`, 'Déroulement', text)),
    ...pv.lines.flatMap((line) => {
      const [, ...cells] = attendanceRow(line, wallOf(pv.header));
      return cells.map((text, index) =>
        about(line.number, `attendance ${COLUMNS[index]}`, String(COLUMNS[index]), text),
      );
    }),
    ...recordSections(pv).flatMap(({ key, title, items }) => {
      const events = listed(pv, key);
      return items.map((text, index) => {
        const { candidate = Number(/^n° (\d+)/.exec(text)?.[1]), field = key } = events?.[index] ?? {};
        return about(candidate, field, title, text);
      });
    }),
  ];
}

/** What tells a place of a paper from all others. */
export const nameOf = ({ document, candidate, field }: Pick<Written, 'document' | 'candidate' | 'field'>): string =>
  JSON.stringify([document, candidate, field]);

/** Everything that stands in the two papers. */
export const written = (sheet: AttendanceSheet, pv: Pv): ReadonlyMap<string, Written> =>
  new Map([...sheetFields(sheet), ...pvFields(pv)].map((field) => [nameOf(field), field]));

/** Where two papers differ; what is empty differs in nothing from what is not there. */
export function unlike(a: ReadonlyMap<string, Written>, b: ReadonlyMap<string, Written>) {
  const names = [...new Set([...a.keys(), ...b.keys()])];
  return names.flatMap((name) => {
    const [was, is] = [a.get(name), b.get(name)];
    if ((was?.text ?? '') === (is?.text ?? '')) return [];
    const { text: _, ...field } = { ...was, ...is } as Written;
    return [{ ...field, before: was?.text ?? null, after: is?.text ?? null }];
  });
}
