import { GossipService } from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import { ServerFeaturesService } from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import { StreamsService } from '@eventstore/db-client/generated/streams_grpc_pb.js';
import { Server as GrpcServer, ServerCredentials } from '@grpc/grpc-js';
import { canSuffer, type Faults, type ServedCall } from './faults.ts';
import { appendHandler } from './grpc/append.ts';
import { batchAppendHandler } from './grpc/batchAppend.ts';
import { deleteHandler, tombstoneHandler } from './grpc/delete.ts';
import { featuresHandler } from './grpc/features.ts';
import { gossipHandler } from './grpc/gossip.ts';
import { readHandler } from './grpc/read.ts';
import { type Log, newLog } from './log/log.ts';
import type { Generation } from './log/subscribe.ts';
import { type Cluster, newCluster } from './node/cluster.ts';
import { type Gate, openGate } from './node/gate.ts';
import { type Call, newJournal } from './node/journal.ts';
import type { Node, User } from './node/node.ts';

/** How a server is started; by default alone, on any port, without TLS, with an empty log. */
export interface ServerOptions {
  /** What it keeps. Stop a server and start another with its log and port: that is a restart. */
  readonly log?: Log;
  readonly port?: number;
  /** Shared by the servers of a cluster, which also share the log. The first to start leads. */
  readonly cluster?: Cluster;
  /** A certificate, for TLS. */
  readonly tls?: { readonly key: string; readonly certificate: string };
  /** Where given, only this user may read and write; told over TLS only. */
  readonly user?: User;
  /** What it is reached as, where it tells others. Default `127.0.0.1`; `localhost` with TLS. */
  readonly address?: string;
  readonly generation?: Generation;
  /** Most bytes of an append. Default one mebibyte. */
  readonly maxAppendSize?: number;
  /** Whether clients are told that they can append in batches. Default true. */
  readonly offersBatchAppend?: boolean;
  /** Most calls at once of a connection; one more waits. Default 100. */
  readonly callsPerConnection?: number;
}

/** A server that speaks the protocol of EventStoreDB, for the client that knows no better. */
export interface Server {
  readonly port: number;
  readonly log: Log;
  /** Without credentials and certificate. */
  readonly connectionString: string;
  /** What goes wrong from now on. */
  faults: Faults | null;
  /** Every call that reached it, in order. */
  readonly calls: readonly Call[];
  /** How many calls are open, of a kind or of any. */
  open(kind?: ServedCall['kind']): number;
  /** Waits until something holds that can be told from the calls. */
  until(holds: () => boolean): Promise<void>;
  /** Stops moving, as a process that is stopped: connections stay, nothing passes. */
  freeze(): void;
  thaw(): void;
  /** Resets every connection, and goes on. */
  reset(): void;
  /** Leads its cluster from now on. */
  lead(): void;
  /** Ends: by cancelling what is under way, or, abruptly, as a process that is killed. */
  stop(how?: { readonly abrupt: boolean }): Promise<void>;
}

const MEBIBYTE = 2 ** 20;

export async function startServer(options: ServerOptions = {}): Promise<Server> {
  const { log = newLog(), cluster = newCluster(), tls, port = 0, address = tls ? 'localhost' : '127.0.0.1' } = options;
  const grpc = new GrpcServer({
    'grpc.max_concurrent_streams': options.callsPerConnection ?? 100,
    'grpc.max_receive_message_length': 17 * MEBIBYTE,
    'grpc.max_send_message_length': -1,
  });
  const journal = newJournal();
  const counts = new Map<ServedCall['kind'], number>();
  let faults: Faults | null = null;
  let isStopped = false;

  const gate: Gate = await openGate(port, await bind(grpc, tls));
  cluster.join(address, gate.port);
  const node: Node = {
    log,
    now: Date.now,
    cluster,
    gate,
    journal,
    generation: options.generation ?? '24',
    maxAppendSize: options.maxAppendSize ?? MEBIBYTE,
    user: options.user ?? null,
    offersBatchAppend: options.offersBatchAppend ?? true,
    get isStopped() {
      return isStopped;
    },
    faultOf(call) {
      const n = (counts.get(call.kind) ?? 0) + 1;
      counts.set(call.kind, n);
      const fault = faults?.({ ...call, n }) ?? null;
      if (fault !== null && !canSuffer(call, fault)) throw new Error(`No ${call.kind} can suffer ${fault.fault}`);
      return fault;
    },
  };
  serve(grpc, node);

  return {
    port: gate.port,
    log,
    connectionString: `esdb://${address}:${gate.port}?tls=${tls !== undefined}`,
    get faults() {
      return faults;
    },
    set faults(wanted) {
      faults = wanted;
    },
    calls: journal.calls,
    open: (kind) =>
      journal.calls.filter((call) => call.state === 'open' && (kind === undefined || call.kind === kind)).length,
    until: journal.until,
    freeze: gate.freeze,
    thaw: gate.thaw,
    reset: gate.resetAll,
    lead: () => cluster.elect(gate.port),
    async stop({ abrupt } = { abrupt: false }) {
      isStopped = true;
      cluster.leave(gate.port);
      const closed = gate.close();
      if (abrupt) gate.resetAll();
      grpc.forceShutdown();
      await closed;
    },
  };
}

function bind(grpc: GrpcServer, tls: ServerOptions['tls']): Promise<number> {
  const credentials =
    tls === undefined
      ? ServerCredentials.createInsecure()
      : ServerCredentials.createSsl(null, [
          { private_key: Buffer.from(tls.key), cert_chain: Buffer.from(tls.certificate) },
        ]);
  return new Promise((resolve, reject) => {
    grpc.bindAsync('127.0.0.1:0', credentials, (error, port) => (error === null ? resolve(port) : reject(error)));
  });
}

function serve(grpc: GrpcServer, node: Node): void {
  grpc.addService(StreamsService, {
    read: readHandler(node),
    append: appendHandler(node),
    batchAppend: batchAppendHandler(node),
    delete: deleteHandler(node),
    tombstone: tombstoneHandler(node),
  });
  grpc.addService(ServerFeaturesService, { getSupportedMethods: featuresHandler(node) });
  grpc.addService(GossipService, { read: gossipHandler(node) });
}
