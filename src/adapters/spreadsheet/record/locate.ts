import { foldedWords } from '../../../domain/values/fold.ts';
import type { Agenda, AgendaEntry } from '../../../projections/agenda/agenda.ts';
import { faultOf, type SpreadsheetFault, type SpreadsheetRule } from '../fault.ts';
import type { HeadText, SheetHead } from '../sheet/head.ts';
import type { FilledSheet } from '../sheet/line.ts';

/** A sheet with the session that it is of. */
export interface LocatedSheet {
  readonly session: string;
  readonly sheet: FilledSheet;
}

/** The sheets whose session is known, and what stands in the way of the others. */
export interface LocatedSheets {
  readonly located: readonly LocatedSheet[];
  readonly faults: readonly SpreadsheetFault[];
}

const bare = (text: string): string => foldedWords(text).join(' ');

/** What the record says of each field of a head, and whether a head says the same, however it is spelled. */
type Check = readonly [field: keyof SheetHead, recorded: string, agrees: (written: string) => boolean];

const spelled = (recorded: string) => (written: string) => bare(written) === bare(recorded);

function checksOf({ header: { establishment, slot } }: AgendaEntry): readonly Check[] {
  if (slot === null || establishment === null) return [];
  const { date, start, end, site, room } = slot;
  const name = bare(establishment.name);
  return [
    ['establishment', establishment.name, (written) => `${bare(written)} `.startsWith(`${name} `)],
    ['date', date, (written) => written === date],
    ['start', start, (written) => written === start],
    ['end', end, (written) => written === end],
    ['site', site, spelled(site)],
    ['room', room, spelled(room)],
  ];
}

/** Whether nothing that a head says of these fields is otherwise in the record. */
const agrees = (entry: AgendaEntry, head: SheetHead, fields: readonly (keyof SheetHead)[]): boolean =>
  checksOf(entry).every(([field, , same]) => {
    const written = head[field];
    return written === null || !fields.includes(field) || same(written.text);
  });

const SLOT = ['date', 'start', 'end', 'site', 'room'] as const;

/** Finds the session of one sheet, or says why not. */
function locate(sheet: FilledSheet, agenda: Agenda): LocatedSheet | readonly SpreadsheetFault[] {
  const { file, tab, head } = sheet;
  const fault = (rule: SpreadsheetRule, at: HeadText | null, detail = ''): SpreadsheetFault =>
    faultOf(file, rule, { tab, cell: at?.cell ?? null, value: at?.text ?? '', detail });
  const planned = agenda.filter(({ lifecycle }) => lifecycle !== 'cancelled');
  const named = agenda.find(({ header }) => header.session === head.session?.text);

  const meant = (): AgendaEntry | SpreadsheetFault => {
    const { accessCode } = head;
    if (accessCode !== null) {
      const holder = planned.find(({ header }) => header.accessCode === accessCode.text);
      return holder ?? fault('session-not-found', accessCode, accessCode.text);
    }
    if (named !== undefined) return named;
    const place = SLOT.map((field) => head[field]?.text);
    if (place.includes(undefined)) return fault('session-not-named', head.session);
    const there = planned.filter((entry) => entry.header.slot !== null && agrees(entry, head, SLOT));
    const own = there.filter((entry) => agrees(entry, head, ['establishment']));
    const [entry, ...others] = own.length > 0 ? own : there;
    if (entry === undefined) return fault('session-not-found', head.date, place.join(', '));
    const sessions = [entry, ...others].map(({ header }) => header.session).join(', ');
    return others.length === 0 ? entry : fault('session-ambiguous', head.date, sessions);
  };

  const entry = meant();
  if ('rule' in entry) return [entry];
  const { session } = entry.header;
  const faults = checksOf(entry).flatMap(([field, recorded, same]) => {
    const written = head[field];
    if (written === null || same(written.text)) return [];
    return [fault(field === 'establishment' ? 'another-centre' : 'session-disagrees', written, recorded)];
  });
  if (named !== undefined && named !== entry) faults.push(fault('session-disagrees', head.session, session));
  return faults.length > 0 ? faults : { session, sheet };
}

/**
 * Finds the session of each sheet: by its access code, by its number, or by its slot (date, hours, site, room). Whatever
 * else the head says must agree with the record, and no session may stand in two tabs.
 */
export function locateSheets(sheets: readonly FilledSheet[], agenda: Agenda): LocatedSheets {
  const faults: SpreadsheetFault[] = [];
  const located = new Map<string, FilledSheet>();
  for (const sheet of sheets) {
    const found = locate(sheet, agenda);
    if (!('session' in found)) {
      faults.push(...found);
      continue;
    }
    const other = located.get(found.session);
    if (other === undefined) located.set(found.session, sheet);
    else faults.push(faultOf(sheet.file, 'session-in-two-tabs', { tab: sheet.tab, detail: other.tab }));
  }
  return { located: [...located].map(([session, sheet]) => ({ session, sheet })), faults };
}
