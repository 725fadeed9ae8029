import type { Views } from '../../../domain/store/views.ts';
import { boardAt } from '../../../projections/board/board.ts';
import { boardText } from '../../../projections/board/text.ts';
import { liveBoard } from '../board/live.ts';
import { boardRows } from '../board/rows.ts';
import { EXIT, type ExitCode } from '../io.ts';
import { type Place, reading } from '../place.ts';
import { show } from '../show.ts';
import type { Call, Task } from '../task.ts';
import { hasViews, withViews } from '../views.ts';

/** The board from these views: live where somebody watches, else once. */
async function shown(call: Call, { store }: Place, views: Views | null): Promise<ExitCode> {
  const { io, json, values } = call;
  const { once } = values;
  let isAway = false;
  const rows = boardRows(store, views, ({ state }) => {
    isAway = state === 'waiting';
  });
  try {
    if (io.terminal === undefined || json || once === true) {
      return show(call, boardAt(await rows.latest(), Date.now()), (board) => boardText(board).trimEnd());
    }
    await liveBoard(io.terminal, { store, rows, isAway: () => isAway });
    return EXIT.done;
  } finally {
    await rows.close();
  }
}

/** « L'enseignant indique quelques minutes avant la fin le temps restant »: for every room at once, while time passes. */
export const board: Task = {
  usage: 'board [--once]',
  summary: 'le tableau en direct des sessions en cours : le temps restant de chaque candidat, chaque seconde',
  words: [0, 0],
  options: { once: { type: 'boolean', help: 'affiche une fois, et rend la main' } },
  run: (call) =>
    reading(call.db, (place) =>
      // Without keys nobody’s name is known, and views that are there must not forget the names that they have.
      hasViews(call.db) && place.hasKeys
        ? withViews(call.db, (views) => shown(call, place, views))
        : shown(call, place, null),
    ),
};
