import { wallOf } from '../french/wall.ts';
import type { Pv } from '../pv/pv.ts';
import type { SheetLine } from '../sheet/line.ts';
import { type Field, type Fields, fieldsOf } from './field.ts';
import { pvCourse, pvOfLine, pvOfSession } from './pvFields.ts';
import { sheetHead, sheetLine } from './sheetFields.ts';

/** The sheet and the PV at one moment, field by field, in parts; a part that is the same object has not changed. */
export type Reading = ReadonlyMap<string, Fields>;

/** Reads documents one after the other, and of each only what is not the same in the one before. */
export function reader(): (pv: Pv) => Reading {
  let wall = '';
  let lines = new WeakMap<SheetLine, Fields>();
  let session: { readonly of: Pv; readonly fields: Fields } | null = null;

  function readLine(line: SheetLine, pv: Pv): Fields {
    const known = lines.get(line);
    if (known !== undefined) return known;
    const fields = fieldsOf([...sheetLine(line, pv), ...pvOfLine(line, pv)]);
    lines.set(line, fields);
    return fields;
  }

  function readSession(pv: Pv): Fields {
    const { header, start, notes, lifecycle } = pv;
    const isSame =
      session?.of.header === header &&
      session.of.start === start &&
      session.of.notes === notes &&
      session.of.lifecycle === lifecycle;
    if (session !== null && isSame) return session.fields;
    session = { of: pv, fields: fieldsOf([...sheetHead(pv), ...pvOfSession(pv)]) };
    return session.fields;
  }

  return (pv) => {
    const { zone, day } = wallOf(pv.header);
    // Every hour that a line tells depends on the day on which hours need no date.
    if (wall !== `${day} ${zone}`) lines = new WeakMap();
    wall = `${day} ${zone}`;
    return new Map<string, Fields>([
      ['session', readSession(pv)],
      ['course', fieldsOf(pvCourse(pv))],
      ...pv.lines.map((line): [string, Fields] => [`line ${line.number}`, readLine(line, pv)]),
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
