import type { NavettePlan, NavetteReading } from '../adapters/navette/index.ts';
import type { Command } from '../domain/commands/catalogue.ts';
import type { Warning } from '../domain/commands/define.ts';
import type { Actor } from '../domain/store/envelope.ts';
import type { DocumentReference } from '../domain/values/document.ts';
import { foldedWords } from '../domain/values/fold.ts';
import type { Agenda } from '../projections/agenda/agenda.ts';
import type { Answer } from './answer.ts';

/** A row that is planned, now or when the same file came before. */
export interface PlannedRow {
  /** The physical line of the row, from 1. */
  readonly line: number;
  readonly session: string;
  readonly warnings: readonly Warning[];
}

/** A row that stands against the record, or that the register refused. */
export interface RefusedRow {
  readonly line: number;
  /** The rule. */
  readonly rule: string;
  readonly en: string;
  readonly fr: string;
}

/** What became of a Navette: `refused` where nothing was planned. */
export interface NavetteAnswer extends Pick<NavetteReading, 'faults' | 'notices'> {
  readonly kind: 'planned' | 'refused';
  readonly planned: readonly PlannedRow[];
  /** Rows that are good in the file and not in the record. */
  readonly refused: readonly RefusedRow[];
}

/** Whose Navette it is, and how far it may be planned. */
export interface NavettePlanning {
  readonly actor: Actor;
  /** The file, so that the record can tell it from any other. */
  readonly document: DocumentReference;
  /** Who sent it; the actor's identity unless it is given. */
  readonly sender?: string;
  /** Who received it. Default `certif@pix.fr`. */
  readonly recipient?: string;
  /** Plans the good rows although others are not. Default `false`: all rows, or none. */
  readonly partial?: boolean;
}

/** The session of a row: the same each time the same file comes. */
const sessionOf = ({ sha256 }: DocumentReference, line: number): string => `n${sha256.slice(0, 8)}-${line}`;

/** The slot of a plan or a session, however it is spelled. */
const slotKey = ({ establishment, slot }: Pick<NavettePlan, 'establishment' | 'slot'>): string =>
  JSON.stringify([
    [establishment.name, establishment.postalCode, slot.site, slot.room].map((text) => foldedWords(text).join(' ')),
    slot.startsAt,
  ]);

/** The slots that sessions hold, cancelled ones left out. */
const heldSlots = (agenda: Agenda): ReadonlyMap<string, string> =>
  new Map(
    agenda.flatMap(({ header: { session, establishment, slot }, lifecycle }) =>
      establishment === null || slot === null || lifecycle === 'cancelled'
        ? []
        : [[slotKey({ establishment, slot }), session]],
    ),
  );

const alreadyPlanned = (line: number, by: string): RefusedRow => ({
  line,
  rule: 'slot-already-planned',
  en: `Session ${by} holds this slot in the record already.`,
  fr: `La session ${by} occupe déjà ce créneau dans le registre.`,
});

/** What plans a row; its identities follow from the file and the line, so that planning again completes or repeats it. */
function commandsOf(plan: NavettePlan, session: string, by: NavettePlanning): readonly Command[] {
  const { actor, document, sender = actor.identity, recipient = 'certif@pix.fr' } = by;
  const id = `navette-${document.sha256}-${plan.line}`;
  const frame = { session, actor, correlationId: `navette-${document.sha256}` };
  const { startsAt: _from, endsAt: _to, ...slot } = plan.slot;
  const { establishment, examiners } = plan;
  return [
    { ...frame, id, type: 'PlanSession', data: { establishment, slot, examiners: [...examiners] } },
    { ...frame, id: `${id}-document`, type: 'RecordDocument', data: { kind: 'navette', document, sender, recipient } },
  ];
}

/**
 * « L'enseignant envoie à certif@pix.fr les informations sur les sessions de certification »: plans a session for each
 * row. Nothing is planned unless every row is good and its slot is free, or `partial` is asked. What spans sessions is a
 * chain of steps that can each be done again: the same file handled twice plans nothing twice, and completes what was
 * cut off.
 *
 * @param handleAll the register's
 */
export async function planNavette(
  reading: NavetteReading,
  planning: NavettePlanning,
  agenda: Agenda,
  handleAll: (commands: readonly Command[]) => Promise<Answer>,
): Promise<NavetteAnswer> {
  const { plans, faults, notices } = reading;
  const held = heldSlots(agenda);
  const known = new Set(agenda.map(({ header }) => header.session));
  const rows = plans.map((plan) => {
    const session = sessionOf(planning.document, plan.line);
    // What this file planned before holds its slot, or held it until it was moved.
    const holder = known.has(session) ? session : (held.get(slotKey(plan)) ?? session);
    return { plan, session, clash: holder === session ? null : alreadyPlanned(plan.line, holder) };
  });
  const refused = rows.flatMap(({ clash }) => (clash === null ? [] : [clash]));
  if (planning.partial !== true && faults.length + refused.length > 0) {
    return { kind: 'refused', planned: [], refused, faults, notices };
  }
  const planned: PlannedRow[] = [];
  for (const { plan, session, clash } of rows) {
    if (clash !== null) continue;
    const { line } = plan;
    const answer = await handleAll(commandsOf(plan, session, planning));
    if (answer.kind === 'accepted') planned.push({ line, session, warnings: answer.warnings });
    else refused.push(...refusedRows(line, answer));
  }
  return { kind: planned.length > 0 ? 'planned' : 'refused', planned, refused, faults, notices };
}

function refusedRows(line: number, answer: Exclude<Answer, { kind: 'accepted' }>): readonly RefusedRow[] {
  if (answer.kind === 'refused') return answer.refusals.map(({ rule, en, fr }) => ({ line, rule, en, fr }));
  const { session } = answer;
  return [
    {
      line,
      rule: 'conflict',
      en: `Others keep writing to session ${session}.`,
      fr: `D’autres écrivent sans cesse à la session ${session}.`,
    },
  ];
}
