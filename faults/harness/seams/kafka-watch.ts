import { createProxy, type FaultProxy, type ProxyConnection } from '@domovoy/testkit';
import type { Trap } from './trap.ts';
import { makeUnreadable } from './unreadable-batch.ts';

export interface KafkaMoments {
  /** The hub has sent an OffsetCommit; the broker has not got it. */
  readonly beforeOffsetCommit: Trap;
  /** The hub has sent records; the broker has not got them. */
  readonly beforeProduce: Trap;
  /** The broker has them; the hub has not heard of it. */
  readonly afterProduce: Trap;
}

export interface KafkaProxy extends FaultProxy {
  /** Keys of records whose batch reaches the hub in a form that it cannot read, however often it asks. */
  readonly unreadableKeys: Set<string>;
}

const PRODUCE = 0;
const OFFSET_COMMIT = 8;
const HOST = '127.0.0.1';

/**
 * A proxy in front of a broker that also stays in front of it: a client goes where the broker's metadata sends it, so
 * the broker's port in there is replaced by the proxy's, which is a number of the same width.
 */
export async function watchKafka(port: number, moments: KafkaMoments): Promise<KafkaProxy> {
  const unreadableKeys = new Set<string>();
  const conversations = new Map<ProxyConnection, Conversation>();
  const conversationOf = (connection: ProxyConnection) => {
    const known = conversations.get(connection) ?? new Conversation();
    conversations.set(connection, known);
    return known;
  };
  const proxy: FaultProxy = await createProxy({
    port,
    onClientData: async (bytes, connection) => {
      const kinds = conversationOf(connection).sent(bytes);
      const isDropped =
        (kinds.includes(OFFSET_COMMIT) && (await moments.beforeOffsetCommit.spring(bytes)) === null) ||
        (kinds.includes(PRODUCE) && (await moments.beforeProduce.spring(bytes)) === null);
      return isDropped ? null : bytes;
    },
    onServerData: (bytes, connection) => {
      const isProduced = conversationOf(connection).answered(bytes).includes(PRODUCE);
      replaceAddress(bytes, port, proxy.port);
      for (const key of unreadableKeys) makeUnreadable(bytes, key);
      return isProduced ? moments.afterProduce.spring(bytes) : bytes;
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

/** One connection's protocol, as far as it is needed: which kind of request is sent, and which is answered. */
class Conversation {
  readonly #fromClient = new Frames();
  readonly #fromBroker = new Frames();
  /** Kinds by correlation id, until they are answered. */
  readonly #open = new Map<number, number>();

  sent(bytes: Buffer): number[] {
    return this.#fromClient.push(bytes).map((request) => {
      const kind = request.readInt16BE(0);
      this.#open.set(request.readInt32BE(4), kind);
      return kind;
    });
  }

  answered(bytes: Buffer): number[] {
    return this.#fromBroker.push(bytes).flatMap((answer) => {
      const id = answer.readInt32BE(0);
      const kind = this.#open.get(id);
      this.#open.delete(id);
      return kind ?? [];
    });
  }
}

/** Cuts a stream into what stands between its lengths. */
class Frames {
  #rest: Buffer = Buffer.alloc(0);

  push(bytes: Buffer): Buffer[] {
    this.#rest = Buffer.concat([this.#rest, bytes]);
    const frames: Buffer[] = [];
    while (this.#rest.length >= 4 && this.#rest.length >= 4 + this.#rest.readInt32BE(0)) {
      const end = 4 + this.#rest.readInt32BE(0);
      frames.push(this.#rest.subarray(4, end));
      this.#rest = this.#rest.subarray(end);
    }
    return frames;
  }
}
