/** Waits until something holds, asking whenever a call comes, or until the signal says to give up. */
export function once(
  listen: (look: () => void) => () => void,
  holds: () => boolean,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve) => {
    if (holds() || signal.aborted) return resolve();
    const done = () => {
      stop();
      signal.removeEventListener('abort', done);
      resolve();
    };
    const stop = listen(() => holds() && done());
    signal.addEventListener('abort', done);
  });
}
