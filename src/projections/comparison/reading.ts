import { wallOf } from '../french/wall.ts';
import type { Pv } from '../pv/pv.ts';
import type { SheetLine } from '../sheet/line.ts';
import { type Field, type Fields, fieldsOf } from './field.ts';
import { pvCourse, pvOfLine, pvOfSession } from './pvFields.ts';
import { sheetHead, sheetLine } from './sheetFields.ts';

/** The sheet and the PV at one moment, field by field, in parts; a part that is the same object has not changed. */
export type Reading = ReadonlyMap<string, Fields>;

/** What was made of an object is made once, for as long as somebody has the object. */
function oncePer<Of extends object, Made>(make: (of: Of) => Made): (of: Of) => Made {
  const known = new WeakMap<Of, Made>();
  return (of) => {
    const made = known.get(of) ?? make(of);
    known.set(of, made);
    return made;
  };
}

/** Reads documents one after the other, and of each only what is not the same in those before. */
export function reader(): (pv: Pv) => Reading {
  const walls = new Map<string, (line: SheetLine) => Fields>();
  let session: { readonly of: readonly unknown[]; readonly fields: Fields } | null = null;

  /** Every hour that a line tells depends on the day on which hours need no date. */
  function linesOn({ header }: Pv): (line: SheetLine) => Fields {
    const { zone, day } = wallOf(header);
    const name = `${day} ${zone}`;
    const read =
      walls.get(name) ??
      oncePer((line: SheetLine) => fieldsOf([...sheetLine(line, header), ...pvOfLine(line, header)]));
    walls.set(name, read);
    return read;
  }

  function readSession(pv: Pv): Fields {
    const former = session;
    const of = [pv.header, pv.start, pv.notes, pv.lifecycle];
    if (former !== null && of.every((part, index) => part === former.of[index])) return former.fields;
    session = { of, fields: fieldsOf([...sheetHead(pv), ...pvOfSession(pv)]) };
    return session.fields;
  }

  return (pv) => {
    const readLine = linesOn(pv);
    return new Map<string, Fields>([
      ['session', readSession(pv)],
      ['course', fieldsOf(pvCourse(pv))],
      ...pv.lines.map((line): [string, Fields] => [`line ${line.number}`, readLine(line)]),
    ]);
  };
}

/** A field in which two readings differ. */
export interface Differing {
  readonly key: string;
  /** The field, in one of them. */
  readonly field: Field;
  readonly before: string | null;
  readonly after: string | null;
}

const NOTHING: Fields = new Map();

/** The fields in which two readings differ; a field that is empty differs in nothing from one that is not there. */
export function differing(a: Reading, b: Reading): readonly Differing[] {
  const found: Differing[] = [];
  for (const part of new Set([...a.keys(), ...b.keys()])) {
    const [was, is] = [a.get(part) ?? NOTHING, b.get(part) ?? NOTHING];
    if (was === is) continue;
    for (const [key, field] of was) {
      const after = is.get(key)?.text ?? null;
      if (field.text !== (after ?? '')) found.push({ key, field, before: field.text, after });
    }
    for (const [key, field] of is) {
      if (!was.has(key) && field.text !== '') found.push({ key, field, before: null, after: field.text });
    }
  }
  return found;
}
