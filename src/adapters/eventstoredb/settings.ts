import { randomUUID } from 'node:crypto';
import { createSecureContext } from 'node:tls';
import type { ChannelCredentialOptions } from '@eventstore/db-client';
import { StoreError } from '../../domain/store/errors.ts';
import type { Budgets } from './budgets.ts';
import type { Credentials, Endpoint, Place, Tls } from './place.ts';

/** Which nodes there are, as the client is told. */
export type Nodes =
  | { readonly endpoint: Endpoint }
  | { readonly endpoints: Endpoint[] }
  | { readonly discover: Endpoint };

/** All that a client is made of. */
export interface Settings {
  readonly nodes: Nodes;
  readonly client: {
    readonly keepAliveInterval: number;
    readonly keepAliveTimeout: number;
    readonly defaultDeadline: number;
    readonly connectionName: string;
    readonly maxDiscoverAttempts: number;
    readonly discoveryInterval: number;
    readonly gossipTimeout: number;
  };
  readonly channel: ChannelCredentialOptions;
  readonly credentials: Credentials | undefined;
  readonly batchAppend: boolean;
}

/**
 * What a client for this place is made of. It looks for a node once; the pauses between are this store's.
 *
 * @throws StoreError `range-invalid`, never quoting credentials
 */
export function settingsOf(place: Place, { attemptMs }: Budgets, batchAppend: boolean): Settings {
  const { credentials, tls = {}, connectionName = `emargement-${randomUUID()}` } = place;
  const { keepAliveIntervalMs = 10_000, keepAliveTimeoutMs = 10_000 } = place;
  if (!isWhole(keepAliveIntervalMs, 10_000)) throw refused('keepAliveIntervalMs', keepAliveIntervalMs);
  if (!isWhole(keepAliveTimeoutMs, 1)) throw refused('keepAliveTimeoutMs', keepAliveTimeoutMs);
  if (tls === false && credentials !== undefined) {
    process.emitWarning(`${named(nodesOf(place))}: credentials are not sent without TLS, and nobody is asked for any`);
  }
  return {
    nodes: nodesOf(place),
    client: {
      keepAliveInterval: keepAliveIntervalMs,
      keepAliveTimeout: keepAliveTimeoutMs,
      defaultDeadline: attemptMs,
      connectionName,
      maxDiscoverAttempts: 1,
      discoveryInterval: 10,
      gossipTimeout: Math.max(1, Math.floor(attemptMs / 3_000)),
    },
    channel: tls === false ? { insecure: true } : channelOf(tls),
    credentials,
    batchAppend,
  };
}

function nodesOf({ endpoints = [], discover }: Place): Nodes {
  const [first, ...others] = endpoints;
  for (const { address, port } of discover === undefined ? endpoints : [discover]) {
    if (typeof address !== 'string' || address === '') throw refused('address', address);
    if (!isWhole(port, 1) || port > 65_535) throw refused('port', port);
  }
  if (discover !== undefined && first === undefined) return { discover };
  if (discover !== undefined || first === undefined) throw refused('place', 'one of endpoints and discover');
  return others.length === 0 ? { endpoint: first } : { endpoints: [...endpoints] };
}

function channelOf({ rootCertificate: ca, certificate: cert, key, verify = true }: Tls): ChannelCredentialOptions {
  if ((cert === undefined) !== (key === undefined)) throw refused('tls', 'a certificate without its key');
  const [rootCertificate, userCertFile, userKeyFile] = [ca, cert, key].map((pem) =>
    pem === undefined ? pem : Buffer.from(pem),
  );
  try {
    // The client would say so in words of its own.
    createSecureContext({ ca: rootCertificate, cert: userCertFile, key: userKeyFile });
  } catch (cause) {
    throw new StoreError('range-invalid', 'Option tls of the store: a certificate or key is no PEM', { cause });
  }
  return {
    ...(rootCertificate && { rootCertificate }),
    ...(userCertFile && { userCertFile }),
    ...(userKeyFile && { userKeyFile }),
    ...(!verify && { verifyOptions: { rejectUnauthorized: false } }),
  };
}

/** The nodes as anybody may be shown them: never with credentials. */
export function named(nodes: Nodes): string {
  if ('endpoint' in nodes) return `EventStoreDB at ${at(nodes.endpoint)}`;
  if ('discover' in nodes) return `EventStoreDB cluster ${at(nodes.discover)}`;
  return `EventStoreDB cluster ${nodes.endpoints.map(at).join(', ')}`;
}

const at = ({ address, port }: Endpoint): string => `${address}:${port}`;

const isWhole = (value: number, least: number): boolean => Number.isSafeInteger(value) && value >= least;

const refused = (option: string, value: unknown): StoreError =>
  new StoreError('range-invalid', `Option ${option} of the store: ${String(value)}`);
