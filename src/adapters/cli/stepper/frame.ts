import { visible } from '../../../projections/terminal/visible.ts';
import { widthOf, wrap } from '../../../projections/terminal/wrap.ts';

/** How much a terminal shows, in columns and lines. */
export interface Window {
  readonly columns: number;
  readonly rows: number;
}

/** Lines of a window that are not of the text: what is shown, a rule, and which keys there are. */
export const FRAME_LINES = 3;

/** A row of a table cannot be wrapped: it would leave its columns. */
const ROW = /[│┼]/u;

/** A line that fits; what is cut off is marked. */
function cut(line: string, columns: number): string {
  if (widthOf(line) <= columns) return line;
  return `${[...line].slice(0, Math.max(0, columns - 1)).join('')}…`;
}

/** A text as lines that fit a width, and do nothing to the terminal: sentences are wrapped, rows of tables cut. */
export const linesFor = (text: string, columns: number): readonly string[] =>
  visible(text)
    .split('\n')
    .flatMap((line) => (ROW.test(line) ? [line] : wrap(line, columns)))
    .map((line) => cut(line, columns));

/** How many lines of a text a window shows. */
export const roomIn = ({ rows }: Window): number => Math.max(1, rows - FRAME_LINES);

/** How far so many lines can be scrolled, so that the last one stays at the bottom of the window. */
export const lastScroll = (lines: readonly string[], window: Window): number =>
  Math.max(0, lines.length - roomIn(window));

/** What a window shows: a line that says where one is, the lines from one on, and a line of keys. */
export function frame(
  top: string,
  lines: readonly string[],
  bottom: string,
  scroll: number,
  window: Window,
): readonly string[] {
  const { columns, rows } = window;
  const room = roomIn(window);
  const part = lines.slice(scroll, scroll + room);
  const filled = [...part, ...Array.from({ length: room - part.length }, () => '')];
  const [first, last] = [top, bottom].map((line) => cut(visible(line.replaceAll('\n', ' ')), columns));
  return [first ?? '', '─'.repeat(columns), ...filled, last ?? ''].slice(0, rows);
}
