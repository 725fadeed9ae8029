import { emitKeypressEvents } from 'node:readline';
import type { ReadStream, WriteStream } from 'node:tty';
import type { Window } from './frame.ts';
import type { Key } from './keys.ts';

/** A terminal on which somebody types and reads. */
export interface Terminal {
  readonly input: ReadStream;
  readonly output: WriteStream;
}

/** What has the screen for a while. */
export interface Shown {
  /** The lines that fill a window. */
  readonly rows: (window: Window) => readonly string[];
  /** Takes a key. @returns whether somebody has had enough */
  readonly pressed: (key: Key, window: Window) => boolean;
}

/** A screen while it is lent. */
export interface Screen {
  /** Shows it anew. */
  readonly draw: () => void;
  /** Gives the screen back, and throws this to whoever borrowed it. */
  readonly fail: (thrown: unknown) => void;
}

/** Another screen than the one that was there, without a cursor; and back. */
const [ENTER, LEAVE] = ['\u001b[?1049h\u001b[?25l', '\u001b[?25h\u001b[?1049l'];
const [TOP, REST_OF_LINE] = ['\u001b[H', '\u001b[K'];

/**
 * Lends the screen until somebody has had enough. The terminal is what it was afterwards, whatever ends it: a key, a
 * signal, the end of the input, or an exception.
 *
 * @param begun told once it is shown; what it answers is called when the screen is given back
 */
export async function lent(
  { input, output }: Terminal,
  { rows, pressed }: Shown,
  begun: (screen: Screen) => () => void = () => () => {},
): Promise<void> {
  const windowOf = (): Window => ({ columns: output.columns || 80, rows: output.rows || 24 });

  const draw = (): void => {
    const lines = rows(windowOf());
    output.write(TOP + lines.map((line) => line + REST_OF_LINE).join('\r\n'));
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
    const fail = (thrown: unknown): void => finish(() => reject(thrown));
    /** Whoever sent a signal is answered as if nobody had listened. */
    const obey = (name: NodeJS.Signals): void => finish(() => process.kill(process.pid, name));
    /** Does something that may fail: then the terminal is given back before anybody is told. */
    const carefully = (work: () => void): void => {
      if (signal.aborted) return;
      try {
        work();
      } catch (thrown) {
        fail(thrown);
      }
    };
    const onKey = (_: string | undefined, key: Key): void =>
      carefully(() => {
        if (pressed(key, windowOf())) stop();
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
      signal.addEventListener('abort', begun({ draw: () => carefully(draw), fail }));
    });
  });
}
