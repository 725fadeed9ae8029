import type { EventStore } from '../../../domain/store/port.ts';
import { boardAt } from '../../../projections/board/board.ts';
import type { BoardRow } from '../../../projections/board/row.ts';
import { boardText } from '../../../projections/board/text.ts';
import { frame, lastScroll, linesFor, roomIn } from '../stepper/frame.ts';
import type { Key } from '../stepper/keys.ts';
import { lent, type Terminal } from '../stepper/screen.ts';
import type { Rows } from './rows.ts';

/** How often time is seen to pass, in milliseconds. */
const TICK_MS = 1_000;

const HELP = '↑/↓ lire  q quitter';

/** Whether a key says that somebody has had enough. */
const isEnough = ({ name, ctrl }: Key): boolean => (ctrl === true ? name === 'c' || name === 'd' : name === 'q');

/** By how many lines a key scrolls. */
function scrolls({ name }: Key, page: number): number {
  if (name === 'up') return -1;
  if (name === 'down') return 1;
  if (name === 'pageup') return -page;
  return name === 'pagedown' || name === 'space' ? page : 0;
}

/** Where the rows of a live board come from. */
export interface Source {
  readonly store: Pick<EventStore, 'onAppend'>;
  readonly rows: Rows;
  /** Whether the record is out of reach. */
  readonly isAway: () => boolean;
}

/** Shows the board at a terminal until somebody has had enough: anew every second, and whenever something is recorded. */
export async function liveBoard(terminal: Terminal, { store, rows, isAway }: Source): Promise<void> {
  let known: readonly BoardRow[] = await rows.latest();
  let scroll = 0;
  const shown = {
    rows(window: { readonly columns: number; readonly rows: number }) {
      const lines = linesFor(boardText(boardAt(known, Date.now())), window.columns);
      scroll = Math.max(0, Math.min(scroll, lastScroll(lines, window)));
      const top = isAway()
        ? 'TABLEAU EN DIRECT : registre hors d’atteinte, ceci est ce qui en était connu'
        : 'TABLEAU EN DIRECT';
      return frame(top, lines, HELP, scroll, window);
    },
    pressed(key: Key, window: { readonly columns: number; readonly rows: number }) {
      scroll += scrolls(key, roomIn(window));
      return isEnough(key);
    },
  };
  await lent(terminal, shown, ({ draw, fail }) => {
    const ended = new AbortController();
    let isStale = false;
    let isLooking = false;
    const look = async (): Promise<void> => {
      if (isLooking) return;
      isLooking = true;
      try {
        while (isStale && !ended.signal.aborted) {
          isStale = false;
          known = await rows.latest(ended.signal);
          draw();
        }
      } catch (thrown) {
        if (!ended.signal.aborted) fail(thrown);
      } finally {
        isLooking = false;
      }
    };
    const news = (): void => {
      isStale = true;
      void look();
    };
    const unsubscribe = store.onAppend(news);
    // What came between the first look and the subscription rings no bell.
    news();
    const timer = setInterval(draw, TICK_MS);
    return () => {
      clearInterval(timer);
      unsubscribe();
      ended.abort();
    };
  });
}
