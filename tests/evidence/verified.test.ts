import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 } from '../../src/adapters/crypto/node.ts';
import { evidenceHistory, verdictText, verifyEvidence } from '../../src/adapters/evidence/index.ts';
import { asErased } from '../../src/domain/erasure.ts';
import { headText, readHead } from '../../src/domain/seal/head.ts';
import { holds } from '../support/property.ts';
import { bytesOf, CENTRE, fileOf, outcomesOf } from './support/files.ts';
import { recorded, sessions } from './support/record.ts';

const trusted = [CENTRE.trusted];

describe('an evidence file for a jury', () => {
  test('is sound in every respect, whatever the session was', async () => {
    await holds(
      fc.asyncProperty(
        sessions(25),
        fc.nat(9),
        fc.integer({ min: 1, max: 5000 }),
        async ({ events }, others, piece) => {
          const record = recorded(events, others);
          const verdict = await verifyEvidence(bytesOf(await fileOf(record), piece), { trusted, head: record.head });
          const { documents, personal, ...outcomes } = outcomesOf(verdict);
          expect(Object.values(outcomes)).toEqual(Array(7).fill('holds'));
          expect([documents, personal]).not.toContain('fails');
          expect(verdict).toMatchObject({
            sound: true,
            head: record.head,
            firstWrong: null,
            vouchedUpTo: events.length,
          });
        },
      ),
      { runs: 40 },
    );
  });

  test('gives the events back as they were recorded, as far as nobody was erased', async () => {
    await holds(
      fc.asyncProperty(sessions(25), async ({ events }) => {
        const answer = await evidenceHistory(bytesOf(await fileOf(recorded(events))));
        expect(answer).toMatchObject({ fault: null, unopened: [], withoutKey: [], history: { unreadable: [] } });
        expect(answer.history.events.map((event) => ({ ...event, previousHash: null }))).toEqual(asErased(events));
      }),
      { runs: 30 },
    );
  });

  test('that nobody signed is verified in all but that, and says that nobody vouches for it', async () => {
    await holds(
      fc.asyncProperty(sessions(10), async ({ events }) => {
        const lines = await fileOf(recorded(events), { root: null, inclusion: null }, null);
        expect(lines.at(-1)).toBe('{"signature":null}\n');
        const verdict = await verifyEvidence(bytesOf(lines), { trusted });
        const [found, open] = [outcomesOf(verdict), 'notChecked'];
        expect(found).toMatchObject({ schema: 'holds', chain: 'holds', lifecycle: 'holds' });
        expect(found).toMatchObject({ head: open, inclusion: open, root: open, signature: open });
        expect(verdict).toMatchObject({ sound: true, vouchedUpTo: null });
        expect(verdictText(verdict)).toContain('Personne n’a signé le dossier');
      }),
      { runs: 20 },
    );
  });

  test('is compared with a head that was copied by hand', async () => {
    await holds(
      fc.asyncProperty(sessions(10), async ({ events }) => {
        const record = recorded(events);
        const head = readHead(sha256, headText(sha256, record.head));
        expect(head).not.toBeNull();
        if (head === null) return;
        const verdict = await verifyEvidence(bytesOf(await fileOf(record)), { trusted: [], head });
        expect(outcomesOf(verdict)).toMatchObject({
          chain: 'holds',
          head: 'holds',
          signature: 'notChecked',
          root: 'notChecked',
        });
        expect(verdictText(verdict)).toContain('non vérifié   Signature du dossier');
      }),
      { runs: 10 },
    );
  });
});
