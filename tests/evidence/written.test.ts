import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { keyOfBytes } from '../../src/adapters/crypto/node.ts';
import { encrypted, openKeyring } from '../../src/adapters/encrypted/index.ts';
import {
  type EvidenceInput,
  signRoot,
  verdictText,
  verifyEvidence,
  writeEvidence,
} from '../../src/adapters/evidence/index.ts';
import { openMemoryKeys } from '../../src/adapters/memory/keys.ts';
import { openMemoryStore } from '../../src/adapters/memory/store.ts';
import { inclusionOf, rootOf, sealed } from '../../src/adapters/sealed/index.ts';
import { erasedIn } from '../../src/domain/erasure.ts';
import type { SessionEvent } from '../../src/domain/events/catalogue.ts';
import { holds } from '../support/property.ts';
import { bytesOf, CENTRE, codesOf, fileOf, MADE_AT, outcomesOf, STRANGER } from './support/files.ts';
import { keyOf, recorded, STREAM, sessions } from './support/record.ts';

const trusted = [CENTRE.trusted];
const finished = sessions(20).filter(({ events }) => events.some(({ type }) => type === 'ResultsSent'));
const [HISTORY] = fc.sample(finished, { numRuns: 1, seed: 9 });
const RECORD = recorded(HISTORY?.events ?? []);

type Changes = Partial<EvidenceInput>;

const rejected = (changes: Changes) => fileOf(RECORD, changes).catch((thrown: unknown) => thrown);

describe('a record of a store that encrypts and seals', () => {
  test('is written and verified with its own path, root and keys', async () => {
    await holds(
      fc.asyncProperty(sessions(15), async ({ events }) => {
        const store = sealed(openMemoryStore());
        const keyring = await openKeyring(openMemoryKeys(), {
          current: { id: 'master', bytes: keyOf('session').export() },
        });
        const hiding = encrypted(store, keyring);
        const other = { ...events[0], id: '10000000-0000-4000-8000-000000000000' } as SessionEvent;
        await hiding.append('session-other', 0, [other]);
        for (const [index, event] of events.entries()) await hiding.append(STREAM, index, [event]);
        for (const person of erasedIn(events)) await hiding.erase?.(STREAM, person);

        const texts = ((await store.readTexts?.()) ?? [])
          .map(({ text }) => text)
          .filter((text) => text.includes(`"${STREAM}"`));
        const root = await signRoot({ ...(await rootOf(store)), at: MADE_AT }, CENTRE.signer);
        const inclusion = await inclusionOf(store, STREAM);
        const input = {
          recipient: { kind: 'jury' },
          stream: STREAM,
          texts: () => texts,
          keys: await keyring.keysOf(STREAM),
        } as const;
        const verdict = await verifyEvidence(
          encoded(writeEvidence({ ...input, root, inclusion, madeAt: MADE_AT }, CENTRE.signer)),
          { trusted },
        );
        expect(verdict.sound).toBe(true);
        expect(outcomesOf(verdict)).toMatchObject({
          chain: 'holds',
          inclusion: 'holds',
          root: 'holds',
          lifecycle: 'holds',
        });
        expect(verdict.head).toEqual(inclusion?.head);
      }),
      { runs: 15 },
    );
  });
});

async function* encoded(lines: AsyncIterable<string>): AsyncGenerator<Uint8Array> {
  for await (const line of lines) yield new TextEncoder().encode(line);
}

describe('writing evidence', () => {
  test('is refused, before anything is written, where it could not be verified', async () => {
    const { texts, inclusion } = RECORD;
    const [first = '', second = ''] = texts;
    const cases: readonly (readonly [Changes, string])[] = [
      [{ texts: () => [] }, 'record-empty'],
      [{ texts: () => [second, first] }, 'record-unreadable'],
      [{ texts: () => [`${first}\n`] }, 'record-unreadable'],
      [{ texts: () => ['{'] }, 'record-unreadable'],
      [{ stream: 'session-other' }, 'record-unreadable'],
      [{ texts: () => texts.slice(0, -1) }, 'inclusion-wrong'],
      [{ inclusion: null }, 'inclusion-wrong'],
      [{ inclusion: { ...inclusion, index: inclusion.index + 1 } }, 'inclusion-wrong'],
      [{ root: 'not a token' }, 'inclusion-wrong'],
      [{ keys: new Map([['candidate-1', keyOfBytes(new Uint8Array(16))]]) }, 'key-size'],
    ];
    for (const [changes, code] of cases) {
      expect(await rejected(changes)).toMatchObject({ name: 'EvidenceError', code });
    }
  });

  test('ends without a signature where the record reads differently the second time', async () => {
    const { texts } = RECORD;
    let reads = 0;
    const changing = () => (reads++ === 0 ? texts : texts.slice(0, -1));
    expect(await rejected({ texts: changing })).toMatchObject({ code: 'record-changed' });
  });

  test('reads the record as it goes, and holds none of it', async () => {
    let ahead = 0;
    const texts = async function* () {
      for (const text of RECORD.texts) {
        ahead += 1;
        yield text;
      }
    };
    const input = {
      recipient: { kind: 'jury' },
      stream: STREAM,
      keys: RECORD.keys,
      inclusion: null,
      root: null,
    } as const;
    let written = 0;
    for await (const line of writeEvidence({ ...input, texts, madeAt: MADE_AT }, CENTRE.signer)) {
      written += line.startsWith('{"id":') ? 1 : 0;
      // The first reading took all of them once.
      expect(ahead - RECORD.texts.length - written).toBeLessThanOrEqual(0);
    }
    expect(written).toBe(RECORD.texts.length);
  });
});

describe('what nothing outside vouches for', () => {
  test('is said, in both languages', async () => {
    const lines = await fileOf(RECORD, { root: null, inclusion: null });
    const verdict = await verifyEvidence(bytesOf(lines), { trusted: [] });
    expect(outcomesOf(verdict)).toMatchObject({
      head: 'notChecked',
      inclusion: 'notChecked',
      root: 'notChecked',
      signature: 'notChecked',
    });
    expect(verdict).toMatchObject({ sound: true, vouchedUpTo: null });
    const said = verdict.doesNotProve.flatMap(({ en, fr }) => [en, fr]).join('\n');
    for (const words of [
      'written anew as a whole',
      'réécrite en entier',
      'Who made this file',
      'Qui a fait ce dossier',
    ]) {
      expect(said).toContain(words);
    }
    for (const { fr } of verdict.doesNotProve) expect(verdictText(verdict)).toContain(`- ${fr}`);
  });

  test('is not proved by a root of somebody whom nobody trusts', async () => {
    const root = await signRoot({ size: RECORD.inclusion.size, root: RECORD.root, at: MADE_AT }, STRANGER.signer);
    const verdict = await verifyEvidence(bytesOf(await fileOf(RECORD, { root })), { trusted });
    expect(outcomesOf(verdict)).toMatchObject({ root: 'fails', inclusion: 'notChecked', signature: 'holds' });
    expect(verdict.proves.some(({ en }) => en.includes('root'))).toBe(false);
  });
});

describe('the header', () => {
  test.each([
    ['policy', null],
    ['rulebook', 2],
    ['documents', []],
    ['session', 'another'],
  ])('is compared with the events: %s', async (what, value) => {
    const [header = '', ...lines] = await fileOf(RECORD);
    const changed = `${JSON.stringify({ ...JSON.parse(header), [what]: value })}\n`;
    const verdict = await verifyEvidence(bytesOf([changed, ...lines]), { trusted: [] });
    expect(codesOf(verdict, 'schema')).toEqual(['header-differs']);
    expect(verdict.checks[0]?.fr).toContain(what);
  });
});

describe('files that somebody has', () => {
  const recordedDocuments = async () =>
    (await verifyEvidence(bytesOf(await fileOf(RECORD)), { trusted })).header?.documents ?? [];

  test('are those of the record by their digest and size, and the others are listed', async () => {
    const [first, ...others] = await recordedDocuments();
    expect(first).toBeDefined();
    expect(others.length).toBeGreaterThan(0);
    if (first === undefined) return;
    const given = { name: 'scan.pdf', sha256: first.sha256.toUpperCase(), bytes: first.bytes };
    const lines = await fileOf(RECORD);
    const same = await verifyEvidence(bytesOf(lines), { trusted, documents: [given] });
    expect(outcomesOf(same)).toMatchObject({ documents: 'holds' });
    for (const wrong of [{ bytes: first.bytes + 1 }, { sha256: '0'.repeat(64) }]) {
      const verdict = await verifyEvidence(bytesOf(lines), {
        trusted,
        documents: [given, { ...given, ...wrong, name: 'autre\u001b.pdf' }],
      });
      expect(codesOf(verdict, 'documents')).toEqual(['document-unknown']);
      expect(verdictText(verdict)).toContain('autre�.pdf');
      expect(verdict.sound).toBe(false);
    }
  });

  test('that were not given are listed', async () => {
    const verdict = await verifyEvidence(bytesOf(await fileOf(RECORD)), { trusted });
    const documents = verdict.checks.find(({ check }) => check === 'documents');
    expect(documents?.outcome).toBe('notChecked');
    for (const { kind } of await recordedDocuments()) expect(documents?.fr).toContain(kind);
  });
});
