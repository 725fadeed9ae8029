import { readFileSync } from 'node:fs';
import { StoreError } from '../../domain/store/errors.ts';
import type { Credentials, Endpoint, Place, Tls } from './place.ts';

const SHAPE = /^esdb(?<discover>\+discover)?:\/\/(?:(?<who>.*)@)?(?<hosts>[^@/?#]+)\/?(?:\?(?<query>.*))?$/s;
const HOST = /^(?<address>\[[0-9A-Fa-f:.]+\]|[^:[\]\s]+)(?::(?<port>[0-9]{1,5}))?$/;

/**
 * Reads a connection string: `esdb://user:password@host:2113?tls=true`, with several hosts of a cluster between commas,
 * or `esdb+discover://name` for a name that stands for them. It is read here and not by the client, which cuts
 * passwords at a colon, ignores what it does not know, and shows the whole string to whoever asks for its log.
 *
 * @throws StoreError `range-invalid`, never quoting what may be a password
 */
export function described(connectionString: string): Place {
  const groups = SHAPE.exec(connectionString)?.groups;
  if (groups === undefined) throw unreadable('it is not of the form esdb://host:port?option=value');
  const { discover, who, hosts = '', query = '' } = groups;
  const endpoints = hosts.split(',').map(endpointOf);
  const { tls, ...options } = optionsOf(query);
  const [first, second] = endpoints;
  if (discover !== undefined && second !== undefined) throw unreadable('esdb+discover takes one name');
  return {
    ...(discover === undefined || first === undefined ? { endpoints } : { discover: first }),
    ...(who !== undefined && { credentials: credentialsOf(who) }),
    ...options,
    tls,
  };
}

function endpointOf(host: string): Endpoint {
  const { address, port = '2113' } = HOST.exec(host)?.groups ?? {};
  if (address === undefined) throw unreadable('a host is missing, or is not of the form host:port');
  return { address, port: Number(port) };
}

/** A password may hold any colon but the first. */
function credentialsOf(who: string): Credentials {
  const [username = '', ...password] = who.split(':');
  return { username: decoded(username), password: decoded(password.join(':')) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw unreadable('its credentials are not percent-encoded');
  }
}

type Settled = Omit<Place, 'endpoints' | 'discover' | 'credentials' | 'tls'> & { readonly tls: Tls | false };

function optionsOf(query: string): Settled {
  const given = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(query)) given.set(name.replaceAll('_', '').toLowerCase(), value);
  const take = (name: string): string | undefined => {
    const value = given.get(name);
    given.delete(name);
    return value;
  };
  const hasTls = isTrue('tls', take('tls'));
  const verify = isTrue('tlsVerifyCert', take('tlsverifycert'));
  const [root, certificate, key] = [take('tlscafile'), take('usercertfile'), take('userkeyfile')].map(fileAt);
  const connectionName = take('connectionname');
  const [interval, timeout] = [take('keepaliveinterval'), take('keepalivetimeout')];
  // Only what the leader answers is what every other writer stored before.
  if ((take('nodepreference') ?? 'leader').toLowerCase() !== 'leader')
    throw unreadable('nodePreference must be leader');
  for (const name of OWN) take(name);
  const [unknown] = given.keys();
  if (unknown !== undefined) throw unreadable(`it has an option that is not known: ${unknown}`);
  const tls = {
    verify,
    ...(root !== undefined && { rootCertificate: root }),
    ...(certificate !== undefined && { certificate }),
    ...(key !== undefined && { key }),
  };
  return {
    tls: hasTls && tls,
    ...(connectionName !== undefined && { connectionName }),
    ...(interval !== undefined && { keepAliveIntervalMs: Number(interval) }),
    ...(timeout !== undefined && { keepAliveTimeoutMs: Number(timeout) }),
  };
}

/** What the client would be told, and this store sees to itself. */
const OWN = ['throwonappendfailure', 'defaultdeadline', 'maxdiscoverattempts', 'discoveryinterval', 'gossiptimeout'];

function isTrue(option: string, value = 'true'): boolean {
  if (!/^(true|false)$/i.test(value)) throw unreadable(`${option} is neither true nor false`);
  return value.toLowerCase() === 'true';
}

function fileAt(path: string | undefined): Buffer | undefined {
  try {
    return path === undefined ? undefined : readFileSync(path);
  } catch (cause) {
    throw unreadable(`the file ${path} cannot be read`, cause);
  }
}

const unreadable = (why: string, cause?: unknown): StoreError =>
  new StoreError('range-invalid', `Not a connection string of EventStoreDB: ${why}`, { cause });
