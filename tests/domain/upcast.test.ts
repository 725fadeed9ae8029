import { describe, expect, test } from 'vitest';
import { readStored } from '../../src/domain/audit/stored.ts';
import { UnreadableEvent, type Upcaster, upToDate } from '../../src/domain/events/upcast.ts';
import type { StoredEvent } from '../../src/domain/store/envelope.ts';
import { ERASED } from '../../src/domain/values/personal.ts';
import { started } from './stages.ts';

const given = (): StoredEvent => {
  const found = started().events.find(({ type }) => type === 'AccessCodeGiven');
  if (found === undefined) throw new RangeError('no code was given');
  return found;
};

const of = (schemaVersion: number, data: unknown): StoredEvent => ({ ...given(), schemaVersion, data });

const UP: readonly Upcaster[] = [
  { type: 'TestResumed', from: 0, up: () => ({ accessCode: 'WRNG99' }) },
  { type: 'AccessCodeGiven', from: -1, up: (code) => ({ code }) },
  { type: 'AccessCodeGiven', from: 0, up: (data) => ({ accessCode: Reflect.get(Object(data), 'code') }) },
];

describe('an event of an earlier version', () => {
  test('of the version of today is what was stored, unchanged', () => {
    const event = given();
    expect(upToDate(event)).toBe(event);
    expect(upToDate(event, UP)).toBe(event);
  });

  test('is brought up step by step, and the stored one stays as it is', () => {
    const old = of(-1, 'BCDF23');
    expect(upToDate(old, UP)).toEqual({ ...given(), schemaVersion: 1, data: { accessCode: 'BCDF23' } });
    expect(upToDate(of(0, { code: 'BCDF23' }), UP)).toEqual(given());
    expect(old).toEqual(of(-1, 'BCDF23'));
  });

  test.each([
    [null, false],
    ['Dit avoir regardé l’heure.', true],
    [ERASED, true],
  ])(
    'of a fraud with the remarks %j says whether the candidate was heard, as far as it can be known',
    (remarks, heard) => {
      const data = { candidate: 1, facts: 'Téléphone', witnesses: [], candidateRemarks: remarks };
      const old: StoredEvent = { ...given(), type: 'FraudReported', schemaVersion: 1, data };
      expect(upToDate(old)).toEqual({ ...old, schemaVersion: 2, data: { ...data, candidateHeard: heard } });
      expect(readStored(old)).toEqual({ kind: 'read', event: upToDate(old) });
    },
  );

  test('that nobody can bring up is an error, and so is one of a later version or of no session', () => {
    for (const event of [of(-2, null), of(2, {}), { ...given(), type: 'SessionPostponed' }]) {
      expect(() => upToDate(event, UP)).toThrow(UnreadableEvent);
    }
    expect(() => upToDate(of(0, {}))).toThrow(
      'session-session-1, revision 7: AccessCodeGiven of version 0 cannot be read by this version',
    );
    const error = new UnreadableEvent(given());
    expect([error.name, error.code]).toEqual(['UnreadableEvent', 'event-unreadable']);
  });
});
