import { EventStoreDBClient } from '@eventstore/db-client';
import { describe, expect } from 'vitest';
import { all, errorOf, event, PATHS } from '../support/client.ts';
import { serverTest } from '../support/target.ts';
import { selfSigned } from './certificate.ts';
import { startServer } from './server.ts';

describe('a server with a certificate of its own, that knows one user', () => {
  const user = { username: 'record', password: 'a:b é' };

  serverTest('serves that user, trusted by whoever was given the certificate', async () => {
    const tls = selfSigned();
    const server = await startServer({ tls, user });
    const rootCertificate = Buffer.from(tls.certificate);
    const client = new EventStoreDBClient({ endpoint: `localhost:${server.port}` }, { rootCertificate }, user);
    await client.appendToStream('s', event());
    await client.appendToStream('s', event(), { credentials: user });
    expect(await all(client.readStream('s'))).toHaveLength(2);

    const wrong = { credentials: { ...user, password: 'a' } };
    const plain = PATHS[1]?.options;
    const nobody = new EventStoreDBClient({ endpoint: `localhost:${server.port}` }, { rootCertificate });
    for (const refused of [
      () => client.appendToStream('s', event(), wrong),
      () => all(client.readStream('s', wrong)),
      () => client.deleteStream('s', wrong),
    ])
      expect(await errorOf(refused())).toMatchObject({ type: 'access-denied', code: 16 });
    expect(await errorOf(all(nobody.readAll({ maxCount: 1 })))).toMatchObject({ type: 'access-denied', code: 7 });
    // Credentials without a name are sent as any others.
    expect(await errorOf(nobody.appendToStream('s', event(), plain))).toMatchObject({
      type: 'access-denied',
      code: 16,
    });
    // In batches it is not said by a code.
    expect(await errorOf(nobody.appendToStream('s', event()))).toMatchObject({ type: 'access-denied' });
    expect(server.log.of('s')).toHaveLength(2);
    await client.dispose();
    await nobody.dispose();
    await server.stop();
  });

  serverTest('is not trusted by who was not', async () => {
    const server = await startServer({ tls: selfSigned(), user });
    const others = { rootCertificate: Buffer.from(selfSigned().certificate) };
    for (const trusted of [{}, others]) {
      const client = new EventStoreDBClient({ endpoint: `localhost:${server.port}` }, trusted, user);
      expect(await errorOf(client.appendToStream('s', event()))).toMatchObject({
        code: 14,
        message: expect.stringMatching(/self-signed|certificate/),
      });
      await client.dispose();
    }
    await server.stop();
  });
});
