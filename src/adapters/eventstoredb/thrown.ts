import type { Endpoint } from './place.ts';

/** What can be told of something that the client threw: not all of it is of the client's own classes. */
export interface Thrown {
  readonly type: string | null;
  /** The gRPC status. */
  readonly code: number | null;
  /** The stream's last revision, as the server counts, where a conflict tells it; `null` where there is none. */
  readonly actual: bigint | null;
  readonly leader: Endpoint | null;
  readonly stream: string | null;
}

/** What can be told of it. */
export function thrownBy(thrown: unknown): Thrown {
  const fields: Readonly<Record<string, unknown>> = typeof thrown === 'object' && thrown !== null ? { ...thrown } : {};
  const { type, code, actualVersion, leader, streamName } = fields;
  return {
    type: typeof type === 'string' ? type : null,
    code: typeof code === 'number' ? code : null,
    actual: typeof actualVersion === 'bigint' ? actualVersion : null,
    leader: isEndpoint(leader) ? leader : null,
    stream: typeof streamName === 'string' ? streamName : null,
  };
}

/** Its message; some of the client's errors have none. */
export const messageIn = (thrown: unknown): string => (thrown instanceof Error ? thrown.message : String(thrown));

/** Whether the connection failed because of the server's certificate. */
export const isUntrusted = (message: string): boolean => CERTIFICATE.test(message);

// The words of OpenSSL and of Node, which gRPC puts into its own message.
const CERTIFICATE =
  /self[- ]signed certificate|unable to (verify the first|get (local )?issuer) certificate|certificate (has expired|is not yet valid|signature failure|not trusted|rejected)|does not match certificate's altnames|unsuitable certificate|CERT_|UNABLE_TO_/i;

const isEndpoint = (value: unknown): value is Endpoint =>
  typeof value === 'object' &&
  value !== null &&
  'address' in value &&
  typeof value.address === 'string' &&
  'port' in value &&
  typeof value.port === 'number';
