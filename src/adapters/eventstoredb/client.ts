import { EventStoreDBClient, type SingleNodeOptions } from '@eventstore/db-client';
import type { Endpoint } from './place.ts';
import type { Settings } from './settings.ts';

/** Where a channel leads that is only made to be closed. */
const NOWHERE = 'localhost:1';

let made = 0;

/**
 * The client, as far as it is this adapter's to run: it never changes its connection by itself, since it does so under
 * calls that are being made, and it can be let go of, together with its connection.
 */
export class Client extends EventStoreDBClient {
  #isReleased = false;
  #hasChannel = false;

  /** @param leader the node to turn to, where another said that this one leads */
  constructor(settings: Settings, leader?: Endpoint) {
    const { nodes, client, channel, credentials, batchAppend } = settings;
    // Every client has its own pace of keep-alive, so that the driver gives each a connection of its own: it shares
    // them between clients that are set alike, and a new client would go on with the connection that just failed.
    const keepAliveInterval = client.keepAliveInterval + (made++ % 1_000);
    const where = leader === undefined ? nodes : { endpoint: leader };
    // The constructor is overloaded for one kind of nodes each, and so takes no union of them.
    super({ ...where, ...client, keepAliveInterval } as SingleNodeOptions, channel, credentials);
    const resolve = this.resolveUri;
    this.resolveUri = async () => {
      if (this.#isReleased) return NOWHERE;
      this.#hasChannel = true;
      return resolve();
    };
    this.handleError = async () => {};
    // The plain call. The server need not be asked whether it knows the other one: the client would keep an error for good.
    if (!batchAppend) this.supports = async () => false;
  }

  /** Ends what is still running, and closes the connection. */
  async release(): Promise<void> {
    this.#isReleased = true;
    await this.dispose();
    if (!this.#hasChannel) return;
    try {
      (await this.getChannel()).close();
    } catch {
      // No node was found, so there is none to take leave of.
    }
  }
}
