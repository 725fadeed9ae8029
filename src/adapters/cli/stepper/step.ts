import { emitKeypressEvents } from 'node:readline';
import type { ReadStream, WriteStream } from 'node:tty';
import { frame, lastScroll, linesFor, roomIn, type Window } from './frame.ts';
import { type Key, pressed, type Reach, type Stand, standAt } from './keys.ts';

/** A terminal on which somebody types and reads. */
export interface Terminal {
  readonly input: ReadStream;
  readonly output: WriteStream;
}

/** What is stepped through. */
export interface Steps extends Omit<Reach, 'page'> {
  /** In one line, after how many events. */
  readonly title: (place: number) => string;
  /** The session after so many events. */
  readonly moment: (place: number) => string;
  readonly findings: () => string;
}

/** Another screen than the one that was there, without a cursor; and back. */
const [ENTER, LEAVE] = ['\u001b[?1049h\u001b[?25l', '\u001b[?25h\u001b[?1049l'];
const [TOP, REST_OF_LINE] = ['\u001b[H', '\u001b[K'];

const HELP = '←/→ pas  Début/Fin  ↑/↓ lire  g aller au rang  f constats  q quitter';

const bottomOf = ({ typed, said }: Stand): string => {
  if (typed !== null) return `Aller au rang : ${typed}▏ (Entrée, Échap)`;
  return said === '' ? HELP : `${said}  ${HELP}`;
};

/**
 * Lets somebody step through a session by its events, until they have enough. The terminal is what it was afterwards,
 * whatever ends it: a key, a signal, the end of the input, or an exception.
 */
export async function stepThrough({ input, output }: Terminal, steps: Steps): Promise<void> {
  const windowOf = (): Window => ({ columns: output.columns || 80, rows: output.rows || 24 });
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

  const draw = (): void => {
    const window = windowOf();
    const lines = linesOf(stand, window);
    stand = { ...stand, scroll: Math.min(stand.scroll, lastScroll(lines, window)) };
    const rows = frame(steps.title(stand.place), lines, bottomOf(stand), stand.scroll, window);
    output.write(TOP + rows.map((line) => line + REST_OF_LINE).join('\r\n'));
  };

  const restore = (): void => {
    input.setRawMode(false);
    output.write(LEAVE);
  };

  await new Promise<void>((resolve, reject) => {
    const ended = new AbortController();
    const { signal } = ended;
    const finish = (settle: () => void): void => {
      if (signal.aborted) return;
      ended.abort();
      restore();
      input.pause();
      settle();
    };
    const stop = (): void => finish(resolve);
    /** Whoever sent a signal is answered as if nobody had listened. */
    const obey = (name: NodeJS.Signals): void => finish(() => process.kill(process.pid, name));
    /** Does something that may fail: then the terminal is given back before anybody is told. */
    const carefully = (work: () => void): void => {
      try {
        work();
      } catch (thrown) {
        finish(() => reject(thrown));
      }
    };
    const onKey = (_: string | undefined, key: Key): void =>
      carefully(() => {
        stand = pressed(stand, key, { ...steps, page: roomIn(windowOf()) });
        if (stand.isOver) stop();
        else draw();
      });
    const listeners = [
      [input, 'keypress', onKey],
      [input, 'end', stop],
      [output, 'resize', () => carefully(draw)],
      [process, 'SIGTERM', obey],
      [process, 'SIGHUP', obey],
      [process, 'SIGINT', obey],
      [process, 'exit', restore],
    ] as const;
    for (const [emitter, name, listener] of listeners) emitter.on(name, listener);
    signal.addEventListener('abort', () => {
      for (const [emitter, name, listener] of listeners) emitter.off(name, listener);
    });
    carefully(() => {
      emitKeypressEvents(input);
      input.setRawMode(true);
      input.resume();
      output.write(ENTER);
      draw();
    });
  });
}
