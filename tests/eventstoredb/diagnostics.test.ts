import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { expect, onTestFinished, test } from 'vitest';
import { numbered } from '../../src/adapters/testing/store/events.ts';
import { isLive, readUntil } from './support/batches.ts';
import { lostAndForgotten, withStore } from './support/store.ts';

const STREAM = 'session-1';

test('an operator can count what was tried again, and learns nothing of any event', () =>
  withStore(async ({ server, store }) => {
    const told: unknown[] = [];
    const listen = (message: unknown) => told.push(message);
    subscribe('emargement:eventstoredb', listen);
    onTestFinished(() => void unsubscribe('emargement:eventstoredb', listen));
    server.faults = lostAndForgotten;
    await store.append(STREAM, 'none', [numbered(0, { name: 'Camille' })]);
    server.faults = ({ kind, n }) => (kind === 'subscribe' && n === 1 ? { fault: 'reset' } : null);
    await readUntil(store.subscribe(), isLive);
    expect(told).toMatchObject([
      { kind: 'reconnect' },
      { kind: 'retry', what: 'appending to session-1', failures: 1 },
      { kind: 'found-stored', stream: STREAM, revision: 1 },
      { kind: 'reconnect' },
      { kind: 'resubscribe', failures: 1 },
    ]);
    expect(JSON.stringify(told)).not.toContain('Camille');
  }));
