import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { besides, isServer, withoutCredentials } from '../../src/adapters/cli/location.ts';
import { holds } from '../support/property.ts';

const schemes = fc.constantFrom('esdb://', 'esdb+discover://');
const hosts = fc.array(fc.tuple(fc.domain(), fc.integer({ min: 1, max: 65_535 })), { minLength: 1, maxLength: 3 });
const passwords = fc.string({ minLength: 8, unit: fc.constantFrom(...'abcXYZ019:@/?%&=') });

/** Connection strings, with the user, the password and the first host in them. */
const servers = fc
  .record({ scheme: schemes, user: fc.stringMatching(/^[a-z]{3,9}$/), password: passwords, hosts })
  .map(({ scheme, user, password, hosts: all }) => ({
    secret: `${user}:${password}`,
    first: all[0],
    text: `${scheme}${user}:${password}@${all.map((one) => one.join(':')).join(',')}?tls=true`,
  }));

describe('a register on a server', () => {
  test('is told from one in a file by how its name begins', () => {
    expect(isServer('esdb://localhost:2113')).toBe(true);
    expect(isServer('esdb+discover://cluster.example')).toBe(true);
    expect(isServer('esdb')).toBe(false);
    expect(isServer('./esdb:/sessions.db')).toBe(false);
  });

  test('never shows its credentials, wherever a message quotes it', () => {
    holds(
      fc.property(servers, fc.lorem(), ({ text, secret }, words) => {
        const said = withoutCredentials(`${words} ${text} : ${words}`);
        expect(said).not.toContain(secret);
        expect(said.startsWith(words)).toBe(true);
        expect(said.endsWith(`?tls=true : ${words}`)).toBe(true);
      }),
      { runs: 300 },
    );
  });

  test('has its keys in the working folder, under the name of its first host', () => {
    holds(
      fc.property(servers, ({ text, secret, first }) => {
        const name = besides(text);
        expect(name).toBe(`emargement-${first?.join('-')}`);
        expect(name).not.toContain(secret);
      }),
      { runs: 300 },
    );
    expect(besides('dossier/sessions.db')).toBe('dossier/sessions.db');
  });
});
