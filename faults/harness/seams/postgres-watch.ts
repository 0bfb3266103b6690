import { createProxy, type FaultProxy, type ProxyConnection } from '@domovoy/testkit';
import { Conversation, type Moment } from './postgres-conversation.ts';
import type { Spot, Trap } from './trap.ts';

export type PostgresMoments = Readonly<Record<Moment, Trap>>;

/** What a statement says, and what becomes of it on its way, which is as long. `count`: how often so far. */
export interface Rewrite {
  readonly from: string;
  readonly to: string;
  count: number;
}

export interface PostgresProxy extends FaultProxy {
  /** For controls: a hub without one of its protections. */
  readonly rewrites: Rewrite[];
}

/** A proxy in front of Postgres that knows which of the hub's statements passes, and which answer to it. */
export async function watchPostgres(port: number, moments: PostgresMoments): Promise<PostgresProxy> {
  const rewrites: Rewrite[] = [];
  const conversations = new Map<ProxyConnection, Conversation>();
  const conversationOf = (connection: ProxyConnection) => {
    const known = conversations.get(connection) ?? new Conversation();
    conversations.set(connection, known);
    return known;
  };
  const passBy = async (bytes: Buffer, found: readonly Moment[], spot: Spot): Promise<Buffer | null> => {
    for (const moment of found) if ((await moments[moment].spring(bytes, spot)) === null) return null;
    return bytes;
  };
  const proxy = await createProxy({
    port,
    onClientData: (bytes, connection) => {
      for (const rewrite of rewrites) replace(bytes, rewrite);
      const conversation = conversationOf(connection);
      return passBy(bytes, conversation.sent(bytes), conversation);
    },
    onServerData: (bytes, connection) => {
      const conversation = conversationOf(connection);
      return passBy(bytes, conversation.answered(bytes), conversation);
    },
  });
  return Object.assign(proxy, { rewrites });
}

function replace(bytes: Buffer, rewrite: Rewrite): void {
  const { from, to } = rewrite;
  if (from.length !== to.length) throw new TypeError('a message keeps its length');
  for (let at = bytes.indexOf(from); at >= 0; at = bytes.indexOf(from, at + 1)) {
    bytes.write(to, at);
    rewrite.count += 1;
  }
}
