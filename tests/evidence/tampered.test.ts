import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyEvidence } from '../../src/adapters/evidence/index.ts';
import { tamperedRecords } from '../../src/adapters/testing/histories/tampered.ts';
import { checkedReplay } from '../../src/domain/machine/replay.ts';
import { holds } from '../support/property.ts';
import { bytesOf, CENTRE, codesOf, fileOf, outcomesOf, STRANGER } from './support/files.ts';
import { asStored, headOf, recorded, sealedTexts, sessions } from './support/record.ts';
import { tampered, tamperings } from './support/tampering.ts';

const trusted = [CENTRE.trusted];
const short = sessions(12);

/** A file whose event lines were tampered with. */
const withEvents = (lines: readonly string[], bytes: Uint8Array): Uint8Array =>
  Buffer.concat([Buffer.from(lines.slice(0, 2).join('')), bytes, Buffer.from(lines.slice(-2).join(''))]);

const bytesOfLines = (lines: readonly string[]) => lines.slice(2, -2).map((line) => Buffer.from(line));

describe('a changed, removed, swapped, added or cut off event', () => {
  test('is found and named by the signature of a trusted key', async () => {
    await holds(
      fc.asyncProperty(short, fc.array(tamperings, { minLength: 8, maxLength: 8 }), async ({ events }, wanted) => {
        const lines = await fileOf(recorded(events));
        for (const tampering of wanted) {
          const found = tampered(bytesOfLines(lines), tampering);
          if (found === null) continue;
          const verdict = await verifyEvidence(bytesOf(withEvents(lines, found.bytes)), { trusted });
          expect(verdict.sound).toBe(false);
          expect(outcomesOf(verdict).signature).toBe('fails');
          expect(found.first).toContain(verdict.firstWrong);
        }
      }),
      { runs: 25 },
    );
  });

  test('is found and named by a head that is known, whoever signed', async () => {
    await holds(
      fc.asyncProperty(short, fc.array(tamperings, { minLength: 8, maxLength: 8 }), async ({ events }, wanted) => {
        const record = recorded(events);
        const lines = await fileOf(record);
        for (const tampering of wanted) {
          const found = tampered(bytesOfLines(lines), tampering);
          if (found === null) continue;
          const verdict = await verifyEvidence(bytesOf(withEvents(lines, found.bytes)), {
            trusted: [],
            head: record.head,
          });
          expect(verdict.sound).toBe(false);
          expect(outcomesOf(verdict).signature).not.toBe('fails');
          expect(found.first).toContain(verdict.firstWrong);
        }
      }),
      { runs: 25 },
    );
  });
});

describe('a changed byte anywhere', () => {
  test('is found by the signature', async () => {
    await holds(
      fc.asyncProperty(short, fc.nat(), fc.integer({ min: 1, max: 255 }), async ({ events }, place, bits) => {
        const bytes = Buffer.from((await fileOf(recorded(events))).join(''));
        const at = place % bytes.length;
        bytes[at] = (bytes[at] ?? 0) ^ bits;
        const verdict = await verifyEvidence(bytesOf(bytes), { trusted });
        expect(verdict.sound).toBe(false);
        expect(outcomesOf(verdict).signature).not.toBe('holds');
      }),
      { runs: 100 },
    );
  });
});

describe('a session that was written anew as a whole', () => {
  test('is found by a known head, by a known root and by the signature, and by nothing in the file itself', async () => {
    await holds(
      fc.asyncProperty(short, short, async ({ events }, { events: others }) => {
        const [truth, lie] = [recorded(events), recorded(others, 7)];
        fc.pre(truth.head.hash !== lie.head.hash);
        const lines = await fileOf(lie, {}, STRANGER.signer);
        expect((await verifyEvidence(bytesOf(lines), { trusted: [] })).sound).toBe(true);

        const bySignature = await verifyEvidence(bytesOf(lines), { trusted });
        expect(outcomesOf(bySignature)).toMatchObject({ signature: 'fails', root: 'fails', chain: 'holds' });
        const byHead = await verifyEvidence(bytesOf(lines), { trusted: [], head: truth.head });
        expect(outcomesOf(byHead)).toMatchObject({ head: 'fails', chain: 'holds' });
        const roots = [{ size: lie.inclusion.size, root: truth.root }];
        const byRoot = await verifyEvidence(bytesOf(lines), { trusted: [], roots });
        expect(outcomesOf(byRoot)).toMatchObject({ inclusion: 'fails', chain: 'holds' });
      }),
      { runs: 20 },
    );
  });
});

describe('an illegal session whose seal is right', () => {
  test('is named by its events and rules, and its chain holds', async () => {
    let illegal = 0;
    await holds(
      fc.asyncProperty(tamperedRecords(3), async ({ events: facts }) => {
        const events = asStored(facts);
        const texts = sealedTexts(events);
        const record = { ...recorded([]), texts, head: headOf(texts), keys: new Map() };
        const lines = await fileOf(record, { root: null, inclusion: null });
        const verdict = await verifyEvidence(bytesOf(lines), { trusted, head: record.head });
        expect(outcomesOf(verdict)).toMatchObject({ chain: 'holds', head: 'holds', signature: 'holds' });

        const { breaches } = checkedReplay(events);
        const lifecycle = verdict.checks.find(({ check }) => check === 'lifecycle');
        const rules = breaches.flatMap(({ revision, refusals }) => refusals.map(({ rule }) => [revision, rule]));
        const unread = verdict.checks.find(({ check }) => check === 'schema')?.revision ?? events.length + 1;
        const named = lifecycle?.findings.map(({ revision, code }) => [revision, code]);
        expect(named).toEqual(rules.filter(([revision]) => Number(revision) < unread));
        if (lifecycle?.outcome === 'fails') illegal += 1;
      }),
      { runs: 25 },
    );
    expect(illegal).toBeGreaterThan(10);
  });
});

describe('an event that the catalogue does not know', () => {
  test.each([
    [{ type: 'SessionDreamt' }, 'type-unknown'],
    [{ schemaVersion: 2 }, 'version-unknown'],
    [{ data: { shoeSize: 38 } }, 'event-unreadable'],
  ])('is named, and what follows it is not judged: %j', async (change, code) => {
    const [history] = fc.sample(short, { numRuns: 1, seed: 7 });
    const events = (history?.events ?? []).map((event, index) => (index === 2 ? { ...event, ...change } : event));
    const texts = sealedTexts(events);
    const record = { ...recorded([]), texts, head: headOf(texts) };
    const verdict = await verifyEvidence(bytesOf(await fileOf(record, { root: null, inclusion: null })), { trusted });
    expect(codesOf(verdict, 'schema')).toEqual([code]);
    expect(outcomesOf(verdict)).toMatchObject({ schema: 'fails', chain: 'holds', lifecycle: 'notChecked' });
    expect(verdict.firstWrong).toBe(3);
  });
});
