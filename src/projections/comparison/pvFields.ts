import { LIFECYCLE_NAMES } from '../../domain/machine/names.ts';
import { wallOf } from '../french/wall.ts';
import { BLANK } from '../note.ts';
import { ATTENDANCE_TITLES, attendanceRow, countsText } from '../pv/attendanceTable.ts';
import { type Pv, pvOf } from '../pv/pv.ts';
import { courseSection, type RecordSection, recordSections } from '../pv/sections.ts';
import type { SheetLine } from '../sheet/line.ts';
import { FIELDS, headFields } from '../submissions/fields.ts';
import type { Field } from './field.ts';

/** A text of the PV about somebody, or about the session. */
const inPv = (candidate: number | null, field: string, title: string, text: string): Field => ({
  document: 'pv',
  candidate,
  field,
  title,
  text,
});

/** The revisions of what a section tells, item by item; extra time is told once for each line. */
const revisionsIn = (pv: Pv, key: RecordSection['key']): readonly number[] =>
  key === 'extraTime' ? [] : pv[key].map(({ entry }) => entry.revision);

/** The items of the sections of a PV that speaks of one candidate alone, or of the session alone. */
const items = (pv: Pv, candidate: number | null): readonly Field[] =>
  recordSections(pv).flatMap(({ key, title, items: texts }) => {
    const revisions = revisionsIn(pv, key);
    return texts.map((text, index) => {
      const revision = revisions[index];
      return inPv(candidate, revision === undefined ? key : `${key} ${revision}`, title, text);
    });
  });

/** What tells the items of how the session went from each other. */
function courseKeys({ given, start, starts, closing }: Pv): readonly string[] {
  if (given === null) return ['given'];
  return [
    'given',
    ...start.corrections.map(({ entry }) => `start ${entry.revision}`),
    ...starts.map(({ entry }) => `started ${entry.revision}`),
    'closing',
    ...(closing?.stillRunning ?? []).map(({ candidate }) => `stillRunning ${candidate}`),
  ];
}

/** How the session went and how many came, which names every candidate. */
export function pvCourse(pv: Pv): readonly Field[] {
  const { title, items: texts } = courseSection(pv);
  const keys = courseKeys(pv);
  return [
    ...texts.map((text, index) => inPv(null, `course ${keys[index]}`, title, text)),
    inPv(null, 'attendance', 'Présence', countsText(pv.attendance)),
  ];
}

/** The head of the PV, and what it says of the session as a whole. */
export function pvOfSession(pv: Pv): readonly Field[] {
  const head = headFields(pv).filter(([field]) => field !== 'start');
  return [
    ...head.map(([field, text]) => inPv(null, field, FIELDS[field], text)),
    inPv(null, 'lifecycle', 'État', LIFECYCLE_NAMES[pv.lifecycle]),
    ...items(pvOf({ ...pv, lines: [] }), null),
  ];
}

/** What the PV says of one candidate. */
export function pvOfLine(line: SheetLine, pv: Pv): readonly Field[] {
  const { number } = line;
  const alone = pvOf({ ...pv, lines: [line], notes: BLANK, start: { ...pv.start, corrections: [] } });
  const row = attendanceRow(line, wallOf(pv.header)).slice(1);
  return [
    ...row.map((text, index) => {
      const title = String(ATTENDANCE_TITLES[index + 1]);
      return inPv(number, `attendance ${title}`, title, text);
    }),
    ...items(alone, number),
  ];
}
