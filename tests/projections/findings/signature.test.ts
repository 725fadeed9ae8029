import { describe, expect, test } from 'vitest';
import { found, frenchOf, revisionsOf } from './asked.ts';
import { held, type Otherwise, PLAN } from './held.ts';
import { nothing } from './injection.ts';

describe('A signature', () => {
  const noted = (signature: 'forgotten' | 'wrongLine'): Otherwise => ({
    welcome: ({ story }, usual) => {
      usual();
      story.must({ type: 'RecordSignature', data: { candidate: 1, signature } });
    },
  });

  test('that was forgotten, or stands on another line, is missing', () => {
    expect(frenchOf('signature-missing', noted('forgotten'))).toEqual(['Candidat n° 1 : présent, n’a pas signé.']);
    expect(frenchOf('signature-missing', noted('wrongLine'))).toEqual([
      'Candidat n° 1 : présent, a signé sur la ligne d’un autre candidat.',
    ]);
  });

  test('is not missed of a candidate of whom nothing says that they came, nor before the close', () => {
    const welcome = nothing;
    const announced: Otherwise = { welcome, number: nothing, middle: nothing, announce: nothing, finish: nothing };
    const left = { submit: nothing, conclude: nothing, after: nothing };
    expect(frenchOf('signature-missing', { ...announced, ...left })).toEqual([]);
    expect(
      frenchOf('signature-missing', { welcome, close: nothing, after: nothing, submit: nothing, conclude: nothing }),
    ).toEqual([]);
  });

  test('is missed of a candidate who is known to have come by the test alone', () => {
    const { events } = held(PLAN, { welcome: nothing }).story;
    const [finding] = found(events, 'signature-missing');
    expect(finding?.events).toEqual(revisionsOf(events, ['CertificationNumberRecorded', 'EndScreenSeen'], 1));
  });
});
