import { describe, expect, test } from 'vitest';
import { PROCEDURE } from '../../src/domain/procedure.ts';
import { eventsOf, expectFaults, faultsOf, issued, planned, started } from './stages.ts';

describe(PROCEDURE.materiel, () => {
  test('a document that travelled is noted with its digest, at any moment of a planned session', () => {
    const document = { sha256: '0123456789abcdef'.repeat(4), mediaType: 'application/vnd.ms-excel', bytes: 12 };
    const data = { kind: 'materiel', document, sender: 'certif@pix.fr', recipient: 'Lycée' } as const;
    for (const story of [planned(), issued(), started()]) {
      const { lifecycle } = story.draft.place;
      expect(eventsOf(story, { type: 'RecordDocument', data })).toEqual([{ type: 'DocumentRecorded', data }]);
      expect(story.draft.place.lifecycle).toBe(lifecycle);
    }
  });

  const recorded = (document: object, more: object = {}) =>
    faultsOf('RecordDocument', {
      kind: 'navette',
      document: { sha256: 'f'.repeat(64), mediaType: 'text/csv', bytes: 1, ...document },
      sender: 'Lycée',
      recipient: 'certif@pix.fr',
      ...more,
    });

  test('a document is named by its digest, media type and size', () => {
    expectFaults(
      (document: object) => recorded(document),
      [
        [{ sha256: 'f'.repeat(63) }, 'digest-sha-256 at data.document.sha256'],
        [{ sha256: 'f'.repeat(65) }, 'digest-sha-256 at data.document.sha256'],
        [{ sha256: 'F'.repeat(64) }, 'digest-sha-256 at data.document.sha256'],
        [{ mediaType: 'csv' }, 'media-type-shape at data.document.mediaType'],
        [{ mediaType: 'text/csv; charset=utf-8' }, 'media-type-shape at data.document.mediaType'],
        [{ mediaType: ' text/csv' }, 'media-type-shape at data.document.mediaType'],
        [{ mediaType: `a/${'b'.repeat(125)}` }],
        [{ mediaType: `a/${'b'.repeat(126)}` }, 'field-too-big at data.document.mediaType'],
        [{ bytes: 0 }, 'field-too-small at data.document.bytes'],
        [{ bytes: 1_073_741_824 }],
        [{ bytes: 1_073_741_825 }, 'field-too-big at data.document.bytes'],
        [{ name: 'navette.xlsx' }, 'field-unrecognized-keys at data.document'],
      ],
    );
  });

  test('sender and recipient are lines of at most 200 characters, and the kind is a known one', () => {
    expect(recorded({}, { sender: 's'.repeat(200), recipient: 'r'.repeat(200) })).toEqual([]);
    expect(recorded({}, { sender: 's'.repeat(201), recipient: 'r'.repeat(201), kind: 'postcard' })).toEqual([
      'field-invalid-value at data.kind',
      'field-too-big at data.sender',
      'field-too-big at data.recipient',
    ]);
    for (const kind of ['navette', 'materiel', 'digitalSheet', 'signedScan', 'fraudReport', 'results']) {
      expect(recorded({}, { kind })).toEqual([]);
    }
  });
});
