import type { SessionEvent } from '../../../domain/events/catalogue.ts';
import { happenedBy, recordedBy } from '../../../projections/asOf.ts';
import { moment as dateAndHour } from '../../../projections/french/dates.ts';
import { zoneOf } from '../../../projections/header.ts';
import type { Moment } from '../../../projections/replay/moment.ts';
import type { Replayer } from '../../../projections/replay/replayer.ts';
import type { Dossier } from '../dossier/dossier.ts';
import { instantFrom } from '../instants.ts';
import { UsageError } from '../io.ts';
import type { Call } from '../task.ts';

/** A moment that somebody asked for. */
export interface Asked {
  /** What was asked, in French. */
  readonly title: string;
  readonly moment: Moment;
  /** The events that count at that moment. */
  readonly events: readonly SessionEvent[];
}

/** The place after the event of this revision, the last where several say so; `null` where none can be read. */
export function placeOf(revision: number, { history }: Pick<Dossier, 'history'>): number | null {
  if (revision === 0) return 0;
  const place = history.events.findLastIndex((event) => event.revision === revision) + 1;
  return place === 0 ? null : place;
}

/**
 * Reads the revision of an event as somebody types it.
 *
 * @returns the place after it
 * @throws {UsageError} where it is none
 */
export function placeFrom(written: string, dossier: Pick<Dossier, 'history'>): number {
  const place = /^\d{1,9}$/.test(written) ? placeOf(Number(written), dossier) : null;
  if (place !== null) return place;
  const last = dossier.history.events.at(-1)?.revision ?? 0;
  throw new UsageError(`${written} : aucun fait lisible de ce rang ; écrire un rang de 0 à ${last}.`);
}

/** After how many events one is, in a line. */
export const stepTitle = (place: number, { history }: Pick<Dossier, 'history'>): string => {
  const revision = history.events[place - 1]?.revision;
  return revision === undefined
    ? 'AVANT LE PREMIER FAIT'
    : `APRÈS LE FAIT DE RANG ${revision} (${place} sur ${history.events.length})`;
};

/** A session after so many events. */
export const askedStep = (place: number, replayer: Replayer, dossier: Dossier): Asked => ({
  title: stepTitle(place, dossier),
  moment: replayer.step(place),
  events: dossier.history.events.slice(0, place),
});

/**
 * The moment that the options ask for: after an event (`--step`), what was known at an instant (`--known-at`), what had
 * happened by one as the whole record knows it (`--at`), or as far as it was known at another (both); the whole record
 * where they ask for none.
 *
 * @throws {UsageError} where they ask for what there is not, or for two things at once
 */
export function askedMoment({ values }: Call, replayer: Replayer, dossier: Dossier): Asked {
  const { step, at: happened, 'known-at': known } = values;
  const { header, history } = dossier;
  if (step !== undefined && (happened !== undefined || known !== undefined)) {
    throw new UsageError('Un rang (--step) ou une heure (--at, --known-at), et non les deux.');
  }
  if (typeof step === 'string') return askedStep(placeFrom(step, dossier), replayer, dossier);
  const instantOf = (option: string, written: unknown): number | null =>
    typeof written === 'string' ? instantFrom(option, written, header) : null;
  const [at, knownAt] = [instantOf('--at', happened), instantOf('--known-at', known)];
  const said = (instant: number): string => dateAndHour(instant, zoneOf(header));
  if (at !== null) {
    const by = knownAt === null ? 'd’après tout le registre' : `d’après ce que l’on savait le ${said(knownAt)}`;
    const events = knownAt === null ? history.events : recordedBy(history.events, knownAt);
    return {
      title: `CE QUI ÉTAIT ARRIVÉ LE ${said(at)}, ${by}`,
      moment: knownAt === null ? replayer.trueAt(at) : replayer.trueAt(at, knownAt),
      events: happenedBy(events, at),
    };
  }
  if (knownAt === null) return askedStep(replayer.size, replayer, dossier);
  return {
    title: `CE QUE L’ON SAVAIT LE ${said(knownAt)}`,
    moment: replayer.knownAt(knownAt),
    events: recordedBy(history.events, knownAt),
  };
}
