/** What is thrown where an answer is waited for no longer. */
export class TimedOut extends Error {
  constructor(what: string, ms: number) {
    super(`${what}: nothing within ${Math.round(ms)} ms`);
    this.name = 'TimedOut';
  }
}

/** How long something is waited for, and by whom. */
export interface Patience {
  readonly what: string;
  readonly ms: number;
  readonly signals: readonly AbortSignal[];
}

/**
 * Waits for an answer, but not longer than that.
 *
 * @throws TimedOut, or the reason of a signal, or what the work throws
 */
export function within<T>(work: Promise<T>, { what, ms, signals }: Patience): Promise<T> {
  // Not a race, which would make several promises more of each call.
  const { promise, resolve, reject } = Promise.withResolvers<T>();
  let stop = () => {};
  const end = () => {
    clearTimeout(timer);
    stop();
  };
  const giveUp = (reason: unknown) => {
    end();
    reject(reason);
  };
  const timer = setTimeout(() => giveUp(new TimedOut(what, ms)), ms);
  stop = onAbort(signals, giveUp);
  work.then((value) => {
    end();
    resolve(value);
  }, giveUp);
  return promise;
}

/**
 * Waits.
 *
 * @throws the reason of a signal
 */
export async function pause(ms: number, signals: readonly AbortSignal[]): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, ms);
  const stop = onAbort(signals, reject);
  try {
    await promise;
  } finally {
    clearTimeout(timer);
    stop();
  }
}

/**
 * Calls back with the reason of the first that is given up, also where one is already. Several, and not one signal that
 * stands for them: such a one would have to be made for every call, of signals that live as long as the store.
 *
 * @returns stops listening
 */
export function onAbort(signals: readonly AbortSignal[], act: (reason: unknown) => void): () => void {
  const given = signals.find(({ aborted }) => aborted);
  if (given !== undefined) {
    act(given.reason);
    return () => {};
  }
  const stop = () => {
    for (const signal of signals) signal.removeEventListener('abort', listener);
  };
  const listener = ({ target }: Event) => {
    stop();
    if (target instanceof AbortSignal) act(target.reason);
  };
  for (const signal of signals) signal.addEventListener('abort', listener);
  return stop;
}

/** @throws the reason of the first that is given up */
export function throwIfAborted(signals: readonly AbortSignal[]): void {
  for (const signal of signals) signal.throwIfAborted();
}
