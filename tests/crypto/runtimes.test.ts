import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as browser from '../../src/adapters/crypto/browser.ts';
import * as node from '../../src/adapters/crypto/node.ts';
import { KEY_BYTES, NONCE_BYTES, TAG_BYTES } from '../../src/adapters/crypto/primitives.ts';
import { newSigningKey } from '../../src/adapters/evidence/index.ts';
import { holds } from '../support/property.ts';

const bytes = (length: number) => fc.uint8Array({ minLength: length, maxLength: length });

const anything = fc.oneof(fc.string({ unit: 'binary' }), fc.uint8Array({ maxLength: 300 }));

describe('what Node computes and what a browser computes', () => {
  test('are the same digests, at once and piece by piece', () =>
    holds(
      fc.property(fc.array(anything, { maxLength: 5 }), (pieces) => {
        for (const piece of pieces) {
          expect(Uint8Array.from(browser.sha256(piece))).toEqual(Uint8Array.from(node.sha256(piece)));
        }
        const [one, other] = [browser.hashing(), node.hashing()];
        for (const piece of pieces) {
          one.update(piece);
          other.update(piece);
        }
        expect(one.hex()).toBe(other.hex());
      }),
      { runs: 300 },
    ));

  test('lock alike, and each opens what the other locked, in its place and unchanged only', () =>
    holds(
      fc.property(
        bytes(KEY_BYTES),
        bytes(NONCE_BYTES),
        fc.string(),
        fc.uint8Array({ maxLength: 200 }),
        fc.nat(),
        (key, nonce, place, text, at) => {
          const [ours, theirs] = [node.keyOfBytes(key), browser.keyOfBytes(key)];
          const box = Uint8Array.from(node.locked(ours, nonce, place, text));
          expect(Uint8Array.from(browser.locked(theirs, nonce, place, text))).toEqual(box);
          expect(Uint8Array.from(node.unlocked(ours, nonce, place, box) ?? [1])).toEqual(text);
          expect(Uint8Array.from(browser.unlocked(theirs, nonce, place, box) ?? [1])).toEqual(text);

          const changed = box.map((byte, index) => (index === at % box.length ? byte ^ 1 : byte));
          const short = nonce.subarray(1);
          for (const [given, iv, where] of [
            [changed, nonce, place],
            [box, nonce, `${place}.`],
            [box, short, place],
            [box.subarray(0, TAG_BYTES - 1), nonce, place],
          ] as const) {
            expect(node.unlocked(ours, iv, where, given)).toBeNull();
            expect(browser.unlocked(theirs, iv, where, given)).toBeNull();
          }
        },
      ),
      { runs: 200 },
    ));

  test('write base64url alike, and read it in the one way in which it is written', () =>
    holds(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.base64String(), fc.string(), (given, base64, text) => {
        const written = node.toBase64url(given);
        expect(browser.toBase64url(given)).toBe(written);
        for (const one of [written, base64, text]) {
          const [ours, theirs] = [node.fromBase64url(one), browser.fromBase64url(one)];
          expect(theirs && Uint8Array.from(theirs)).toEqual(ours && Uint8Array.from(ours));
        }
        expect(Uint8Array.from(browser.fromBase64url(written) ?? [1])).toEqual(given);
      }),
      { runs: 500 },
    ));

  test('read the same public key, as PEM and as JWK, and refuse what is none', async () => {
    const { publicKey } = newSigningKey();
    const { jwk } = await node.readPublicKey(publicKey);
    for (const written of [publicKey, jwk]) {
      const read = await browser.readPublicKey(written);
      expect(read).toMatchObject({ algorithm: 'ed25519', jwk: { kty: 'OKP', crv: 'Ed25519', x: jwk.x } });
    }
    for (const written of ['', publicKey.slice(0, 60), { kty: 'OKP', crv: 'Ed25519' }, { kty: 'oct', k: 'AAAA' }]) {
      await expect(node.readPublicKey(written)).rejects.toThrow();
      await expect(browser.readPublicKey(written)).rejects.toThrow();
    }
  });
});
