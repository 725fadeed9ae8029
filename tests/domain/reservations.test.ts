import { describe, expect, test } from 'vitest';
import { PROCEDURE } from '../../src/domain/procedure.ts';
import { holderOf, isReservation, RESERVATION_VERSION, reservationData } from '../../src/domain/reservation.ts';
import type { StoredEvent } from '../../src/domain/store/envelope.ts';
import { CODE, started } from './stages.ts';

const [template] = started().events;

/** An event in the stream of a code. */
const event = (type: string, session: string): StoredEvent => {
  if (template === undefined) throw new RangeError('the story has no event');
  return { ...template, type, data: { accessCode: CODE, session } };
};

const reserved = (session: string) => event('AccessCodeReserved', session);
const released = (session: string) => event('AccessCodeReleased', session);

describe(PROCEDURE.accessCode, () => {
  test('a code is held by the session that reserved it last, until it is released', () => {
    expect(holderOf([])).toBeNull();
    expect(holderOf([reserved('a')])).toBe('a');
    expect(holderOf([reserved('a'), released('a')])).toBeNull();
    expect(holderOf([reserved('a'), released('a'), reserved('b')])).toBe('b');
  });

  test('what is no reservation says nothing of who holds it', () => {
    const other = event('AccessCodeGiven', 'b');
    expect([reserved('a'), released('a'), other].map(isReservation)).toEqual([true, true, false]);
    expect(holderOf([reserved('a'), other])).toBe('a');
    expect(holderOf([other])).toBeNull();
  });

  test('a reservation names a code and a session, and nothing else', () => {
    expect(RESERVATION_VERSION).toBe(1);
    const data = { accessCode: CODE, session: 's-1' };
    expect(reservationData.parse(data)).toEqual(data);
    for (const wrong of [
      { ...data, accessCode: 'abcd12' },
      { ...data, session: '' },
      { ...data, by: 'x' },
    ]) {
      expect(reservationData.safeParse(wrong).success).toBe(false);
    }
  });
});
