import { createProxy, type FaultProxy, type ProxyConnection } from '@domovoy/testkit';
import type { Trap } from './trap.ts';
import { makeUnreadable } from './unreadable-batch.ts';

export interface KafkaMoments {
  /** The hub has sent an OffsetCommit; the broker has not got it. */
  beforeOffsetCommit: Trap;
}

export interface KafkaProxy extends FaultProxy {
  /** Keys of records whose batch reaches the hub in a form that it cannot read, however often it asks. */
  readonly unreadableKeys: Set<string>;
}

const OFFSET_COMMIT = 8;
const HOST = '127.0.0.1';

/**
 * A proxy in front of a broker that also stays in front of it: a client goes where the broker's metadata sends it, so
 * the broker's port in there is replaced by the proxy's, which is a number of the same width.
 */
export async function watchKafka(port: number, moments: KafkaMoments): Promise<KafkaProxy> {
  const unreadableKeys = new Set<string>();
  const requests = new Map<ProxyConnection, RequestReader>();
  const readerOf = (connection: ProxyConnection) => {
    const known = requests.get(connection) ?? new RequestReader();
    requests.set(connection, known);
    return known;
  };
  const proxy: FaultProxy = await createProxy({
    port,
    onClientData: (bytes, connection) => {
      const isCommit = readerOf(connection).push(bytes).includes(OFFSET_COMMIT);
      return isCommit ? moments.beforeOffsetCommit.spring(bytes) : bytes;
    },
    onServerData: (bytes) => {
      replaceAddress(bytes, port, proxy.port);
      for (const key of unreadableKeys) makeUnreadable(bytes, key);
    },
  });
  return Object.assign(proxy, { unreadableKeys });
}

function replaceAddress(bytes: Buffer, from: number, to: number): void {
  const address = addressOf(from);
  for (let at = bytes.indexOf(address); at >= 0; at = bytes.indexOf(address, at + 1))
    addressOf(to).copy(bytes, at);
}

/** As Metadata and FindCoordinator write it: the host's length and text, then the port. */
function addressOf(port: number): Buffer {
  const address = Buffer.alloc(2 + HOST.length + 4);
  address.writeInt16BE(HOST.length);
  address.write(HOST, 2);
  address.writeInt32BE(port, 2 + HOST.length);
  return address;
}

/** Cuts a client's stream into requests and names their kinds. */
class RequestReader {
  #rest: Buffer = Buffer.alloc(0);

  push(bytes: Buffer): number[] {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    const kinds: number[] = [];
    while (this.#rest.length >= 6) {
      const length = 4 + this.#rest.readInt32BE(0);
      if (this.#rest.length < length) break;
      kinds.push(this.#rest.readInt16BE(4));
      this.#rest = this.#rest.subarray(length);
    }
    return kinds;
  }
}
