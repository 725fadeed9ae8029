import { table } from '../../../projections/terminal/table.ts';
import type { History } from '../histories/histories.ts';
import { eventTable } from './eventTable.ts';
import { storyText } from './story.ts';
import { short, zoneOf } from './words.ts';

const REFUSALS = ['Command', 'Rule', 'Path', 'Because'].map((title) => ({ title }));

/** The refusals of a history as a table, or nothing where nothing was refused. */
function refusals({ steps }: History): readonly string[] {
  const rows = steps.flatMap(({ told, decision }, index) =>
    decision.kind === 'accepted'
      ? []
      : decision.refusals.map(({ rule, path, en }) => [`${index + 1} ${told.type}`, rule, path ?? '—', short(en, 100)]),
  );
  return rows.length === 0 ? [] : ['Refusals', table(REFUSALS, rows, Number.POSITIVE_INFINITY)];
}

/**
 * A history for people: given, when, then; the events of its record; its refusals. This is what trials over histories
 * tell of a case that does not hold; the token to try it again is added by the run that found it.
 */
export function historyText(history: History): string {
  const { events } = history;
  const zone = zoneOf(history);
  const record = events.length === 0 ? [] : [`Events (times: ${zone})`, eventTable(events, zone)];
  return [storyText(history), ...record, ...refusals(history)].join('\n\n');
}
