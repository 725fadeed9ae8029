import { page } from '../../projections/terminal/page.ts';
import { table } from '../../projections/terminal/table.ts';
import type { ViewStatus } from '../projector/index.ts';

const STATES: Readonly<Record<ViewStatus['state'], string>> = {
  missing: 'absente',
  building: 'en construction',
  live: 'servie',
  outdated: 'périmée',
  stopped: 'arrêtée',
};

/** A lag is counted to this many events. */
const MOST_LAG = 10_000;

function lagText(lag: number | null): string {
  if (lag === null) return 'position inconnue du registre';
  if (lag === 0) return 'à jour';
  return `${lag} événement${lag === 1 ? '' : 's'}${lag === MOST_LAG ? ' ou plus' : ''}`;
}

const TITLES = ['Vue', 'État', 'Position', 'Retard', 'Dernière erreur'];

const row = ({ model, state, position, lag, stopped, rebuild }: ViewStatus): readonly string[] => [
  model,
  rebuild === null ? STATES[state] : `${STATES[state]}, reconstruction en cours`,
  position ?? '',
  lagText(lag),
  (stopped ?? rebuild?.stopped)?.error ?? '',
];

/** How the views of a register are. */
export const viewStatusText = (statuses: readonly ViewStatus[]): string =>
  page(
    table(
      TITLES.map((title) => ({ title })),
      statuses.map(row),
    ),
  ).trimEnd();
