import { LIFECYCLE_NAMES } from '../../domain/machine/names.ts';
import { wallOf } from '../french/wall.ts';
import type { SessionHeader } from '../header.ts';
import { ATTENDANCE_TITLES, attendanceRow, countsText } from '../pv/attendanceTable.ts';
import { courseItems } from '../pv/head.ts';
import { type Pv, pv, pvOf } from '../pv/pv.ts';
import { COURSE, type RecordSection, recordSections } from '../pv/sections.ts';
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
const revisionsIn = (told: Pv, key: RecordSection['key']): readonly number[] =>
  key === 'extraTime' ? [] : told[key].map(({ entry }) => entry.revision);

/** The items of the sections of a PV that speaks of one candidate alone, or of the session alone. */
const items = (told: Pv, candidate: number | null): readonly Field[] =>
  recordSections(told).flatMap(({ key, title, items: texts }) => {
    const revisions = revisionsIn(told, key);
    return texts.map((text, index) => {
      const revision = revisions[index];
      return inPv(candidate, revision === undefined ? key : `${key} ${revision}`, title, text);
    });
  });

/** How the session went and how many came, which names every candidate. */
export const pvCourse = (whole: Pv): readonly Field[] => [
  ...courseItems(whole, wallOf(whole.header)).map(({ key, text }) => inPv(null, `course ${key}`, COURSE, text)),
  inPv(null, 'attendance', 'Présence', countsText(whole.attendance)),
];

/** The head of the PV, and what it says of the session as a whole. */
export function pvOfSession(whole: Pv): readonly Field[] {
  const head = headFields(whole).filter(([field]) => field !== 'start');
  return [
    ...head.map(([field, text]) => inPv(null, field, FIELDS[field], text)),
    inPv(null, 'lifecycle', 'État', LIFECYCLE_NAMES[whole.lifecycle]),
    ...items(pvOf({ ...whole, lines: [] }), null),
  ];
}

/** What the PV says of one candidate. */
export function pvOfLine(line: SheetLine, header: SessionHeader): readonly Field[] {
  const { number } = line;
  const alone = pvOf({ ...pv.initial, header, lines: [line] });
  const row = attendanceRow(line, wallOf(header)).slice(1);
  return [
    ...row.map((text, index) => {
      const title = String(ATTENDANCE_TITLES[index + 1]);
      return inPv(number, `attendance ${title}`, title, text);
    }),
    ...items(alone, number),
  ];
}
