import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { numbered } from '../../src/adapters/testing/store/events.ts';
import { selfSigned } from './server/certificate.ts';
import { isLive, readUntil } from './support/batches.ts';
import { opened, started } from './support/opened.ts';
import { codeOf } from './support/store.ts';

const STREAM = 'session-1';
const USER = { username: 'scribe', password: 'p:a@s/s%w?rd' };

describe('over TLS', () => {
  const tls = selfSigned();
  const rootCertificate = tls.certificate;
  const place = (port: number) => ({ endpoints: [{ address: 'localhost', port }] });

  test('a server of an authority that is named is trusted, and knows whom it lets in', async () => {
    const { port } = await started({ tls, user: USER });
    const store = opened({ ...place(port), tls: { rootCertificate }, credentials: USER });
    expect(await store.append(STREAM, 'none', [numbered(0)])).toMatchObject({ kind: 'appended' });
    expect(await store.ready()).toEqual({ isReady: true });
    const { ids } = await readUntil(store.subscribe(), isLive);
    expect(ids).toHaveLength(1);
  });

  test('any password is told by a connection string, and one with a colon or percent-encoded too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'emargement-'));
    onTestFinished(() => rmSync(folder, { recursive: true }));
    writeFileSync(join(folder, 'ca.pem'), rootCertificate);
    const { port } = await started({ tls, user: USER });
    for (const password of [encodeURIComponent(USER.password), 'p:a%40s%2Fs%25w?rd']) {
      const connectionString = `esdb://scribe:${password}@localhost:${port}?tlsCAFile=${join(folder, 'ca.pem')}`;
      expect(await opened({ connectionString }).readStream(STREAM)).toEqual([]);
    }
  });

  test.each([
    ['another authority’s certificate', {}, USER, 'store-untrusted'],
    ['credentials that nobody has', { rootCertificate }, { ...USER, password: 'no' }, 'store-denied'],
    ['no credentials', { rootCertificate }, undefined, 'store-denied'],
  ] as const)('%s is told as such, and at once', async (_, trust, credentials, code) => {
    const { port, calls } = await started({ tls, user: USER });
    const store = opened({ ...place(port), tls: trust, ...(credentials && { credentials }) });
    expect(await codeOf(store.append(STREAM, 'none', [numbered(0)]))).toBe(code);
    expect(await codeOf(store.readAll())).toBe(code);
    expect(await store.ready()).toMatchObject({ isReady: false, error: { code } });
    expect(calls.length).toBeLessThanOrEqual(3);
  });

  test('what is no certificate is refused when the store is opened', () => {
    for (const wrong of [{ certificate: 'x', key: 'y' }, { certificate: rootCertificate }]) {
      const open = () => opened({ ...place(1), tls: wrong });
      expect(open).toThrow(expect.objectContaining({ code: 'range-invalid' }));
    }
  });

  test('a certificate is not looked at where that is asked for', async () => {
    const { port } = await started({ tls });
    const store = opened({ ...place(port), tls: { verify: false } });
    expect(await store.readAll()).toEqual([]);
    const connectionString = `esdb://localhost:${port}?tlsVerifyCert=false`;
    expect(await opened({ connectionString }).readAll()).toEqual([]);
  });
});
