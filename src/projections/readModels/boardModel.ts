import { type BoardRow, boardRow, isRunning } from '../board/row.ts';
import { SESSION_COLUMNS } from './columns.ts';
import type { ReadModel } from './readModel.ts';

/** The sessions that run now, with what their candidates' clocks are read from. */
export const boardModel: ReadModel<BoardRow> = {
  name: 'board',
  version: 1,
  row: boardRow,
  keeps: isRunning,
  columns: SESSION_COLUMNS,
};
