import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { boxed, unboxed } from '../../src/adapters/box.ts';
import { keyOfBytes } from '../../src/adapters/crypto/node.ts';
import { eventData } from '../../src/adapters/testing/arbitraries/events.ts';
import { BOX, boxIn, putBack, takenApart } from '../../src/domain/privacy/box.ts';
import { isPerson, personOf } from '../../src/domain/privacy/person.ts';
import { holds } from '../support/property.ts';

const KEY = keyOfBytes(new Uint8Array(32).fill(3));
const NONCE = new Uint8Array(12).fill(4);

describe('what is personal in an event', () => {
  test('taken out and put back is the same event, each field in its place', () =>
    holds(
      fc.property(eventData, (event) => {
        const apart = takenApart(event);
        if (apart === null) return;
        expect(JSON.stringify(putBack(apart.left, apart.personal))).toBe(JSON.stringify(event.data));
      }),
      { runs: 300 },
    ));

  test('is of the person whom the event is about', () => {
    const of = (type: string, data: unknown) => personOf({ type, data });
    expect(of('CommentAdded', { candidate: 3 })).toBe('candidate-3');
    expect(of('ExaminerAdded', { examiner: 'lefevre' })).toBe('examiner-lefevre');
    expect(of('SessionCommentAdded', {})).toBe('session');
  });

  test('is of nobody where an event has nothing personal, or is none of a session', () => {
    expect(personOf({ type: 'CandidatePresent', data: { candidate: 3 } })).toBeNull();
    expect(personOf({ type: 'LunchServed', data: { candidate: 3 } })).toBeNull();
    expect(personOf({ type: 'CommentAdded', data: null })).toBeNull();
    expect(personOf({ type: 'CommentAdded', data: 'text' })).toBeNull();
  });

  test.each([[undefined], [0], ['3 '], [{}], [Object.create(null)], [[]], [1e6]])(
    'is kept with the session’s free texts where the event names nobody: %j',
    (candidate) => {
      expect(personOf({ type: 'CommentAdded', data: { candidate } })).toBe('session');
    },
  );

  test.each(['candidate-0', 'candidate-01', 'candidate-', 'examiner-', 'examiner-\udc00', 'sessions', ''])(
    'is never of %j: that is no person',
    (text) => expect(isPerson(text)).toBe(false),
  );
});

describe('a box', () => {
  test.each([[null], ['text'], [{}], [{ [BOX]: null }], [{ [BOX]: { person: 'nobody', nonce: '', box: '' } }]])(
    'is not found in %j',
    (data) => expect(boxIn(data)).toBeNull(),
  );

  test('is found beside the data that it was made from', () => {
    const box = boxed(KEY, NONCE, 'place', 'candidate-3', { text: 'Absent' });
    expect(boxIn({ candidate: 3, [BOX]: box })).toEqual({ box, left: { candidate: 3 } });
  });

  test.each([
    ['too short', { box: 'AAAA' }],
    ['not base64url', { box: '????' }],
    ['with a nonce of another length', { nonce: 'AAAA' }],
    ['with a nonce that is not base64url', { nonce: 'A' }],
  ])('that is %s does not open', (_, changed) => {
    const box = boxed(KEY, NONCE, 'place', 'candidate-3', { text: 'Absent' });
    expect(unboxed(KEY, 'place', box)).toEqual({ text: 'Absent' });
    expect(unboxed(KEY, 'place', { ...box, ...changed })).toBeNull();
  });

  test.each([[null], [['text']], ['text']])('in which somebody locked %j, and no fields, holds nothing', (locked) => {
    const box = boxed(KEY, NONCE, 'place', 'candidate-3', locked as never);
    expect(unboxed(KEY, 'place', box)).toBeNull();
  });
});
