/** A node of the server. */
export interface Endpoint {
  readonly address: string;
  readonly port: number;
}

/** Whom the server knows. */
export interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** How the connection is made safe; certificates and keys are PEM. */
export interface Tls {
  /** Whose signature on the server's certificate is trusted. Default: whom Node trusts. */
  readonly rootCertificate?: string | Uint8Array;
  /** The client's own certificate, where the server knows its users by those. */
  readonly certificate?: string | Uint8Array;
  readonly key?: string | Uint8Array;
  /** Whether the server's certificate is verified. `false` only where nobody else can be in between. Default true. */
  readonly verify?: boolean;
}

/** Where the server is, and how it is spoken to. */
export interface Place {
  /** One node; or several of a cluster, each of which may name the others. */
  readonly endpoints?: readonly Endpoint[];
  /** A name that stands for the nodes of a cluster, in place of `endpoints`. */
  readonly discover?: Endpoint;
  /** Sent over TLS only. */
  readonly credentials?: Credentials;
  /** `false`: everybody on the way can read and change what is sent. Default: TLS. */
  readonly tls?: Tls | false;
  /** What the server's own logs call this client. Default: a name that is drawn. */
  readonly connectionName?: string;
  /** How often a connection that is in use is tried, in milliseconds from 10,000. Default 10,000. */
  readonly keepAliveIntervalMs?: number;
  /** How long the answer to that may take, in milliseconds from 1. Default 10,000. */
  readonly keepAliveTimeoutMs?: number;
}
