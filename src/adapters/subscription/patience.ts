/** The longest that a timer can be set for, in milliseconds. */
const LONGEST_MS = 2_147_483_647;

/**
 * Waits for something, or until the signal says that it is in vain. The process stays meanwhile: what is waited for may
 * be told by something that keeps no process by itself. Nothing is left behind, neither a timer nor a listener.
 *
 * @throws the signal's reason
 */
export async function patiently<T>(awaited: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  const { promise: inVain, reject } = Promise.withResolvers<never>();
  const giveUp = () => reject(signal?.reason);
  const stay = setInterval(() => {}, LONGEST_MS);
  signal?.addEventListener('abort', giveUp);
  if (signal?.aborted) giveUp();
  try {
    // Whichever comes second is heard as well, and so is no rejection that nobody handled.
    return await Promise.race([inVain, awaited]);
  } finally {
    clearInterval(stay);
    signal?.removeEventListener('abort', giveUp);
  }
}

/**
 * Waits for so many milliseconds.
 *
 * @throws the signal's reason
 */
export async function pause(milliseconds: number, signal: AbortSignal | undefined): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const timer = setTimeout(resolve, milliseconds);
  try {
    await patiently(promise, signal);
  } finally {
    clearTimeout(timer);
  }
}
