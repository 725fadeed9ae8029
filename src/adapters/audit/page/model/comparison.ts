import type { Change } from '../../../../projections/comparison/change.ts';
import { timestamp } from '../../../../projections/french/dates.ts';
import { shown } from '../../../../projections/french/personal.ts';
import { actorName } from '../../../../projections/french/words.ts';
import { visible } from '../../../../projections/terminal/visible.ts';

/** Who made a change, when, and why. */
export interface MadeBy {
  readonly revision: number;
  readonly place: number | null;
  readonly actor: string;
  readonly occurred: string;
  readonly recorded: string;
  /** Empty where none was given. */
  readonly reason: string;
}

/** A change between two moments. */
export interface Changed {
  readonly document: string;
  readonly about: string;
  readonly title: string;
  /** `null` where it was not there. */
  readonly before: string | null;
  readonly after: string | null;
  readonly by: readonly MadeBy[];
}

const DOCUMENTS: Readonly<Record<Change['document'], string>> = { sheet: 'Feuille', pv: 'PV' };

const maybe = (text: string | null): string | null => (text === null ? null : visible(text));

/** What changed between two moments, with the clock of the room. @param places the place of each revision */
export const changesShown = (
  changes: readonly Change[],
  zone: string,
  places: ReadonlyMap<number, number>,
): readonly Changed[] =>
  changes.map(({ document, candidate, title, before, after, by }) => ({
    document: DOCUMENTS[document],
    about: candidate === null ? 'session' : `n° ${candidate}`,
    title,
    before: maybe(before),
    after: maybe(after),
    by: by.map(({ revision, actor, occurredAt, recordedAt, reason }) => ({
      revision,
      place: places.get(revision) ?? null,
      actor: visible(actorName(actor)),
      occurred: timestamp(occurredAt, zone),
      recorded: timestamp(recordedAt, zone),
      reason: reason === null ? '' : visible(shown(reason)),
    })),
  }));
