import { frame, lastScroll, linesFor, roomIn, type Window } from './frame.ts';
import { pressed, type Reach, type Stand, standAt } from './keys.ts';
import { lent, type Terminal } from './screen.ts';

/** What is stepped through. */
export interface Steps extends Omit<Reach, 'page'> {
  /** In one line, after how many events. */
  readonly title: (place: number) => string;
  /** The session after so many events. */
  readonly moment: (place: number) => string;
  readonly findings: () => string;
}

const HELP = '←/→ pas  Début/Fin  ↑/↓ lire  g aller au rang  f constats  q quitter';

const bottomOf = ({ typed, said }: Stand): string => {
  if (typed !== null) return `Aller au rang : ${typed}▏ (Entrée, Échap)`;
  return said === '' ? HELP : `${said}  ${HELP}`;
};

/** Lets somebody step through a session by its events, until they have enough. */
export async function stepThrough(terminal: Terminal, steps: Steps): Promise<void> {
  let stand = standAt(steps.size);
  let shown = { what: '', lines: [''] as readonly string[] };

  /** The lines of what is looked at, made anew where it is something else than before. */
  const linesOf = ({ shown: view, place }: Stand, { columns }: Window): readonly string[] => {
    const what = `${view} ${place} ${columns}`;
    if (what !== shown.what) {
      shown = { what, lines: linesFor(view === 'findings' ? steps.findings() : steps.moment(place), columns) };
    }
    return shown.lines;
  };

  await lent(terminal, {
    rows(window) {
      const lines = linesOf(stand, window);
      stand = { ...stand, scroll: Math.min(stand.scroll, lastScroll(lines, window)) };
      return frame(steps.title(stand.place), lines, bottomOf(stand), stand.scroll, window);
    },
    pressed(key, window) {
      stand = pressed(stand, key, { ...steps, page: roomIn(window) });
      return stand.isOver;
    },
  });
}
