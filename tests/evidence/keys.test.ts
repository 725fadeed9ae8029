import { generateKeyPairSync } from 'node:crypto';
import fc from 'fast-check';
import { calculateJwkThumbprint } from 'jose';
import { describe, expect, test } from 'vitest';
import {
  newSigningKey,
  type SignedRoot,
  signerOf,
  signRoot,
  trustedKeyOf,
  verifyEvidence,
  verifyRoot,
} from '../../src/adapters/evidence/index.ts';
import { holds } from '../support/property.ts';
import { bytesOf, CENTRE, codesOf, fileOf, MADE_AT, STRANGER } from './support/files.ts';
import { recorded, sessions } from './support/record.ts';

const OTHER_ALGORITHMS = {
  'another curve': generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  RSA: generateKeyPairSync('rsa', { modulusLength: 2048 }),
  'a key to agree on keys': generateKeyPairSync('x25519'),
} as const;

const roots: fc.Arbitrary<SignedRoot> = fc.record({
  size: fc.integer({ min: 1 }),
  root: fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex')),
  at: fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2100, 0, 1) }),
});

describe('a signing key', () => {
  test('is read as PEM and as JWK, and is named by its thumbprint', async () => {
    const { privateKey, publicKey } = newSigningKey();
    const signer = await signerOf(privateKey);
    const trusted = await trustedKeyOf(publicKey);
    const jwk = trusted.key.export({ format: 'jwk' });
    expect(signer.kid).toBe(trusted.kid);
    expect(signer.kid).toBe(await calculateJwkThumbprint(jwk));
    expect((await signerOf(JSON.stringify(signer.key.export({ format: 'jwk' })))).kid).toBe(signer.kid);
    expect((await trustedKeyOf(JSON.stringify(jwk))).kid).toBe(signer.kid);
    expect((await signerOf(privateKey, { kid: 'centre-2026' })).kid).toBe('centre-2026');
  });

  test.each(Object.entries(OTHER_ALGORITHMS))('of %s is refused', async (_, { privateKey, publicKey }) => {
    const refused = { name: 'EvidenceError', code: 'key-algorithm' };
    for (const key of [
      privateKey.export({ type: 'pkcs8', format: 'pem' }),
      JSON.stringify(privateKey.export({ format: 'jwk' })),
    ]) {
      await expect(signerOf(key.toString())).rejects.toMatchObject(refused);
    }
    for (const key of [
      publicKey.export({ type: 'spki', format: 'pem' }),
      JSON.stringify(publicKey.export({ format: 'jwk' })),
    ]) {
      await expect(trustedKeyOf(key.toString())).rejects.toMatchObject(refused);
    }
  });

  test('is refused where the other half is asked for', async () => {
    const { privateKey, publicKey } = newSigningKey();
    const jwk = JSON.stringify((await signerOf(privateKey)).key.export({ format: 'jwk' }));
    for (const key of [privateKey, jwk, publicKey + privateKey]) {
      await expect(trustedKeyOf(key)).rejects.toMatchObject({ code: 'key-private' });
    }
    await expect(signerOf(publicKey)).rejects.toMatchObject({ code: 'key-public' });
  });

  test('that cannot be read is refused in words that do not quote it', async () => {
    const { privateKey } = newSigningKey();
    const { privateKey: key } = generateKeyPairSync('ed25519');
    const encrypted = key.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }).toString();
    const lines = privateKey.split('\n');
    for (const text of [
      '',
      'null',
      '{"kty":"OKP"}',
      '{"kty":"OKP","crv":"Ed25519","d":"x"}',
      lines.slice(0, 2).join('\n'),
      encrypted,
    ]) {
      const answer = await signerOf(text).catch((thrown: unknown) => thrown);
      expect(answer).toMatchObject({ name: 'EvidenceError' });
      expect(['key-unreadable', 'key-public']).toContain((answer as { code: string }).code);
      expect(String(answer)).not.toContain(lines[1]);
    }
    await expect(signerOf(encrypted)).rejects.toThrow('encrypted');
  });
});

describe('a signed root', () => {
  test('is believed by whoever trusts the key, and by nobody else', async () => {
    await holds(
      fc.asyncProperty(roots, async (root) => {
        const token = await signRoot(root, CENTRE.signer);
        const trusted = [STRANGER.trusted, CENTRE.trusted];
        expect(await verifyRoot(token, trusted)).toEqual({ kind: 'trusted', root, kid: CENTRE.trusted.kid });
        expect(await verifyRoot(token, [STRANGER.trusted])).toMatchObject({ why: 'signature-of-no-trusted-key' });
        expect(await verifyRoot(token, [])).toMatchObject({ kind: 'untrusted' });
      }),
      { runs: 20 },
    );
  });

  test('is believed with no character changed', async () => {
    const token = await signRoot({ size: 3, root: 'a'.repeat(64), at: MADE_AT }, CENTRE.signer);
    await holds(
      fc.asyncProperty(
        fc.nat(token.length - 1),
        fc.constantFrom('A', 'b', '7', '.', '"', '\n'),
        async (at, character) => {
          const changed = token.slice(0, at) + character + token.slice(at + 1);
          fc.pre(changed !== token);
          expect((await verifyRoot(changed, [CENTRE.trusted])).kind).toBe('untrusted');
        },
      ),
      { runs: 300 },
    );
  });

  test('is none where it has no size, no digest or no instant', async () => {
    for (const wrong of [
      { size: 0 },
      { size: 1.5 },
      { root: 'A'.repeat(64) },
      { root: '' },
      { at: 0 },
      { at: Number.NaN },
    ]) {
      const root = { size: 3, root: 'a'.repeat(64), at: MADE_AT, ...wrong };
      await expect(signRoot(root, CENTRE.signer)).rejects.toMatchObject({ code: 'root-invalid' });
    }
  });
});

describe('a token that was signed for one thing', () => {
  test('does not pass for another, though the key is trusted', async () => {
    const [history] = fc.sample(sessions(5), { numRuns: 1, seed: 3 });
    const record = recorded(history?.events ?? []);
    const lines = await fileOf(record);
    const { signature } = JSON.parse(lines.at(-1) ?? '');
    const { root } = JSON.parse(lines.at(-2) ?? '');
    expect(await verifyRoot(signature, [CENTRE.trusted])).toMatchObject({ why: 'token-for-another-use' });
    const swapped = lines.with(-1, `${JSON.stringify({ signature: root })}\n`);
    const verdict = await verifyEvidence(bytesOf(swapped), { trusted: [CENTRE.trusted] });
    expect(codesOf(verdict, 'signature')).toEqual(['token-for-another-use']);
  });
});
