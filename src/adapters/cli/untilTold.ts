/** Signals by which somebody says that it is enough. */
const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Does some work until somebody says that it is enough, such as by Ctrl-C; the work ends in its own good order. */
export async function untilTold<T>(work: (signal: AbortSignal) => Promise<T>): Promise<T> {
  const told = new AbortController();
  const stop = (): void => told.abort();
  for (const name of SIGNALS) process.on(name, stop);
  try {
    return await work(told.signal);
  } finally {
    for (const name of SIGNALS) process.off(name, stop);
  }
}
