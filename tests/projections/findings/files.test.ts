import { describe, expect, test } from 'vitest';
import { found, revisionsOf } from './asked.ts';
import { held, PLAN, RESULTS, SCAN, SHEET } from './held.ts';

describe('Files in hand', () => {
  const { events } = held(PLAN).story;
  const digest = 'd'.repeat(64);

  test('that the record names are in order, whatever the case of their digits', () => {
    const documents = [
      { kind: 'digitalSheet', sha256: SHEET.sha256.toUpperCase() },
      { kind: 'signedScan', sha256: SCAN.sha256 },
      { kind: 'results', sha256: RESULTS.sha256 },
    ] as const;
    expect(found(events, null, { documents })).toEqual([]);
  });

  test('that are other than those that the record names are found', () => {
    const [finding] = found(events, 'document-differs', { documents: [{ kind: 'signedScan', sha256: digest }] });
    const [scan = 0] = revisionsOf(events, ['DocumentRecorded']).slice(1);
    expect(finding?.events).toEqual([scan, ...revisionsOf(events, ['SheetSubmitted'])]);
    expect(finding?.fr).toBe(
      `Le fichier remis comme scan de la feuille signée (SHA-256 ${digest}) n’est pas celui du registre.`,
    );
  });

  test('that the record knows as something else are found', () => {
    const documents = [{ kind: 'fraudReport', sha256: RESULTS.sha256 }] as const;
    const [finding] = found(events, 'document-differs', { documents });
    expect(finding?.events).toEqual([
      ...revisionsOf(events, ['DocumentRecorded']).slice(2),
      ...revisionsOf(events, ['ResultsSent']),
    ]);
    expect(finding?.fr).toContain('n’est pas celui du registre, qui le connaît comme résultats.');
  });

  test('of whose kind the record says nothing are unknown', () => {
    const documents = [{ kind: 'navette', sha256: digest }] as const;
    expect(found(events, null, { documents }).map(({ rule, fr }) => [rule, fr])).toEqual([
      ['document-unknown', `Aucun événement ne désigne le fichier remis comme Navette créneaux (SHA-256 ${digest}).`],
    ]);
  });
});
