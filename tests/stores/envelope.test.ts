import { describe, expect, test } from 'vitest';
import { storedAs } from '../../src/adapters/testing/store/events.ts';
import { newEvent } from '../../src/adapters/testing/store/newEvent.ts';
import { storedEnvelope } from '../../src/domain/store/envelope.ts';
import { isStoreError, StoreError } from '../../src/domain/store/errors.ts';

const stored = storedAs('session-1', 1, newEvent());

describe('a stored event’s envelope', () => {
  test('is read as it is, and its data is left to the event’s own schema', () => {
    expect(storedEnvelope.parse(stored)).toStrictEqual(stored);
    expect(storedEnvelope.parse({ ...stored, data: 'anything' })).toMatchObject({ data: 'anything' });
  });

  test.each([
    { id: 'not a UUID' },
    { type: '' },
    { type: 'x'.repeat(101) },
    { schemaVersion: 0 },
    { stream: 'séance' },
    { stream: '' },
    { stream: 'x'.repeat(129) },
    { stream: '-begins with no letter or digit' },
    { revision: 0 },
    { revision: 1.5 },
    { occurredAt: '2024-09-17' },
    { recordedAt: 0.5 },
    { actor: { role: 'examinateur', identity: 'lefevre' } },
    { actor: { role: 'examiner', identity: '' } },
    { actor: { role: 'examiner', identity: 'lefevre', name: 'Lefèvre' } },
    { commandId: null },
    { correlationId: '' },
    { causationId: 7 },
    { previousHash: 'x'.repeat(201) },
    { storedAt: 0 },
  ])('is refused with %j', (wrong) => {
    expect(storedEnvelope.safeParse({ ...stored, ...wrong }).success).toBe(false);
  });
});

describe('a store’s fault', () => {
  test('says what happened by its code, and keeps its cause', () => {
    const cause = new Error('the disk’s own words');
    const fault = new StoreError('store-unwritable', 'record.db: the disk is full', { cause });
    expect(fault).toMatchObject({ name: 'StoreError', code: 'store-unwritable', cause });
    expect(String(fault)).toBe('StoreError: record.db: the disk is full');
  });

  test('is known as such by what it says, so that another copy of this library is understood', () => {
    const another = Object.assign(new Error('closed'), { name: 'StoreError', code: 'store-closed' });
    expect([another, new StoreError('store-busy', 'busy')].map(isStoreError)).toEqual([true, true]);
    const others = [
      new Error('closed'),
      Object.assign(new Error('no code'), { name: 'StoreError' }),
      { ...another },
      null,
    ];
    expect(others.map(isStoreError)).toEqual(others.map(() => false));
  });
});
