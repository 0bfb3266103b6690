// The peer of bench/fan-out.ts: graphql-ws on ws as its documentation sets it up, with the same schema, resolvers and loaders
// on the same database. One reader of the feed, whose events go to the subscribers by graphql-yoga's createPubSub; each
// of them executes its own. Argument: database. Tells its parent where it listens.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createLogger } from '@domovoy/service-kit';
import { listCompanies, openStore } from '@domovoy/store';
import { useServer } from 'graphql-ws/use/ws';
import { createPubSub } from 'graphql-yoga';
import { WebSocketServer } from 'ws';
import { credentialOfParams } from '../../access/read-credential.ts';
import type { Context } from '../../context.ts';
import { createFeed, feedOfStore } from '../../feed/feed.ts';
import type { FollowEvent } from '../../feed/feed-event.ts';
import { createSchema } from '../../schema/create-schema.ts';
import { peerContext } from './peer-context.ts';

const [, , databaseUrl = ''] = process.argv;
const store = openStore(databaseUrl, { applicationName: 'bench-graphql-ws' });
const feed = createFeed(feedOfStore(store), { logger: createLogger({ name: 'bench', level: 'warn' }) });
const contextOf = peerContext(store, feed);
const pubsub = createPubSub<{ messages: [FollowEvent<'message'>] }>();

async function publish(companyId: bigint): Promise<void> {
  const all = { companyId, entity: 'message', matches: () => true } as const;
  for await (const batch of feed.follow(all, null))
    for (const event of batch) if (event.kind === 'row') pubsub.publish('messages', event);
}

const [company] = await listCompanies(store.db);
if (!company) throw new Error('a company is expected');
void publish(company.id);

const server = createServer();
useServer(
  {
    schema: createSchema(),
    // One context, and one set of loaders, for as long as a subscription lasts: less work than new ones for each event.
    context: async ({ connectionParams }): Promise<Context> => ({
      ...(await contextOf(credentialOfParams(connectionParams))),
      feed: { ...feed, follow: () => pubsub.subscribe('messages') as never },
    }),
  },
  new WebSocketServer({ server, path: '/graphql' }),
);
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
const { port } = server.address() as AddressInfo;
process.send?.({ url: `ws://127.0.0.1:${port}/graphql` });
process.on('disconnect', () => process.exit(0));
