import fc from 'fast-check';
import type { EventStore } from '../../../../domain/store/port.ts';
import { numbered } from '../events.ts';
import { readerOf, readOn } from '../reader.ts';
import { played, storeTrial } from '../storeTrial.ts';

/** How long a listener is waited for, at most; a store that tells at all tells long before. */
const PATIENCE_MS = 3_000;

/** Waits until something is so. Whether it was, in time. */
async function eventually(isSo: () => boolean): Promise<boolean> {
  for (const end = Date.now() + PATIENCE_MS; Date.now() < end; ) {
    if (isSo()) return true;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  return isSo();
}

/** How often one is told. */
function listenTo(store: EventStore): { readonly calls: () => number; readonly stop: () => void } {
  let calls = 0;
  const stop = store.onAppend(() => calls++);
  return { calls: () => calls, stop };
}

/** Whoever is told later than it could have read has waited in vain. */
export const listening = storeTrial(
  'whoever looks only when told has seen everything in the end',
  ['listening', 'globalOrder'],
  ({ play }) =>
    played({
      // One case: whoever is told nothing waits in vain, and would do so again for every smaller one.
      cases: fc.constant(3),
      holds: (count) =>
        play(async ({ store }) => {
          const reader = readerOf(store, 1_000);
          const faults: unknown[] = [];
          let looking: Promise<unknown> = Promise.resolve();
          const stop = store.onAppend(() => {
            looking = looking.then(() => readOn(reader)).catch((fault) => faults.push(fault));
          });
          for (let n = 0; n < count; n++) {
            await store.append('session-1', n, [numbered(n)]);
            const isSeen = await eventually(() => reader.seen.length > n || faults.length > 0);
            if (!isSeen) throw new Error(`Event ${n + 1} is stored, and the listener is not led to it`);
          }
          stop();
          await looking;
          if (faults.length > 0) throw faults[0];
        }),
      tell: (count) => `Someone listens, and ${count} events are appended, each when the one before was seen`,
      runs: 1,
    }),
);

/** As a process is told of what another one stored. */
export const listeningElsewhere = storeTrial(
  'whoever listens to one instance is told of what another one stored',
  ['listening', 'secondInstance'],
  ({ play }) =>
    played({
      cases: fc.constant(1),
      holds: (count) =>
        play(async ({ store, again }) => {
          const other = await again();
          const { calls, stop } = listenTo(other);
          for (let n = 0; n < count; n++) await store.append('session-1', n, [numbered(n)]);
          const isTold = await eventually(() => calls() > 0);
          stop();
          if (!isTold) throw new Error('The listener is told nothing');
        }),
      tell: (count) => `Someone listens on a second instance, and events are appended on the first: ${count}`,
      runs: 1,
    }),
);

/** A conflict or an append of nothing is no news; and nobody is told once it has unsubscribed. */
export const notTold = storeTrial(
  'nobody is told of what was not stored, or once it has unsubscribed',
  ['listening'],
  ({ capabilities: { emptyAppend }, play }) =>
    played({
      cases: fc.record({ stays: fc.boolean(), empty: emptyAppend ? fc.boolean() : fc.constant(false) }),
      holds: ({ stays, empty }) =>
        play(async ({ store }) => {
          await store.append('session-1', 'none', [numbered(0)]);
          const { calls, stop } = listenTo(store);
          if (!stays) {
            stop();
            await store.append('session-1', 1, [numbered(1)]);
          } else if (empty) await store.append('session-1', 1, []);
          else await store.append('session-1', 'none', [numbered(1)]);
          // One who listens from now on is told of the next append; whatever was due to the first came before.
          const witness = listenTo(store);
          await store.append('session-2', 'none', [numbered(2)]);
          if (!(await eventually(() => witness.calls() > 0))) throw new Error('Who listens now is told nothing');
          witness.stop();
          stop();
          const due = stays ? 1 : 0;
          if (calls() > due) throw new Error(`The listener is told ${calls()} times, and not ${due}`);
        }),
      tell: ({ stays, empty }) =>
        stays ? `Someone listens to ${empty ? 'an append of nothing' : 'a conflict'}` : 'Someone unsubscribes',
      runs: 8,
    }),
);
